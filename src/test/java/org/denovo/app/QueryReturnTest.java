package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.app.AskedProject.ANSWER;
import static org.denovo.app.AskedProject.BOTH;
import static org.denovo.app.AskedProject.CONFIRMED;
import static org.denovo.app.AskedProject.CORRECTED;
import static org.denovo.app.AskedProject.TOO_MUCH;
import static org.denovo.app.AskedProject.patients;
import static org.denovo.app.AskedProject.saying;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.denovo.check.RuleBook;
import org.denovo.check.Scope;
import org.denovo.extract.FindingsFile;
import org.denovo.extract.RunSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways in which a query workbook comes back that nobody asked for. All is invented. */
class QueryReturnTest {

  @TempDir Path folder;
  private AskedProject centre;
  private OwnProject project;

  @BeforeEach
  void aNightThatAsks() throws IOException {
    centre = new AskedProject(folder);
    project = centre.own();
  }

  private Path inbox(String name) {
    return folder.resolve("inbox").resolve(name);
  }

  /** The question on ER as a row that was answered. */
  private List<String> answered() throws IOException {
    List<String> row = new ArrayList<>(centre.questions().get(centre.only("CON-07").id()));
    row.set(ANSWER, CORRECTED);
    return row;
  }

  private static final List<String> HEADER =
      List.of(
          "问题编号", "病历号", "工作表", "单元格与现填内容", "问题", "影响", "请于此日前答复", "答复（请选择）", "说明", "填写人", "填写日期");

  /** As spreadsheet programs export the sheet of questions. */
  private void sendCsv(String name, Charset charset, char separator) throws IOException {
    StringBuilder text = new StringBuilder(charset == StandardCharsets.UTF_8 ? "\uFEFF" : "");
    for (List<String> row : List.of(List.of("北方医院：填好后原样发回"), HEADER, answered())) {
      text.append(
              row.stream()
                  .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                  .collect(Collectors.joining(String.valueOf(separator))))
          .append("\r\n");
    }
    Files.write(inbox(name), text.toString().getBytes(charset));
    project.touch(name);
  }

  private void assertAnswered(Said night) throws IOException {
    assertThat(night.code()).as(night.err()).isZero();
    assertThat(night.out()).contains("Workbooks   0 read, 1 unchanged, 0 quarantined");
    assertThat(centre.state("CON-07")).isEqualTo("answered");
    assertThat(centre.answers()).hasSize(1).allMatch(line -> line.endsWith(" noted noted"));
  }

  @ParameterizedTest
  @CsvSource({
    "back.csv, UTF-8, ','",
    "north_back.csv, UTF-8, ','",
    "答复.csv, GB18030, ','",
    "back.tsv, UTF-16, '\t'",
    "back.txt, UTF-8, ';'"
  })
  void aTextFileOfTheSheetIsAnAnswerWhateverItIsCalled(String name, String charset, char separator)
      throws IOException {
    sendCsv(name, Charset.forName(charset), separator);
    assertAnswered(project.run());
    assertThat(centre.lastWord("CON-07")).startsWith("corrected");
  }

  /** A text file does not say whose it is; the questions in it do. */
  @Test
  void aTextFileWithQuestionsThatNobodyAskedIsOfNoCentre() throws IOException {
    Files.writeString(inbox("back.csv"), "问题编号,病历号,答复（请选择）\n0123456789ab,P5," + CORRECTED + "\n");
    project.touch("back.csv");
    Said night = project.run();
    assertThat(night.code()).isZero();
    assertThat(night.out()).contains("back.csv: 1 answers were not taken");
    assertThat(centre.answers())
        .containsExactly("C2 refused no question has this id; it may have been edited");
  }

  @Test
  void anOpenDocumentIsAnAnswer() throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(inbox("back.ods")))) {
      put(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
      put(zip, "META-INF/manifest.xml", "<m:manifest xmlns:m='m'/>");
      put(zip, "content.xml", openDocument(List.of(HEADER, answered())));
    }
    project.touch("back.ods");
    assertAnswered(project.run());
    assertThat(centre.answers()).containsExactly("H1003 noted noted");
    assertThat(centre.lastWord("CON-07"))
        .isEqualTo("corrected, 2020-07-20, due 2020-08-14: a  b\tc");
  }

  /** With what programs put between rows and cells: repeats, notes, dates, spaces, shapes. */
  private static String openDocument(List<List<String>> rows) {
    StringBuilder xml =
        new StringBuilder(
            "<o:document-content xmlns:o='o' xmlns:t='t' xmlns:x='x'><o:body><o:spreadsheet>"
                + "<t:tracked-changes><t:table t:name='old'/></t:tracked-changes>"
                + "<t:table t:name='质疑清单'><t:shapes><x:p>shape</x:p></t:shapes>"
                + "<t:table-row><t:table-cell><x:p>北方医院</x:p></t:table-cell></t:table-row>\n");
    for (int i = 0; i < rows.size(); i++) {
      if (i == 1) {
        xml.append("<t:table-row t:number-rows-repeated='1000'><t:table-cell/></t:table-row>");
      }
      xml.append("<t:table-row>");
      for (String cell : i == 0 ? rows.get(i) : rows.get(i).subList(0, ANSWER + 1)) {
        xml.append("<t:table-cell o:value-type='string'><o:annotation><x:p>note</x:p>")
            .append("</o:annotation>\n<x:p>")
            .append(cell.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "</x:p><x:p>"))
            .append("</x:p></t:table-cell>");
      }
      if (i > 0) {
        xml.append("<t:table-cell><x:p>a<x:s x:c='2'/>b<x:tab/>c</x:p></t:table-cell>")
            .append("<t:covered-table-cell t:number-columns-repeated='1'/>")
            .append("<t:table-cell o:value-type='date' o:date-value='2020-07-20'>")
            .append("<x:p>20.07.20</x:p></t:table-cell>");
      }
      xml.append("<t:table-cell t:number-columns-repeated='16000'/></t:table-row>\n");
    }
    return xml
        + "<t:table-row t:number-rows-repeated='1048576'><t:table-cell/></t:table-row></t:table>"
        + "<t:table t:name='denovo'><t:table-row><t:table-cell><x:p>centre</x:p></t:table-cell>"
        + "<t:table-cell><x:p>north</x:p></t:table-cell></t:table-row></t:table>"
        + "</o:spreadsheet></o:body></o:document-content>";
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A submission is read from formats of which everything is known. */
  @Test
  void anOpenDocumentThatIsNoAnswerIsStillNoSubmission() throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(inbox("north_9.csv")))) {
      put(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
      put(zip, "META-INF/manifest.xml", "<m:manifest xmlns:m='m'/>");
      put(zip, "content.xml", openDocument(List.of()).replace("质疑清单", "病例"));
    }
    project.touch("north_9.csv");
    Said night = project.run();
    assertThat(night.code()).isEqualTo(5);
    assertThat(night.out()).contains("the content is an OpenDocument file (.ods)");
  }

  private void lock(String name) throws IOException, GeneralSecurityException {
    centre.answer(centre.asked(), "open.xlsx", "CON-07", saying(CORRECTED, ""));
    EncryptionInfo lock = new EncryptionInfo(EncryptionMode.agile);
    Encryptor encryptor = lock.getEncryptor();
    encryptor.confirmPassword("password of the centre");
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      try (OutputStream out = encryptor.getDataStream(files)) {
        Files.copy(inbox("open.xlsx"), out);
      }
      try (OutputStream out = Files.newOutputStream(inbox(name))) {
        files.writeFilesystem(out);
      }
    }
    project.remove("open.xlsx");
    project.touch(name);
  }

  @ParameterizedTest
  @CsvSource({"back.xlsx", "north_back.csv"})
  void aLockedFileIsQuarantinedAndSaysWhatToDo(String name) throws Exception {
    lock(name);
    Said night = project.run();
    assertThat(night.code()).isEqualTo(5);
    assertThat(night.out())
        .as("the workbook of before stays in force")
        .contains("Patients    8")
        .contains(" 0 read, ", " 1 quarantined");
    assertThat(RunSummary.read(project.latest()).notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.en())
                  .startsWith(
                      name
                          + ": The workbook has a password and none was given. Configure the"
                          + " centre's password or send a copy without one; answers to questions"
                          + " in it are not taken before.");
              assertThat(notice.zh()).contains("其中若有质疑答复，此前不会采纳");
            });
    assertThat(centre.state("CON-07")).isEqualTo("sent");
    assertThat(project.run().code()).as("said until it is gone").isEqualTo(5);
  }

  @Test
  void aFileLockedAsTheCentreLocksItsOwnIsAnAnswer() throws Exception {
    Files.writeString(folder.resolve("mappings/north.txt"), "password of the centre\n");
    project.edit("mappings/north.yaml", "data-cut", "password: {file: north.txt}\ndata-cut");
    project.run();
    lock("north_back.csv");
    assertAnswered(project.run());
  }

  @Test
  void aDamagedFileIsQuarantinedAndSaysWhatToDo() throws IOException {
    centre.answer(centre.asked(), "back.xlsx", "CON-07", saying(CORRECTED, ""));
    byte[] whole = Files.readAllBytes(inbox("back.xlsx"));
    Files.write(inbox("back.xlsx"), Arrays.copyOf(whole, whole.length / 2));
    project.touch("back.xlsx");
    Said night = project.run();
    assertThat(night.code()).isEqualTo(5);
    assertThat(night.out())
        .contains(
            "back.xlsx: The file is damaged or was not copied completely (zip)",
            "If it holds answers to questions, none was taken: send it again as a whole .xlsx");
    assertThat(centre.state("CON-07")).isEqualTo("sent");
  }

  @Test
  void aWorkbookWithoutItsHeadersIsRefusedAsAWhole() throws IOException {
    centre.answer(
        centre.asked(),
        "back.xlsx",
        "CON-07",
        row -> {
          saying(CORRECTED, "").accept(row);
          row.getSheet().removeRow(row.getSheet().getRow(1));
        });
    Said night = project.run();
    assertThat(night.code()).isZero();
    assertThat(night.out()).contains("back.xlsx: 1 answers were not taken");
    assertThat(centre.answers())
        .singleElement()
        .asString()
        .contains("refused", "the query workbook has no headers");
    assertThat(centre.state("CON-07")).isEqualTo("sent");
  }

  @Test
  void anAnswerToAValueThatChangedSinceIsRefusedOnTheSameDayToo() throws IOException {
    Path asked = centre.asked();
    project.send("north_2.csv", patients(BOTH, TOO_MUCH.replace("130", "131")));
    project.run();
    assertThat(centre.state("CON-07")).as("asked anew, but not sent when judged").isEqualTo("open");
    assertThat(centre.questions().get(centre.only("CON-07").id()).get(3)).endsWith("：131");

    centre.answer(asked, "back.xlsx", "CON-07", saying(CORRECTED, "of 130"));
    Said night = project.run();
    assertThat(night.out()).contains("back.xlsx: 1 answers were not taken");
    assertThat(centre.answers())
        .singleElement()
        .asString()
        .contains("refused", "the data changed since and the question was asked anew");
    assertThat(centre.state("CON-07")).isEqualTo("sent");

    centre.answer(centre.asked(), "back2.xlsx", "CON-07", saying(CORRECTED, "of 130"));
    project.run();
    assertThat(centre.state("CON-07")).as("the same words of the new value").isEqualTo("answered");
    assertThat(centre.lastWord("CON-07")).endsWith("of 130");
  }

  @Test
  void anAnswerToAQuestionThatTheDataSettledIsNotNeeded() throws IOException {
    Path asked = centre.asked();
    centre.answer(asked, "back.xlsx", "CON-07", saying(CONFIRMED, "seen"));
    byte[] filled = Files.readAllBytes(inbox("back.xlsx"));
    project.remove("back.xlsx");
    project.send("north_2.csv", patients(BOTH, OwnProject.patients(8).get(4)));
    project.run();
    assertThat(centre.state("CON-07")).isEqualTo("resolved");

    Files.write(inbox("back.xlsx"), filled);
    project.touch("back.xlsx");
    project.run();
    assertThat(centre.answers())
        .singleElement()
        .asString()
        .contains("refused", "the question is settled: there is no such finding any more");
  }

  @Test
  void ofTwoFilesThatSayDifferentThingsTheLaterCounts() throws IOException {
    centre.answer(centre.asked(), "a.xlsx", "CON-07", saying(CORRECTED, "first"));
    centre.answer(centre.asked(), "b.xlsx", "CON-07", saying(CORRECTED, "second"));
    project.run();
    assertThat(centre.lastWord("CON-07")).endsWith("second");
    assertThat(centre.answers())
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).contains("noted"),
            line -> assertThat(line).contains("superseded", "a newer file answers it otherwise"));
  }

  @Test
  void aJobMayTakeACentresWordForWarningsOnly() throws IOException {
    project.edit("jobs/nightly.yaml", "language: zh", "language: zh, accept: warnings");
    centre.answer(centre.asked(), "a.xlsx", "STG-15", saying(CONFIRMED, "path 18-1234"));
    centre.answer(centre.asked(), "b.xlsx", "CMP-13", saying(CONFIRMED, "path 18-1234"));
    project.run();
    assertThat(centre.state("STG-15")).isEqualTo("confirmed");
    assertThat(centre.of("CMP-13").stream().map(FindingsFile.Row::state).distinct())
        .as("errors")
        .containsExactly("answered");
  }

  private static boolean isOfItsOwn(String rule) {
    Scope scope = RuleBook.BUILT_IN.named(rule).orElseThrow().scope();
    return scope == Scope.PATIENT || scope == Scope.FILE;
  }

  @Test
  void noCentreIsAskedMoreThanFiveHundredQuestionsAndTheRestIsCounted() throws IOException {
    List<String> many = new ArrayList<>();
    for (String row : OwnProject.patients(520)) {
      String[] cells = row.split(",", -1);
      cells[4] = "130";
      many.add(String.join(",", cells));
    }
    project.send("north_2.csv", many);
    project.run();
    long asked =
        centre.findings().stream()
            .filter(row -> row.state().equals("sent") || row.state().equals("open"))
            .filter(row -> !row.severity().equals("info"))
            .filter(row -> isOfItsOwn(row.rule()))
            .count();
    assertThat(centre.questions()).hasSize(500);
    assertThat(centre.help()).contains("另有%d个次要问题未列入本次。".formatted(asked - 500));
    Set<String> workbook = centre.questions().keySet();
    project.edit("jobs/nightly.yaml", "as-of: 2020-07-15", "as-of: 2020-07-16");
    project.run();
    assertThat(centre.findings().stream().filter(row -> row.state().equals("sent")))
        .extracting(FindingsFile.Row::id)
        .as("what is in the workbook was sent, beside what was before")
        .containsAll(workbook)
        .hasSizeBetween(500, 500 + 49);
    assertThat(centre.questions().keySet()).isEqualTo(workbook);
  }
}
