package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.app.AskedProject.ANSWER;
import static org.denovo.app.AskedProject.BOTH;
import static org.denovo.app.AskedProject.CONFIRMED;
import static org.denovo.app.AskedProject.CORRECTED;
import static org.denovo.app.AskedProject.TOO_MUCH;
import static org.denovo.app.AskedProject.patients;
import static org.denovo.app.AskedProject.saying;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that go out and come back, as a centre and a registry see them. All is invented. */
class QueryRoundTest {

  @TempDir Path folder;
  private AskedProject centre;
  private OwnProject project;

  @BeforeEach
  void aNightThatAsks() throws IOException {
    centre = new AskedProject(folder);
    project = centre.own();
  }

  @Test
  void aQuestionNamesTheCentresOwnCellAndIsAskedOnceUntilItIsAnswered() throws IOException {
    List<String> question = centre.questions().get(centre.only("CON-07").id());
    assertThat(question.subList(1, 4)).containsExactly("P5", "", "E6 ER(%)：130");
    assertThat(question.get(6)).isEqualTo("2020-08-14");
    assertThat(question.subList(7, 11)).containsExactly("", "", "", "");
    byte[] first = Files.readAllBytes(centre.asked());

    project.send("north_2.csv", patients(BOTH, TOO_MUCH + " "));
    project.run();
    assertThat(centre.state("CON-07")).isEqualTo("sent");
    assertThat(centre.questions().get(centre.only("CON-07").id()).get(6)).isEqualTo("2020-08-14");
    assertThat(centre.questions().keySet()).hasSize(questionsIn(first));

    centre.answer(centre.asked(), "back.xlsx", "CON-07", saying(CORRECTED, ""));
    Said night = project.run();
    assertThat(night.code()).as("it is no submission").isZero();
    assertThat(centre.state("CON-07")).isEqualTo("answered");
    assertThat(centre.questions()).doesNotContainKey(centre.only("CON-07").id());
    assertThat(centre.answers()).containsExactly("H" + rowOf(question) + " noted noted");
    assertThat(project.run().out()).as("the same answer again").contains("Nothing changed");

    project.send("north_3.csv", patients(BOTH, OwnProject.patients(8).get(4)));
    project.run();
    assertThat(centre.state("CON-07")).isEqualTo("resolved");
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
    centre.answer(
        centre.asked(), "north_answers.csv.xlsx", "STG-15", saying(CONFIRMED, "病理18-1234"));
    project.run();
    assertThat(centre.state("STG-15")).as("somebody of the registry decides").isEqualTo("answered");

    project.edit("jobs/nightly.yaml", "language: zh", "language: zh, accept: overridable");
    centre.answer(centre.asked(), "back2.xlsx", "CON-07", saying(CONFIRMED, "seen"));
    centre.answer(centre.first(), "back3.xlsx", "STG-15", saying(CONFIRMED, "病理18-1235"));
    project.run();
    assertThat(centre.state("CON-07")).as("130 % cannot be so").isEqualTo("answered");
    assertThat(centre.state("STG-15")).isEqualTo("confirmed");
  }

  @Test
  void whatCannotBeTakenIsToldWithItsCellAndTheRestIsTaken() throws IOException {
    centre.answer(
        centre.asked(),
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
    assertThat(centre.answers())
        .anySatisfy(
            line ->
                assertThat(line).contains(" refused ").contains("the answer is none of the list"))
        .anySatisfy(
            line -> assertThat(line).contains(" refused ").contains("no question has this id"));
    assertThat(project.lines("quality/answers.csv"))
        .as("a formula stays a text")
        .anySatisfy(line -> assertThat(line).contains(",'=1+1 大概吧,"));
    assertThat(centre.state("CON-07")).isEqualTo("sent");
  }

  @Test
  void aRowThatWasMixedUpOrIsOfAnotherCentreIsRefused() throws IOException {
    centre.answer(
        centre.asked(),
        "mixed.xlsx",
        "CON-07",
        row -> {
          row.getCell(1).setCellValue("P1");
          row.getCell(ANSWER).setCellValue(CORRECTED);
        });
    centre.answer(
        centre.asked(),
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
    assertThat(centre.answers())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("id and patient do not belong together"))
        .anySatisfy(line -> assertThat(line).contains("the question is another centre's"));
    assertThat(centre.state("CON-07")).isEqualTo("sent");
    assertThat(centre.state("STG-15")).isEqualTo("sent");
  }

  @Test
  void anOldFileChangesNothingThatWasSaidSince() throws IOException {
    Path asked = centre.asked();
    centre.answer(asked, "v1.xlsx", "CON-07", saying(CONFIRMED, "first"));
    project.run();
    centre.answer(asked, "v2.xlsx", "CON-07", saying(CORRECTED, "second"));
    project.run();
    assertThat(centre.answers()).hasSize(2).allMatch(line -> line.endsWith(" noted noted"));
    String said = centre.lastWord("CON-07");
    assertThat(said).startsWith("corrected").endsWith("second");
    project.touch("v1.xlsx");
    assertThat(project.run().out()).contains("Nothing changed");
    assertThat(centre.state("CON-07")).isEqualTo("answered");
    assertThat(centre.lastWord("CON-07")).isEqualTo(said);

    project.send("north_2.csv", patients(BOTH, TOO_MUCH.replace("130", "131")));
    project.run();
    assertThat(centre.state("CON-07")).as("another value, asked anew").isEqualTo("open");
    List<String> questions = centre.questions().get(centre.only("CON-07").id());
    project.touch("v2.xlsx");
    project.edit("jobs/nightly.yaml", "as-of: 2020-07-15", "as-of: 2020-07-16");
    project.run();
    assertThat(centre.state("CON-07")).as("the answer was to the old one").isEqualTo("sent");
    assertThat(centre.questions()).containsEntry(questions.get(0), questions);
    assertThat(centre.lastWord("CON-07")).as("the night sent it, nobody answered").isEmpty();
  }
}
