package org.denovo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.denovo.check.Checked;
import org.denovo.check.Finding;
import org.denovo.check.RuleParameters;
import org.denovo.check.Rules;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.MappedPatient;
import org.denovo.mapping.MappedWorkbook;
import org.denovo.mapping.Mappings;
import org.denovo.mapping.Patients;
import org.denovo.mapping.SheetLedger;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PseudonymKey;
import org.denovo.workbook.Limits;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFile;
import org.denovo.yaml.Problems;

/** An .xlsx that a test writes cell by cell and reads as a centre's. Its patients are invented. */
final class Book {

  private static final LocalDate DAY = LocalDate.of(2022, 6, 30);

  private final Path folder;
  private final XSSFWorkbook book = new XSSFWorkbook();
  private final Map<String, CellStyle> styles = new TreeMap<>();
  private XSSFSheet sheet;

  /**
   * What was read.
   *
   * @param patients the answers by patient number
   * @param findings rule, cells and sentence of what is found about the file
   * @param ledgers the accounts of the sheets that were read
   */
  record Read(Map<String, Checked> patients, List<String> findings, List<SheetLedger> ledgers) {

    /** A patient's answer: the value, the reason why there is none, or {@code ?}. */
    String says(String number, String field) {
      return says(number, Fields.named(field).orElseThrow());
    }

    private <T> String says(String number, Field<T> field) {
      Answer<T> answer = patients.get(number).patient().answer(field);
      if (answer instanceof Answer.Known<T> known) {
        return field.type().write(known.value());
      }
      return answer instanceof Answer.Absent<?> absent ? absent.why().code() : "?";
    }

    /** Each sheet's account as {@code sheet 4: header 1; patient 2..4}. */
    List<String> accounts() {
      return ledgers.stream()
          .map(
              ledger ->
                  ledger.rows().entrySet().stream()
                      .map(kind -> kind.getKey().code() + " " + kind.getValue().text())
                      .collect(
                          Collectors.joining(
                              "; ", ledger.sheet() + " " + ledger.seen() + ": ", "")))
          .toList();
    }

    /** The rules that a patient breaks. */
    List<String> rules(String number) {
      return patients.get(number).findings().stream().map(Finding::ruleId).distinct().toList();
    }
  }

  Book(Path folder) {
    this.folder = folder;
  }

  Book sheet(String name) {
    sheet = book.createSheet(name);
    return this;
  }

  /** Adds a row; texts, numbers and dates; an empty text is no cell. */
  Book row(Object... cells) {
    return at(sheet.getPhysicalNumberOfRows() == 0 ? 0 : sheet.getLastRowNum() + 1, cells);
  }

  /** Adds a row at an index counted from 0. */
  Book at(int index, Object... cells) {
    var row = sheet.createRow(index);
    for (int c = 0; c < cells.length; c++) {
      if (!cells[c].equals("")) {
        set(row.createCell(c), cells[c]);
      }
    }
    return this;
  }

  private void set(Cell cell, Object value) {
    if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof LocalDate date) {
      cell.setCellValue(date);
      cell.setCellStyle(style("yyyy-mm-dd"));
    } else if (value instanceof Formatted formatted) {
      cell.setCellValue(formatted.number());
      cell.setCellStyle(style(formatted.format()));
    } else {
      cell.setCellValue((String) value);
    }
  }

  /** A number with a format. */
  record Formatted(double number, String format) {}

  private CellStyle style(String format) {
    return styles.computeIfAbsent(
        format,
        f -> {
          CellStyle style = book.createCellStyle();
          style.setDataFormat(book.createDataFormat().getFormat(f));
          return style;
        });
  }

  Book merge(String region) {
    sheet.addMergedRegion(CellRangeAddress.valueOf(region));
    return this;
  }

  XSSFSheet sheet() {
    return sheet;
  }

  /** Writes the file and reads it with a mapping of these sheets. */
  Read read(String sheetsYaml) {
    Path file = folder.resolve("north_2024.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
      Files.createDirectories(folder.resolve("mappings"));
      Files.writeString(
          folder.resolve("mappings/north.yaml"),
          "schema: 1\ncentre: north\ntitle: {zh: 北院, en: North}\nworkbooks: \"north_*\"\nsheets:\n"
              + sheetsYaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Problems problems = new Problems();
    Mappings mappings = Mappings.read(folder, folder.resolve("mappings"), problems);
    assertThat(problems.sorted()).isEmpty();
    return read(file, mappings.centre("north").orElseThrow());
  }

  private static Read read(Path file, CentreMapping mapping) {
    Intake intake =
        new Intake(
            mapping, PseudonymKey.of("0123456789abcdef"), Rules.all(), RuleParameters.asOf(DAY));
    Map<String, Checked> patients = new TreeMap<>();
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, Optional.empty())) {
      MappedWorkbook mapped = MappedWorkbook.open(workbook, file.getFileName().toString(), mapping);
      try (Patients all = mapped.patients()) {
        while (all.hasNext()) {
          MappedPatient patient = all.next();
          patients.put(patient.number(), intake.take(patient));
        }
      }
      List<String> findings = new ArrayList<>();
      for (Finding finding : intake.about(mapped.notices())) {
        assertThat(finding.says().zh()).isNotEqualTo(finding.says().en()).isNotBlank();
        List<String> cells =
            finding.cells().stream()
                .map(c -> c.place().sheet() + "!" + c.place().address())
                .toList();
        findings.add(finding.ruleId() + " " + cells + " " + finding.says().en());
      }
      return new Read(patients, findings, mapped.ledgers());
    }
  }
}
