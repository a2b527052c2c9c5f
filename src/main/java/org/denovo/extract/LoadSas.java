package org.denovo.extract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code load.sas}: reads each data file into a data set of SAS 9.4, codes as text (or as numbers
 * where all are) under formats with both languages. The session has to be a UTF-8 one.
 */
final class LoadSas {

  /** What SAS keeps of a label, in bytes. */
  private static final int LABEL = 256;

  private static final String HEAD =
      """
      /* Reads the cohort in SAS 9.4 in a UTF-8 session, each file into a data set of its
         name: cohort (one row a patient), adtte (one row a patient and endpoint), and the
         designs'. Coded variables keep their codes; formats show the labels (zh / en).
         Set the folder before, if it is not the current one: %let denovo_dir = path;
         and read this file as UTF-8: %include "load.sas" / encoding="utf-8"; */
      options validvarname=v7;
      %macro denovo_folder;
        %if not %symexist(denovo_dir) %then %do;
          %global denovo_dir;
          %let denovo_dir = .;
        %end;
      %mend;
      %denovo_folder

      %macro denovo_rows(data, rows);
        data _null_;
          if found ne &rows then do;
            put "ERROR: &data..csv: " found "rows, but &rows were written";
            abort cancel;
          end;
          stop;
          set &data nobs=found;
        run;
      %mend;

      """;

  private LoadSas() {}

  static String text(CohortTables tables) {
    StringBuilder script = new StringBuilder(HEAD);
    Map<List<Column.Level>, Integer> lists = Labels.lists(tables.files());
    script.append("proc format;\n");
    lists.forEach((levels, number) -> script.append(list(levels, number)));
    script.append("run;\n");
    tables.files().forEach(file -> script.append('\n').append(data(file, lists)));
    return script.append('\n').append(SUMMARY).toString();
  }

  private static final String SUMMARY =
      """
      proc freq data=cohort; tables arm / missing; run;
      proc freq data=adtte; tables PARAMCD * event / missing norow nocol nopercent; run;
      """;

  private static String list(List<Column.Level> levels, int number) {
    boolean numbers = Column.areNumbers(levels);
    return levels.stream()
        .map(
            level ->
                (numbers ? level.code() : string(level.code()))
                    + " = "
                    + string(Labels.both(level.title())))
        .collect(
            Collectors.joining("\n    ", "  value " + format(numbers, number) + "\n    ", ";\n"));
  }

  /** A format's name must not end in a digit. */
  private static String format(boolean numbers, int number) {
    return (numbers ? "" : "$") + "denovo" + number + "_";
  }

  private static String data(DataFile file, Map<List<Column.Level>, Integer> lists) {
    List<Column> columns = file.columns();
    StringBuilder step =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "data %s;\n  infile \"&denovo_dir/%s\" encoding='utf-8' dsd dlm=',' firstobs=2"
                    + " truncover termstr=lf lrecl=1048576;\n",
                file.stem(),
                file.name()));
    step.append("  length");
    for (int i = 0; i < columns.size(); i++) {
      step.append("\n    ").append(columns.get(i).name()).append(length(file, i));
    }
    step.append(";\n");
    step.append("  input");
    columns.forEach(column -> step.append("\n    ").append(read(column)));
    step.append(";\n");
    columns.stream().filter(LoadSas::isDate).forEach(column -> step.append(date(column)));
    step.append("  format");
    columns.forEach(column -> step.append(format(column, lists)));
    step.append(";\n  label");
    columns.forEach(
        column ->
            step.append("\n    ")
                .append(column.name())
                .append(" = ")
                .append(string(Labels.inBytes(Labels.both(column.title()), LABEL))));
    return step.append(";\nrun;\n%denovo_rows(")
        .append(file.stem())
        .append(", ")
        .append(file.rows())
        .append(")\n")
        .toString();
  }

  private static String length(DataFile file, int i) {
    Column column = file.columns().get(i);
    return switch (column.kind()) {
      case WHOLE, DECIMAL, DATE -> " 8";
      case TEXT, CODES -> " $" + file.width(i);
      case CODE ->
          column.hasNumberCodes()
              ? " 8"
              : " $" + column.levels().stream().mapToInt(l -> l.code().length()).max().orElse(1);
    };
  }

  /** A date is read as text, for 2018-05 is none. */
  private static String read(Column column) {
    return isDate(column) ? text(column) + " :$10." : column.name();
  }

  private static String date(Column column) {
    return String.format(
        Locale.ROOT,
        """
          if length(%1$s) = 4 then %1$s = cats(%1$s, '-07-01');
          else if length(%1$s) = 7 then %1$s = cats(%1$s, '-15');
          %2$s = input(%1$s, yymmdd10.);
          drop %1$s;
        """,
        text(column),
        column.name());
  }

  private static boolean isDate(Column column) {
    return column.kind() == Column.Kind.DATE;
  }

  private static String text(Column column) {
    return Labels.inCharacters(column.name(), 30).replace('…', '_') + "_t";
  }

  private static String format(Column column, Map<List<Column.Level>, Integer> lists) {
    return switch (column.kind()) {
      case TEXT, CODES, WHOLE, DECIMAL -> "";
      case DATE -> "\n    " + column.name() + " yymmdd10.";
      case CODE ->
          "\n    "
              + column.name()
              + " "
              + format(column.hasNumberCodes(), lists.get(column.levels()))
              + ".";
    };
  }

  /** A string in which nothing is expanded. */
  static String string(String words) {
    return "'" + Labels.line(words).replace("'", "''") + "'";
  }
}
