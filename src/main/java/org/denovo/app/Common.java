package org.denovo.app;

import org.denovo.vocabulary.Lang;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class Common {

  @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "lang")
  private Lang lang;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  @Option(names = "--no-color", descriptionKey = "noColor")
  private boolean noColour;

  boolean json() {
    return json;
  }

  Terminal terminal() {
    boolean terminal = Boolean.getBoolean("denovo.terminal");
    boolean colour = terminal && !noColour && System.getenv("NO_COLOR") == null;
    return new Terminal(System.out, System.err, language(), terminal && !json, colour);
  }

  Lang language() {
    return lang == null ? Main.language() : lang;
  }
}
