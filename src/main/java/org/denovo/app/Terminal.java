package org.denovo.app;

import java.io.PrintStream;
import java.util.Locale;
import org.denovo.batch.Progress;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;

/**
 * What the user sees: a bar per phase on a terminal, a line per phase and for each tenth of it
 * elsewhere. Progress and talk go to stderr, data to stdout.
 */
final class Terminal implements Progress {

  private static final int WIDTH = 30;
  private static final long REDRAW_NANOS = 80_000_000L;

  private final PrintStream out;
  private final PrintStream err;
  private final Lang lang;
  private final boolean bars;
  private final boolean colour;

  private Text phase;
  private long total;
  private long done;
  private long shown;
  private boolean drawn;

  Terminal(PrintStream out, PrintStream err, Lang lang, boolean bars, boolean colour) {
    this.out = out;
    this.err = err;
    this.lang = lang;
    this.bars = bars;
    this.colour = colour;
  }

  Lang lang() {
    return lang;
  }

  /** Prints a line of data. */
  synchronized void data(String line) {
    endBar();
    out.println(line);
  }

  /** Prints a sentence as data. */
  void line(Text sentence) {
    data(plain(sentence.in(lang)));
  }

  /** Prints a line of data, its parts set apart by tabs. */
  void row(String... parts) {
    data(plain(String.join("\t", parts)).stripTrailing());
  }

  /** What stands in a cell may not steer the terminal. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\t]]+", " ");
  }

  /** Says something about the work. */
  synchronized void say(Text sentence) {
    endBar();
    err.println(sentence.in(lang));
  }

  /** Says what went wrong. */
  synchronized void error(Text sentence) {
    endBar();
    err.println(colour ? "\u001B[31m" + sentence.in(lang) + "\u001B[0m" : sentence.in(lang));
  }

  @Override
  public synchronized void phase(Text name, long size) {
    endBar();
    phase = name;
    total = size;
    done = 0;
    shown = bars ? 0 : -1;
    if (bars) {
      draw();
    } else {
      err.println(name.in(lang) + (size > 0 ? " (" + size + ")" : ""));
      shown = 0;
    }
  }

  @Override
  public synchronized void advance(long more) {
    done += more;
    if (phase == null) {
      return;
    }
    if (bars) {
      long now = System.nanoTime();
      if (now - shown > REDRAW_NANOS || done == total) {
        shown = now;
        draw();
      }
    } else if (total > 0 && done * 10 / total > shown && done < total) {
      shown = done * 10 / total;
      err.println(String.format(Locale.ROOT, "%s %d/%d", phase.in(lang), done, total));
    }
  }

  @Override
  public void note(Text sentence) {
    say(sentence);
  }

  /** Ends the last phase's bar. */
  synchronized void finish() {
    endBar();
    phase = null;
  }

  private void draw() {
    String count = total > 0 ? done + "/" + total : done == 0 ? "" : Long.toString(done);
    int full = total > 0 ? (int) Math.min(WIDTH, WIDTH * done / total) : 0;
    err.print(
        "\r\u001B[K"
            + phase.in(lang)
            + " "
            + (total > 0 ? "█".repeat(full) + "░".repeat(WIDTH - full) + " " : "")
            + count);
    err.flush();
    drawn = true;
  }

  private void endBar() {
    if (drawn) {
      err.println();
      drawn = false;
    }
  }
}
