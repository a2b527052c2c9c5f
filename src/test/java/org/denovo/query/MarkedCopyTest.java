package org.denovo.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A centre's own workbook with marks on it. Its values are invented. */
class MarkedCopyTest {

  @TempDir Path folder;

  private static final List<Question> QUESTIONS =
      List.of(
          about("0123456789ab", 1, 1),
          about("0123456789ac", 1, 2),
          about("0123456789ad", 1, 1),
          about("0123456789ae", 5, 7));

  private static Question about(String id, int row, int column) {
    return new Question(
        id,
        "00112233445566aa",
        "P1",
        List.of(new Question.Where("病例", row, column, "ER", "130")),
        new Text("ER为130", "ER is 130"),
        Text.same(""),
        Text.same(""),
        LocalDate.of(2022, 7, 30));
  }

  /** A row of numbers, of which the last has a comment already. */
  private Path original(Workbook book, String name) throws IOException {
    Sheet sheet = book.createSheet("病例");
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 3; column++) {
        (sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row))
            .createCell(column)
            .setCellValue(130);
      }
    }
    ClientAnchor anchor = book.getCreationHelper().createClientAnchor();
    anchor.setCol1(2);
    anchor.setRow1(1);
    anchor.setCol2(4);
    anchor.setRow2(4);
    Comment own = sheet.createDrawingPatriarch().createCellComment(anchor);
    own.setString(book.getCreationHelper().createRichTextString("外院"));
    sheet.getRow(1).getCell(2).setCellComment(own);
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
    book.close();
    return file;
  }

  private MarkedCopy.Made copy(Path original, String name) {
    return MarkedCopy.write(
        original, folder, name, QUESTIONS, Lang.EN, Limits.DEFAULT, Optional.empty());
  }

  private void assertMarked(Path original, String file) throws IOException {
    byte[] before = Files.readAllBytes(original);
    assertThat(copy(original, "one").file()).contains(file);
    try (Workbook book = WorkbookFactory.create(folder.resolve(file).toFile(), null, true)) {
      Sheet sheet = book.getSheet("病例");
      Cell twice = sheet.getRow(1).getCell(1);
      assertThat(twice.getNumericCellValue()).isEqualTo(130);
      assertThat(twice.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
      assertThat(twice.getCellComment().getString().getString())
          .isEqualTo("ER is 130 [0123456789ab]\nER is 130 [0123456789ad]");
      assertThat(sheet.getRow(1).getCell(2).getCellComment().getString().getString())
          .as("the centre's own comment stays")
          .isEqualTo("外院\nER is 130 [0123456789ac]");
      assertThat(sheet.getRow(5).getCell(7).getCellComment().getString().getString())
          .as("an empty cell has one too")
          .isEqualTo("ER is 130 [0123456789ae]");
      assertThat(sheet.getRow(1).getCell(0).getCellStyle().getFillPattern())
          .isEqualTo(FillPatternType.NO_FILL);
    }
    String again = copy(original, "two").file().orElseThrow();
    assertThat(folder.resolve(file)).hasSameBinaryContentAs(folder.resolve(again));
    assertThat(original).hasBinaryContent(before);
  }

  @Test
  void theCellsOfAnXlsxAreMarked() throws IOException {
    assertMarked(original(new XSSFWorkbook(), "north.xlsx"), "one.xlsx");
  }

  @Test
  void theCellsOfAnXlsAreMarked() throws IOException {
    assertMarked(original(new HSSFWorkbook(), "north.xls"), "one.xls");
  }

  @Test
  void aTextFileHasNoColours() throws IOException {
    Path file = Files.writeString(folder.resolve("north.csv"), "编号,ER\nP1,130\n");
    MarkedCopy.Made made = copy(file, "one");
    assertThat(made.file()).isEmpty();
    assertThat(made.why().en()).isEqualTo("the format csv has neither colours nor comments");
  }

  @Test
  void aWorkbookWithMacrosKeepsItsKindWhateverItIsCalled() throws IOException {
    for (String name : List.of("north.xlsm", "north.xlsx")) {
      XSSFWorkbook macros = new XSSFWorkbook(XSSFWorkbookType.XLSM);
      assertMarked(original(macros, name), "one.xlsm");
      try (XSSFWorkbook made = new XSSFWorkbook(Files.newInputStream(folder.resolve("one.xlsm")))) {
        assertThat(made.isMacroEnabled()).isTrue();
      }
    }
    assertMarked(original(new XSSFWorkbook(), "plain.xlsm"), "one.xlsx");
  }

  @Test
  void aWorkbookAboveTwoMegabytesHasNoCopyAndSaysSo() throws IOException {
    XSSFWorkbook book = new XSSFWorkbook();
    byte[] picture = new byte[2 << 20];
    new Random(1).nextBytes(picture);
    book.addPicture(picture, Workbook.PICTURE_TYPE_PNG);
    Path original = original(book, "north.xlsx");
    assertThat(Files.size(original)).isGreaterThan(2 << 20);
    MarkedCopy.Made made = copy(original, "one");
    assertThat(made.file()).isEmpty();
    assertThat(made.why().en()).isEqualTo("the workbook is larger than 2 MB");
    assertThat(folder.resolve("one.xlsx")).doesNotExist();
  }

  @Test
  void aLockedWorkbookHasNoCopyWithoutItsPassword() throws Exception {
    Path plain = original(new XSSFWorkbook(), "plain.xlsx");
    EncryptionInfo lock = new EncryptionInfo(EncryptionMode.agile);
    lock.getEncryptor().confirmPassword("secret");
    Path locked = folder.resolve("locked.xlsx");
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      try (OutputStream out = lock.getEncryptor().getDataStream(files)) {
        Files.copy(plain, out);
      }
      try (OutputStream out = Files.newOutputStream(locked)) {
        files.writeFilesystem(out);
      }
    }
    MarkedCopy.Made made =
        MarkedCopy.write(
            locked,
            folder,
            "one",
            QUESTIONS,
            Lang.EN,
            Limits.DEFAULT,
            Optional.of("secret".toCharArray()));
    assertThat(made.file()).isEmpty();
    assertThat(made.why().en())
        .isEqualTo("the workbook has a password; no copy without one is left lying");
  }
}
