package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that go out and come back, as a centre and a registry see them. All is invented. */
class QueryRoundTest {

  private static final String CORRECTED = "已在本中心表格中更正";
  private static final String CONFIRMED = "已核对病历 原值属实";
  private static final int ANSWER = 7;
  private static final int COMMENT = 8;
  private static final int PERSON = 9;

  /** Of both sides, a warning; ER over 100 %, an error that cannot be so. */
  private static final String BOTH = "P3,,双侧,2019-04-11,10,19,2020-05-04";

  private static final String TOO_MUCH = "P5,,左,2019-06-11,130,25,2020-05-06";

  @TempDir Path folder;
  private OwnProject project;

  @BeforeEach
  void aNightThatAsks() throws IOException {
    project = new OwnProject(folder).send("north_1.csv", patients(BOTH, TOO_MUCH));
    project.edit("jobs/nightly.yaml", "stable-after", "queries: {language: zh}\nstable-after");
    assertThat(project.run().code()).isZero();
  }

  private static List<String> patients(String third, String fifth) {
    List<String> rows = new ArrayList<>(OwnProject.patients(8));
    rows.set(2, third);
    rows.set(4, fifth);
    return rows;
  }

  private FindingsFile.Row only(String rule) throws IOException {
    List<FindingsFile.Row> rows = new ArrayList<>();
    FindingsFile.read(
        project.latest().resolve("quality/findings.csv"),
        row -> {
          if (row.rule().equals(rule)) {
            rows.add(row);
          }
        });
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private String state(String rule) throws IOException {
    return only(rule).state();
  }

  private Path asked() throws IOException {
    return project.latest().resolve("quality/queries/north.xlsx");
  }

  /** The rows of the questions by the finding's id, each as the texts of its cells. */
  private Map<String, List<String>> questions() throws IOException {
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

  /** Sends the workbook of questions back, filled in. */
  private void answer(Path workbook, String name, String rule, Consumer<Row> pen)
      throws IOException {
    String id = only(rule).id();
    Path filled = folder.resolve("filled.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(workbook))) {
      List<Row> rows = new ArrayList<>();
      book.getSheetAt(0).forEach(rows::add);
      rows.stream().filter(row -> row.getCell(0).getStringCellValue().equals(id)).forEach(pen);
      try (OutputStream out = Files.newOutputStream(filled)) {
        book.write(out);
      }
    }
    Files.move(filled, folder.resolve("inbox").resolve(name), StandardCopyOption.REPLACE_EXISTING);
    project.touch(name);
  }

  private static Consumer<Row> saying(String answer, String comment) {
    return row -> {
      row.getCell(ANSWER).setCellValue(answer);
      row.getCell(COMMENT).setCellValue(comment);
      row.getCell(PERSON).setCellValue("李");
    };
  }

  /** {@code cell outcome message} of each answer that the last run saw. */
  private List<String> answers() throws IOException {
    return project.lines("quality/answers.csv").stream()
        .map(line -> line.split(",", -1))
        .map(cells -> cells[2] + " " + cells[9] + " " + cells[10])
        .toList();
  }

  @Test
  void aQuestionNamesTheCentresOwnCellAndIsAskedOnceUntilItIsAnswered() throws IOException {
    List<String> question = questions().get(only("CON-07").id());
    assertThat(question.subList(1, 4)).containsExactly("P5", "", "E6 ER(%)：130");
    assertThat(question.get(6)).isEqualTo("2020-08-14");
    assertThat(question.subList(7, 11)).containsExactly("", "", "", "");
    byte[] first = Files.readAllBytes(asked());

    project.send("north_2.csv", patients(BOTH, TOO_MUCH + " "));
    project.run();
    assertThat(state("CON-07")).isEqualTo("sent");
    assertThat(questions().get(only("CON-07").id()).get(6)).isEqualTo("2020-08-14");
    assertThat(questions().keySet()).hasSize(questionsIn(first));

    answer(asked(), "back.xlsx", "CON-07", saying(CORRECTED, ""));
    Said night = project.run();
    assertThat(night.code()).as("it is no submission").isZero();
    assertThat(state("CON-07")).isEqualTo("answered");
    assertThat(questions()).doesNotContainKey(only("CON-07").id());
    assertThat(answers()).containsExactly("H" + rowOf(question) + " noted noted");
    assertThat(project.run().out()).as("the same answer again").contains("Nothing changed");

    project.send("north_3.csv", patients(BOTH, OwnProject.patients(8).get(4)));
    project.run();
    assertThat(state("CON-07")).isEqualTo("resolved");
  }

  private int questionsIn(byte[] workbook) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      return book.getSheetAt(0).getLastRowNum() - 1;
    }
  }

  private int rowOf(List<String> question) throws IOException {
    try (XSSFWorkbook book =
        new XSSFWorkbook(Files.newInputStream(folder.resolve("inbox/back.xlsx")))) {
      for (Row row : book.getSheetAt(0)) {
        if (row.getCell(0).getStringCellValue().equals(question.get(0))) {
          return row.getRowNum() + 1;
        }
      }
    }
    throw new AssertionError(question);
  }

  @Test
  void whatACentreConfirmsTheJobMayAcceptIfTheRuleAllowsIt() throws IOException {
    answer(asked(), "north_answers.csv.xlsx", "STG-15", saying(CONFIRMED, "病理18-1234"));
    project.run();
    assertThat(state("STG-15")).as("somebody of the registry decides").isEqualTo("answered");

    project.edit("jobs/nightly.yaml", "language: zh", "language: zh, accept: overridable");
    answer(asked(), "back2.xlsx", "CON-07", saying(CONFIRMED, "seen"));
    answer(first(), "back3.xlsx", "STG-15", saying(CONFIRMED, "病理18-1235"));
    project.run();
    assertThat(state("CON-07")).as("130 % cannot be so").isEqualTo("answered");
    assertThat(state("STG-15")).isEqualTo("confirmed");
  }

  /** The workbook of the first night, which asked everything. */
  private Path first() throws IOException {
    try (var runs = Files.list(folder.resolve("out/nightly"))) {
      return runs.filter(Files::isDirectory)
          .sorted()
          .findFirst()
          .orElseThrow()
          .resolve("quality/queries/north.xlsx");
    }
  }

  @Test
  void whatCannotBeTakenIsToldWithItsCellAndTheRestIsTaken() throws IOException {
    answer(
        asked(),
        "back.xlsx",
        "CON-07",
        row -> {
          row.getCell(ANSWER).setCellValue("=1+1 大概吧");
          Row other = row.getSheet().createRow(row.getSheet().getLastRowNum() + 1);
          other.createCell(0).setCellValue("0123456789ab");
          other.createCell(ANSWER).setCellValue(CORRECTED);
        });
    Said night = project.run();
    assertThat(night.out() + night.err())
        .contains("back.xlsx: 2 answers were not taken, quality/answers.csv says why");
    assertThat(answers())
        .anySatisfy(
            line ->
                assertThat(line).contains(" refused ").contains("the answer is none of the list"))
        .anySatisfy(
            line -> assertThat(line).contains(" refused ").contains("no question has this id"));
    assertThat(project.lines("quality/answers.csv"))
        .as("a formula stays a text")
        .anySatisfy(line -> assertThat(line).contains(",'=1+1 大概吧,"));
    assertThat(state("CON-07")).isEqualTo("sent");
  }

  @Test
  void aRowThatWasMixedUpOrIsOfAnotherCentreIsRefused() throws IOException {
    answer(
        asked(),
        "mixed.xlsx",
        "CON-07",
        row -> {
          row.getCell(1).setCellValue("P1");
          row.getCell(ANSWER).setCellValue(CORRECTED);
        });
    answer(
        asked(),
        "foreign.xlsx",
        "STG-15",
        row -> {
          saying(CORRECTED, "").accept(row);
          row.getSheet()
              .getWorkbook()
              .getSheet("denovo")
              .getRow(0)
              .getCell(1)
              .setCellValue("south");
        });
    project.run();
    assertThat(answers())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("id and patient do not belong together"))
        .anySatisfy(line -> assertThat(line).contains("the question is another centre's"));
    assertThat(state("CON-07")).isEqualTo("sent");
    assertThat(state("STG-15")).isEqualTo("sent");
  }

  @Test
  void anOldFileChangesNothingThatWasSaidSince() throws IOException {
    Path asked = asked();
    answer(asked, "v1.xlsx", "CON-07", saying(CONFIRMED, "first"));
    project.run();
    answer(asked, "v2.xlsx", "CON-07", saying(CORRECTED, "second"));
    project.run();
    assertThat(answers()).hasSize(2).allSatisfy(line -> assertThat(line).doesNotContain("refused"));
    project.touch("v1.xlsx");
    project.run();
    assertThat(state("CON-07")).isEqualTo("answered");
    assertThat(lastWord("CON-07")).startsWith("corrected").endsWith("second");

    project.send("north_2.csv", patients(BOTH, TOO_MUCH.replace("130", "131")));
    project.run();
    assertThat(state("CON-07")).as("another value, asked anew").isEqualTo("open");
    project.touch("v2.xlsx");
    project.run();
    assertThat(state("CON-07")).as("the answer was to the old one").isIn("open", "sent");
  }

  /** What was last said of the finding of a rule, as the registry keeps it. */
  private String lastWord(String rule) throws IOException {
    Database database = Database.embedded(folder.resolve("data"));
    try (HikariDataSource source = new HikariDataSource()) {
      source.setJdbcUrl(database.url());
      source.setUsername(database.user());
      source.setPassword(database.password());
      List<Rulings.Event> history = Store.in(source).rulings().history(only(rule).id());
      return history.get(history.size() - 1).why();
    }
  }
}
