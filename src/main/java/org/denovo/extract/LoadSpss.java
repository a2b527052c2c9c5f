package org.denovo.extract;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * {@code load.sps}: reads each data file into a dataset of SPSS or PSPP, codes as text (or as
 * numbers where all are) with value labels in both languages; an empty text is missing.
 */
final class LoadSpss {

  /** What SPSS keeps of the label of a value and of a variable, in bytes. */
  private static final int VALUE_LABEL = 120;

  private static final int LABEL = 240;

  private static final String HEAD =
      """
      * Encoding: UTF-8.
      * Reads the cohort in SPSS or PSPP, each file into a dataset of its name.
      * cohort has one row a patient, adtte one row a patient and endpoint.
      * Run it by: INSERT FILE='path/load.sps' CD=YES ENCODING='UTF8'.
      """;

  private static final String TAIL =
      """

      DATASET ACTIVATE adtte.
      CROSSTABS /TABLES=PARAMCD BY event.
      DATASET ACTIVATE cohort.
      FREQUENCIES /VARIABLES=arm.
      """;

  private LoadSpss() {}

  static String text(CohortTables tables) {
    StringBuilder script = new StringBuilder(HEAD);
    tables.files().forEach(file -> script.append('\n').append(data(file)));
    return script.append(TAIL).toString();
  }

  private static String data(DataFile file) {
    List<Column> columns = file.columns();
    StringBuilder script = new StringBuilder();
    script
        .append("GET DATA /TYPE=TXT /FILE='")
        .append(file.name())
        .append("' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED\n")
        .append("  /DELIMITERS=',' /QUALIFIER='\"' /FIRSTCASE=2 /VARIABLES=");
    for (int i = 0; i < columns.size(); i++) {
      script.append("\n  ").append(read(columns.get(i))).append(' ').append(format(file, i));
    }
    script.append(".\n");
    if (columns.stream().anyMatch(LoadSpss::isDate)) {
      columns.stream().filter(LoadSpss::isDate).forEach(column -> script.append(date(column)));
      script.append("ADD FILES /FILE=*\n  /KEEP=");
      columns.forEach(column -> script.append("\n  ").append(column.name()));
      script.append(".\n");
    }
    script.append("VARIABLE LABELS");
    columns.forEach(
        column ->
            script
                .append("\n  ")
                .append(column.name())
                .append("\n  ")
                .append(string(Labels.inBytes(Labels.both(column.title()), LABEL))));
    script.append(".\n");
    columns.forEach(column -> script.append(values(column)));
    // PSPP forgets a named dataset when the next file is read; a copy stays in both.
    return script.append("EXECUTE.\nDATASET COPY ").append(file.stem()).append(".\n").toString();
  }

  private static String format(DataFile file, int i) {
    Column column = file.columns().get(i);
    return switch (column.kind()) {
      case WHOLE -> "F8.0";
      case DECIMAL -> "F12.4";
      case TEXT, CODES -> "A" + file.width(i);
      case DATE -> "A10";
      case CODE ->
          column.hasNumberCodes()
              ? "F4.0"
              : "A" + column.levels().stream().mapToInt(l -> l.code().length()).max().orElse(1);
    };
  }

  private static String values(Column column) {
    StringBuilder lines = new StringBuilder();
    if (column.kind() == Column.Kind.CODE) {
      boolean numbers = column.hasNumberCodes();
      lines
          .append("VALUE LABELS ")
          .append(column.name())
          .append(
              column.levels().stream()
                  .map(
                      level ->
                          "\n  "
                              + (numbers ? level.code() : string(level.code()))
                              + " "
                              + string(Labels.inBytes(Labels.both(level.title()), VALUE_LABEL)))
                  .collect(Collectors.joining()))
          .append(".\n");
    }
    lines.append(
        switch (column.kind()) {
          case TEXT, CODES -> missing(column) + level(column, "NOMINAL");
          case CODE -> (column.hasNumberCodes() ? "" : missing(column)) + level(column, "NOMINAL");
          case WHOLE, DECIMAL, DATE -> level(column, "SCALE");
        });
    return lines.toString();
  }

  private static String missing(Column column) {
    return "MISSING VALUES " + column.name() + " ('').\n";
  }

  private static String level(Column column, String level) {
    return "VARIABLE LEVEL " + column.name() + " (" + level + ").\n";
  }

  private static boolean isDate(Column column) {
    return column.kind() == Column.Kind.DATE;
  }

  /** A date is read as text, for 2018-05 is none. */
  private static String read(Column column) {
    return isDate(column) ? text(column) : column.name();
  }

  private static String text(Column column) {
    return column.name() + "_text";
  }

  private static String date(Column column) {
    return String.format(
        Locale.ROOT,
        """
        IF (LENGTH(RTRIM(%1$s)) = 4) %1$s = CONCAT(RTRIM(%1$s), '-07-01').
        IF (LENGTH(RTRIM(%1$s)) = 7) %1$s = CONCAT(RTRIM(%1$s), '-15').
        NUMERIC %2$s (SDATE10).
        IF (%1$s <> '') %2$s = DATE.DMY(NUMBER(SUBSTR(%1$s, 9, 2), F2),
          NUMBER(SUBSTR(%1$s, 6, 2), F2), NUMBER(SUBSTR(%1$s, 1, 4), F4)).
        """,
        text(column),
        column.name());
  }

  static String string(String words) {
    return "'" + Labels.line(words).replace("'", "''") + "'";
  }
}
