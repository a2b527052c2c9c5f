package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.denovo.extract.FindingsFile;
import org.denovo.store.Database;
import org.denovo.store.Rulings;
import org.denovo.store.Store;

/** A small project of one invented centre that was asked questions in its first night. */
final class AskedProject {

  static final String CORRECTED = "已在本中心表格中更正";
  static final String CONFIRMED = "已核对病历 原值属实";
  static final int ANSWER = 7;
  static final int COMMENT = 8;
  static final int PERSON = 9;

  /** Of both sides, a warning; ER over 100 %, an error that cannot be so. */
  static final String BOTH = "P3,,双侧,2019-04-11,10,19,2020-05-04";

  static final String TOO_MUCH = "P5,,左,2019-06-11,130,25,2020-05-06";

  private final Path folder;
  private final OwnProject project;

  AskedProject(Path folder) throws IOException {
    this.folder = folder;
    this.project = new OwnProject(folder).send("north_1.csv", patients(BOTH, TOO_MUCH));
    project.edit("jobs/nightly.yaml", "stable-after", "queries: {language: zh}\nstable-after");
    assertThat(project.run().code()).isZero();
  }

  static List<String> patients(String third, String fifth) {
    List<String> rows = new ArrayList<>(OwnProject.patients(8));
    rows.set(2, third);
    rows.set(4, fifth);
    return rows;
  }

  OwnProject own() {
    return project;
  }

  List<FindingsFile.Row> findings() throws IOException {
    List<FindingsFile.Row> rows = new ArrayList<>();
    FindingsFile.read(project.latest().resolve("quality/findings.csv"), rows::add);
    return rows;
  }

  List<FindingsFile.Row> of(String rule) throws IOException {
    return findings().stream().filter(row -> row.rule().equals(rule)).toList();
  }

  FindingsFile.Row only(String rule) throws IOException {
    List<FindingsFile.Row> rows = of(rule);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  String state(String rule) throws IOException {
    return only(rule).state();
  }

  Path asked() throws IOException {
    return project.latest().resolve("quality/queries/north.xlsx");
  }

  /** The rows of the questions by the finding's id, each as the texts of its cells. */
  Map<String, List<String>> questions() throws IOException {
    Map<String, List<String>> questions = new TreeMap<>();
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(asked()))) {
      XSSFSheet sheet = book.getSheetAt(0);
      for (int i = 2; i <= sheet.getLastRowNum(); i++) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : sheet.getRow(i)) {
          assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
          cells.add(cell.getStringCellValue());
        }
        questions.put(cells.get(0), cells);
      }
    }
    return questions;
  }

  /** How to answer, line by line. */
  List<String> help() throws IOException {
    List<String> lines = new ArrayList<>();
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(asked()))) {
      book.getSheetAt(1).forEach(row -> lines.add(row.getCell(0).getStringCellValue()));
    }
    return lines;
  }

  /** Sends the workbook of questions back, filled in. */
  void answer(Path workbook, String name, String rule, Consumer<Row> pen) throws IOException {
    List<String> ids = of(rule).stream().map(FindingsFile.Row::id).toList();
    Path filled = folder.resolve("filled.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(workbook))) {
      List<Row> rows = new ArrayList<>();
      book.getSheetAt(0).forEach(rows::add);
      rows.stream().filter(row -> ids.contains(row.getCell(0).getStringCellValue())).forEach(pen);
      try (OutputStream out = Files.newOutputStream(filled)) {
        book.write(out);
      }
    }
    Files.move(filled, folder.resolve("inbox").resolve(name), StandardCopyOption.REPLACE_EXISTING);
    project.touch(name);
  }

  static Consumer<Row> saying(String answer, String comment) {
    return row -> {
      row.getCell(ANSWER).setCellValue(answer);
      row.getCell(COMMENT).setCellValue(comment);
      row.getCell(PERSON).setCellValue("李");
    };
  }

  /** {@code cell outcome message} of each answer that the last run saw. */
  List<String> answers() throws IOException {
    return project.lines("quality/answers.csv").stream()
        .map(line -> line.split(",", -1))
        .map(cells -> cells[2] + " " + cells[9] + " " + cells[10])
        .toList();
  }

  /** What was last said of the finding of a rule, as the registry keeps it. */
  String lastWord(String rule) throws IOException {
    Database database = Database.embedded(folder.resolve("data"));
    try (HikariDataSource source = new HikariDataSource()) {
      source.setJdbcUrl(database.url());
      source.setUsername(database.user());
      source.setPassword(database.password());
      List<Rulings.Event> history = Store.in(source).rulings().history(only(rule).id());
      return history.get(history.size() - 1).why();
    }
  }

  /** The workbook of the first night, which asked everything. */
  Path first() throws IOException {
    try (var runs = Files.list(folder.resolve("out/nightly"))) {
      return runs.filter(Files::isDirectory)
          .sorted()
          .findFirst()
          .orElseThrow()
          .resolve("quality/queries/north.xlsx");
    }
  }
}
