package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code cohort.xlsx}: the cohort, its codebook and its flow as the three sheets {@code data},
 * {@code codebook} and {@code attrition}, cell for cell as in the CSV files.
 */
final class CohortXlsx {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

  private CohortXlsx() {}

  static void write(Path file, CohortTables tables) {
    DataFile cohort = tables.files().get(0);
    Set<String> numbers =
        cohort.columns().stream()
            .filter(CohortXlsx::isNumber)
            .map(Column::name)
            .collect(Collectors.toSet());
    Predicate<String> counts = name -> name.startsWith("n_");
    Path directory = tables.directory();
    try (XlsxFile xlsx = new XlsxFile(file, List.of("data", "codebook", "attrition"))) {
      sheet(xlsx, directory.resolve(cohort.name()), numbers::contains);
      sheet(xlsx, directory.resolve("codebook.csv"), counts);
      sheet(xlsx, directory.resolve("flow.csv"), counts);
    }
  }

  private static boolean isNumber(Column column) {
    return switch (column.kind()) {
      case TEXT, CODES, DATE -> false;
      case CODE -> column.hasNumberCodes();
      case WHOLE, DECIMAL -> true;
    };
  }

  private static void sheet(XlsxFile xlsx, Path csv, Predicate<String> mayBeNumber) {
    try (CsvCells cells = new CsvCells(csv)) {
      List<Values> columns = new ArrayList<>();
      for (String name : cells.header()) {
        columns.add(new Values(mayBeNumber.test(name)));
      }
      xlsx.sheet(
          cells.header(),
          rows -> {
            while (cells.next()) {
              rows.begin();
              for (int i = 0; i < columns.size(); i++) {
                if (!cells.isEmpty(i)) {
                  rows.cell(i, columns.get(i).of(xlsx, cells, i));
                }
              }
              rows.end();
            }
          });
    }
  }

  /** A column's different cells as the workbook writes them. */
  private static final class Values {
    private final boolean mayBeNumber;
    private final Distinct distinct = new Distinct();
    private final List<XlsxFile.Value> values = new ArrayList<>();

    Values(boolean mayBeNumber) {
      this.mayBeNumber = mayBeNumber;
    }

    XlsxFile.Value of(XlsxFile xlsx, CsvCells cells, int cell) {
      int number = distinct.of(cells, cell);
      if (number == values.size()) {
        String text = cells.text(cell);
        values.add(
            mayBeNumber && NUMBER.matcher(text).matches() ? xlsx.number(text) : xlsx.text(text));
      }
      return values.get(number);
    }
  }
}
