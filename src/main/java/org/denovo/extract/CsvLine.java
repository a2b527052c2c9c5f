package org.denovo.extract;

import java.util.List;
import java.util.stream.Collectors;

/** A row of CSV for stdout, quoted where need be and inert for spreadsheets. */
public final class CsvLine {

  private CsvLine() {}

  /** The cells in one line; a line feed within a cell becomes a blank. */
  public static String of(List<String> cells) {
    return cells.stream().map(CsvLine::cell).collect(Collectors.joining(","));
  }

  private static String cell(String text) {
    String inert = CsvFile.inert(text).replaceAll("[\\r\\n]+", " ");
    return inert.contains(",") || inert.contains("\"") || inert.startsWith("#")
        ? '"' + inert.replace("\"", "\"\"") + '"'
        : inert;
  }
}
