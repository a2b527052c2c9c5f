package org.denovo.extract;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * {@code cohort.xlsx}: the cohort, its codebook and its flow as the three sheets {@code data},
 * {@code codebook} and {@code attrition}, cell for cell as in the CSV files.
 */
final class CohortXlsx {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

  private CohortXlsx() {}

  static void write(Path file, CohortTables tables) {
    DataFile cohort = tables.files().get(0);
    List<String> numbers =
        cohort.columns().stream().filter(CohortXlsx::isNumber).map(Column::name).toList();
    Predicate<String> counts = name -> name.startsWith("n_");
    Path directory = tables.directory();
    XlsxFile.write(
        file,
        List.of(
            sheet("data", directory.resolve(cohort.name()), numbers::contains),
            sheet("codebook", directory.resolve("codebook.csv"), counts),
            sheet("attrition", directory.resolve("flow.csv"), counts)));
  }

  private static boolean isNumber(Column column) {
    return switch (column.kind()) {
      case TEXT, CODES, DATE -> false;
      case CODE -> column.hasNumberCodes();
      case WHOLE, DECIMAL -> true;
    };
  }

  private static XlsxFile.Sheet sheet(String name, Path csv, Predicate<String> mayBeNumber) {
    return new XlsxFile.Sheet(
        name,
        rows -> {
          try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(csv)) {
            List<Boolean> numbers = new ArrayList<>();
            for (CsvRecord each : records) {
              if (numbers.isEmpty()) {
                each.getFields().forEach(column -> numbers.add(mayBeNumber.test(column)));
                rows.accept(each.getFields().stream().map(XlsxFile.Cell::text).toList());
                continue;
              }
              List<XlsxFile.Cell> cells = new ArrayList<>(numbers.size());
              for (int i = 0; i < numbers.size(); i++) {
                String cell = each.getField(i);
                cells.add(
                    numbers.get(i) && NUMBER.matcher(cell).matches()
                        ? XlsxFile.Cell.number(cell)
                        : XlsxFile.Cell.text(cell));
              }
              rows.accept(cells);
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
