package org.denovo.extract;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * {@code load.do}: reads each data file into a frame of its own in Stata 16 or newer. A code is a
 * number from 1 in the order of its list with a value label, or itself where all codes are numbers;
 * a variable's characteristics keep the codes and the labels that are longer than Stata shows.
 */
final class LoadStata {

  /** What {@code label variable} keeps, in characters. */
  private static final int LABEL = 80;

  private static final String HEAD =
      """
      * Reads the cohort in Stata 16 or newer, each file into a frame of its name: cohort
      * (one row a patient), adtte (one row a patient and endpoint), and the designs'.
      * Coded variables are numbers with value labels; char x[codes] lists the codes in
      * the order of the numbers, char x[label_zh] and char x[label_en] are its labels.
      * Run it in its own folder, or set the folder before: global denovo_dir "path"
      version 16
      if `"$denovo_dir"' == "" global denovo_dir "."

      capture program drop denovo_read
      program denovo_read
          args stem rows
          capture frame create `stem'
          frame change `stem'
          clear
          import delimited using `"$denovo_dir/`stem'.csv"', delimiters(",") varnames(1) case(preserve) ///
              stringcols(_all) bindquotes(strict) encoding("UTF-8") clear
          if _N != `rows' {
              display as error "`stem'.csv: " _N " rows, but `rows' were written"
              exit 459
          }
      end

      capture program drop denovo_number
      program denovo_number
          args name
          destring `name', replace
          confirm numeric variable `name'
      end

      capture program drop denovo_date
      program denovo_date
          args name
          tempvar day
          quietly generate int `day' = daily(cond(strlen(`name') == 4, `name' + "-07-01", ///
              cond(strlen(`name') == 7, `name' + "-15", `name')), "YMD")
          order `day', after(`name')
          drop `name'
          rename `day' `name'
          format %td `name'
      end

      capture program drop denovo_code
      program denovo_code
          gettoken name 0 : 0
          gettoken list 0 : 0
          tempvar number
          quietly generate int `number' = .
          local i = 0
          foreach code of local 0 {
              local i = `i' + 1
              quietly replace `number' = `i' if `name' == "`code'"
          }
          quietly count if missing(`number') & `name' != ""
          if r(N) > 0 {
              display as error "`name': " r(N) " cells are not codes"
              exit 459
          }
          order `number', after(`name')
          drop `name'
          rename `number' `name'
          label values `name' `list'
          char `name'[codes] `0'
      end

      capture program drop denovo_numbered
      program denovo_numbered
          gettoken name 0 : 0
          gettoken list 0 : 0
          denovo_number `name'
          label values `name' `list'
          char `name'[codes] `0'
      end

      """;

  private static final String TAIL =
      """
      frame change adtte
      tabulate PARAMCD event
      frame change cohort
      tabulate arm
      """;

  private LoadStata() {}

  static String text(CohortTables tables) {
    StringBuilder script = new StringBuilder(HEAD);
    for (DataFile file : tables.files()) {
      script
          .append("denovo_read ")
          .append(file.stem())
          .append(' ')
          .append(file.rows())
          .append('\n');
      Map<List<Column.Level>, Integer> lists = Labels.lists(List.of(file));
      lists.forEach((levels, number) -> script.append(list(levels, number)));
      for (Column column : file.columns()) {
        script.append(typed(column, lists)).append(labelled(column));
      }
      script.append('\n');
    }
    return script.append(TAIL).toString();
  }

  private static String list(List<Column.Level> levels, int number) {
    boolean numbers = Column.areNumbers(levels);
    return IntStream.range(0, levels.size())
        .mapToObj(
            i ->
                (numbers ? levels.get(i).code() : Integer.toString(i + 1))
                    + " "
                    + string(Labels.both(levels.get(i).title())))
        .collect(
            Collectors.joining(" ///\n    ", "label define denovo_" + number + " ///\n    ", "\n"));
  }

  private static String typed(Column column, Map<List<Column.Level>, Integer> lists) {
    return switch (column.kind()) {
      case TEXT, CODES -> "";
      case WHOLE, DECIMAL -> "denovo_number " + column.name() + "\n";
      case DATE -> "denovo_date " + column.name() + "\n";
      case CODE ->
          (column.hasNumberCodes() ? "denovo_numbered " : "denovo_code ")
              + column.name()
              + " denovo_"
              + lists.get(column.levels())
              + column.levels().stream()
                  .map(Column.Level::code)
                  .collect(Collectors.joining(" ", " ", "\n"));
    };
  }

  private static String labelled(Column column) {
    String name = column.name();
    return "label variable "
        + name
        + " "
        + string(Labels.inCharacters(Labels.both(column.title()), LABEL))
        + "\nchar "
        + name
        + "[label_zh] "
        + string(column.title().zh())
        + "\nchar "
        + name
        + "[label_en] "
        + string(column.title().en())
        + "\n";
  }

  /** A string in compound quotes, with nothing in it that Stata would expand. */
  static String string(String words) {
    return "`\""
        + Labels.line(words).replace("`", "'").replace("\"'", "\" '").replace("$", "\\$")
        + "\"'";
  }
}
