package org.denovo.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denovo.workbook.WorkbookRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text files: which encoding, which delimiter, which cells. The patients are invented. */
class TextFileTest {

  private static final String SIMPLIFIED =
      "住院号,姓名,确诊日期,手术方式,切缘\r\n0012,王某某,2018-05-03,改良根治术,阴性\r\n0013,李某,2019年1月,保乳手术,阳性\r\n";
  private static final String TRADITIONAL =
      "住院號,姓名,確診日期,手術方式,切緣\r\n0012,王某某,2018-05-03,改良根治術,陰性\r\n0013,劉某,2019年1月,保留乳房手術,陽性\r\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "UTF-8, '', UTF-8",
    "UTF-8, EFBBBF, UTF-8",
    "UTF-16LE, FFFE, UTF-16LE",
    "UTF-16BE, FEFF, UTF-16BE",
    "UTF-16LE, '', UTF-16LE",
    "UTF-16BE, '', UTF-16BE",
    "GB18030, '', GB18030",
    "GBK, '', GB18030"
  })
  void simplifiedChineseInEachEncoding(String charset, String mark, String said)
      throws IOException {
    Path file = write(SIMPLIFIED, charset, mark);
    assertThat(charset(file)).isEqualTo(said);
    assertThat(Seen.cells(file))
        .hasSize(15)
        .startsWith("A1 TEXT 住院号", "B1 TEXT 姓名")
        .endsWith("D3 TEXT 保乳手术", "E3 TEXT 阳性");
  }

  @Test
  void traditionalChineseInBig5() throws IOException {
    Path file = write(TRADITIONAL, "Big5", "");
    assertThat(charset(file)).isEqualTo("Big5");
    assertThat(Seen.cells(file)).startsWith("A1 TEXT 住院號").endsWith("E3 TEXT 陽性");
  }

  @Test
  void oneRareCharacterOutsideGb2312DoesNotMakeItBig5() throws IOException {
    Path file = write("姓名,备注\n朱镕某,喆\n陶某,堃\n", "GB18030", "");
    assertThat(Seen.cells(file)).contains("A2 TEXT 朱镕某", "B2 TEXT 喆", "B3 TEXT 堃");
  }

  @Test
  void aLateByteThatIsNoUtf8IsSeen() throws IOException {
    // The only Chinese stands behind the first 64 KiB.
    Path file = write("a,b\n".repeat(20_000) + "切缘,阴性\n", "GB18030", "");
    assertThat(charset(file)).isEqualTo("GB18030");
    assertThat(Seen.cells(file)).endsWith("A20001 TEXT 切缘", "B20001 TEXT 阴性");
  }

  @Test
  void bytesThatNoEncodingHasAreRefused() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.write(file, new byte[] {'a', ',', (byte) 0xFF, (byte) 0xFF, '\n'});
    assertThatThrownBy(() -> WorkbookFile.open(file, Limits.DEFAULT, Optional.empty()))
        .isInstanceOfSatisfying(
            WorkbookRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_FORMAT));
  }

  @ParameterizedTest
  @CsvSource({"';'", "'|'", "'\t'", "','"})
  void theDelimiterIsTheOneThatComesEquallyOften(String d) throws IOException {
    String text =
        "登记表（2019，北方）\n"
            + String.join(d, "号", "部位", "备注")
            + "\n"
            + String.join(d, "1", "\"骨,肝;脑|肺\t\"", "a")
            + "\n"
            + String.join(d, "2", "骨", "b")
            + "\n";
    Path file = write(text, "UTF-8", "");
    assertThat(Seen.cells(file))
        .containsExactly(
            "A1 TEXT 登记表（2019，北方）",
            "A2 TEXT 号",
            "B2 TEXT 部位",
            "C2 TEXT 备注",
            "A3 TEXT 1",
            "B3 TEXT 骨,肝;脑|肺\t",
            "C3 TEXT a",
            "A4 TEXT 2",
            "B4 TEXT 骨",
            "C4 TEXT b");
  }

  @Test
  void everyCellIsTextAndNothingIsTrimmedOrGuessed() throws IOException {
    Path file = write("00123, 1-10 ,TRUE,0.30\n\n\n,=1+1,\"a\n\"\"b\"\"\",\n", "UTF-8", "");
    assertThat(Seen.cells(file))
        .containsExactly(
            "A1 TEXT 00123",
            "B1 TEXT  1-10 ",
            "C1 TEXT TRUE",
            "D1 TEXT 0.30",
            "B4 TEXT =1+1",
            "C4 TEXT a\n\"b\"");
  }

  @Test
  void aTextFileHasOneSheetWithoutNameThatIsReadAgainFromItsStart() throws IOException {
    Path file = write("a,b\n", "UTF-8", "EFBBBF");
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, Optional.empty())) {
      assertThat(workbook.sheets()).hasSize(1);
      Sheet sheet = workbook.sheet("").orElseThrow();
      assertThat(Seen.rows(sheet)).isEqualTo(Seen.rows(sheet)).hasSize(1);
      assertThat(workbook.facts())
          .isEqualTo(new WorkbookFacts("csv", "", "UTF-8", false, Set.of(), List.of()));
    }
  }

  @Test
  void aByteOrderMarkAloneIsAnEmptyFile() throws IOException {
    Path file = write("", "UTF-8", "EFBBBF");
    assertThatThrownBy(() -> WorkbookFile.open(file, Limits.DEFAULT, Optional.empty()))
        .isInstanceOfSatisfying(
            WorkbookRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.EMPTY));
  }

  @Test
  void theHashIsOfTheBytes() throws IOException {
    Path file = folder.resolve("abc");
    Files.writeString(file, "abc", StandardCharsets.US_ASCII);
    assertThat(WorkbookHash.sha256(file))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  private static String charset(Path file) {
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, Optional.empty())) {
      return workbook.facts().charset();
    }
  }

  private Path write(String text, String charset, String mark) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(java.util.HexFormat.of().parseHex(mark));
    bytes.write(text.getBytes(Charset.forName(charset)));
    Path file = folder.resolve("text.csv");
    Files.write(file, bytes.toByteArray());
    return file;
  }
}
