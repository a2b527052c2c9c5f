package org.denovo.workbook;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/** The rows of all tables of a page, one at a time; a table within a cell is that cell's text. */
final class HtmlRows implements RowReader {

  private static final int MOST_COLUMNS = 1_000;
  private static final int MOST_ROWS = 65_534;
  private static final Pattern BACKGROUND = Pattern.compile("background(?:-color)?:([^;]+)");

  private final StreamParser page;
  private final Limits limits;
  private final List<String> fills;
  private Element last;
  private Element table;
  private int index = -1;

  /** By column: the last row that a cell from above reaches into. */
  private int[] taken = new int[0];

  /** What is done with each cell of a row. */
  private interface Taking {
    void take(Element cell, int column);
  }

  /**
   * A pass.
   *
   * @param fills the colours that were found when it was laid out, each a style's number
   */
  HtmlRows(Reader text, Limits limits, List<String> fills) {
    this.page = new StreamParser(Parser.htmlParser()).parse(text, "");
    this.limits = limits;
    this.fills = fills;
  }

  /** Gathers merged cells and the last row, and says which background colours there are. */
  List<String> layOut(SheetLayout.Builder places) {
    Set<String> colours = new TreeSet<>();
    for (Optional<Element> row = following(); row.isPresent(); row = following()) {
      places.lastRow(index);
      cells(
          row.get(),
          (cell, column) -> {
            int rows = span(cell, "rowspan", MOST_ROWS);
            int columns = span(cell, "colspan", MOST_COLUMNS);
            if (rows > 1 || columns > 1) {
              places.merged(new Region(index, column, index + rows - 1, column + columns - 1));
            }
            fill(cell).ifPresent(colours::add);
          });
    }
    return new ArrayList<>(colours);
  }

  @Override
  public boolean next(RawRow row) {
    Optional<Element> next = following();
    if (next.isEmpty()) {
      return false;
    }
    Element tr = next.get();
    row.start(index, isHidden(tr) || isHidden(table));
    cells(
        tr,
        (cell, column) -> {
          int style = fill(cell).map(fills::indexOf).orElse(fills.size());
          HtmlText text = HtmlText.of(cell, limits.cellText());
          int marks = (text.struck() ? Marks.STRUCK : 0) | (isHidden(cell) ? Marks.HIDDEN : 0);
          StoredValue.text(row, column, style, text.text(), marks);
        });
    return true;
  }

  private Optional<Element> following() {
    if (last != null) {
      last.remove();
    }
    try {
      do {
        last = page.selectNext("tr");
      } while (last != null && last.parents().stream().anyMatch(HtmlRows::isCell));
    } catch (IOException | UncheckedIOException e) {
      throw Refusals.broken("HTML", e);
    }
    if (last == null) {
      return Optional.empty();
    }
    Element owner = last.closest("table");
    if (table != null && owner != table) {
      index++;
      taken = new int[0];
    }
    table = owner;
    index++;
    return Optional.of(last);
  }

  private void cells(Element row, Taking taking) {
    int column = 0;
    for (Element cell : row.children()) {
      if (isCell(cell)) {
        while (column < taken.length && taken[column] >= index) {
          column++;
        }
        taking.take(cell, column);
        int columns = span(cell, "colspan", MOST_COLUMNS);
        int rows = span(cell, "rowspan", MOST_ROWS);
        if (rows > 1) {
          int known = taken.length;
          taken = Arrays.copyOf(taken, Math.max(known, column + columns));
          Arrays.fill(taken, Math.min(known, taken.length), taken.length, -1);
          Arrays.fill(taken, column, column + columns, index + rows - 1);
        }
        column += columns;
      }
    }
  }

  private static boolean isCell(Element element) {
    return element.normalName().equals("td") || element.normalName().equals("th");
  }

  private static int span(Element cell, String attribute, int most) {
    String written = cell.attr(attribute).strip();
    int span = CellRef.number(written);
    return Math.max(1, Math.min(span, most));
  }

  private static String style(Element element) {
    return element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
  }

  static boolean isHidden(Element element) {
    return element != null
        && (element.hasAttr("hidden") || style(element).contains("display:none"));
  }

  static boolean isStruck(Element element) {
    return switch (element.normalName()) {
      case "s", "strike", "del" -> true;
      default -> style(element).contains("line-through");
    };
  }

  /** The background colour; empty for one that is written in another way than in hex. */
  private static Optional<String> fill(Element cell) {
    Matcher background = BACKGROUND.matcher(style(cell));
    String written = background.find() ? background.group(1) : cell.attr("bgcolor").strip();
    return switch (written.toLowerCase(Locale.ROOT)) {
      case "", "none", "white", "transparent", "inherit", "#fff", "#ffffff" -> Optional.empty();
      default -> {
        boolean hex = written.matches("#?[0-9A-Fa-f]{6}");
        yield Optional.of(hex ? "#" + written.replace("#", "").toUpperCase(Locale.ROOT) : "");
      }
    };
  }

  @Override
  public void close() {
    page.close();
  }
}
