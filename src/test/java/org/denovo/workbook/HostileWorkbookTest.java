package org.denovo.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.denovo.workbook.WorkbookRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be refused, with which reason; each within seconds and little memory. */
@Timeout(20)
class HostileWorkbookTest {

  private static final String ROW = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

  @TempDir Path folder;

  private void refused(Path file, Reason reason) {
    refused(file, reason, Limits.DEFAULT, Optional.empty());
  }

  private void refused(Path file, Reason reason, Limits limits, Optional<char[]> password) {
    assertThatThrownBy(
            () -> {
              try (Workbook workbook = WorkbookFile.open(file, limits, password)) {
                workbook.sheets().forEach(Seen::rows);
              }
            })
        .isInstanceOfSatisfying(
            WorkbookRefused.class,
            e -> {
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e.says().zh()).matches(".*\\p{IsHan}.*").doesNotContain("{0}");
              assertThat(e.says().en()).endsWith(".").doesNotContain("{0}");
            });
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  @Test
  void aFolderIsNoFile() throws IOException {
    refused(Files.createDirectory(file("folder.xlsx")), Reason.NOT_A_FILE);
  }

  @Test
  void aLinkIsNoFile() throws IOException {
    Path real = new RawXlsx().rows(ROW).write(file("real.xlsx"));
    refused(Files.createSymbolicLink(file("link.xlsx"), real), Reason.NOT_A_FILE);
  }

  @Test
  void aPipeIsNoFileAndIsNotWaitedFor() throws IOException, InterruptedException {
    Path pipe = file("pipe.xlsx");
    org.assertj.core.api.Assumptions.assumeThat(
            new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
        .isZero();
    refused(pipe, Reason.NOT_A_FILE);
  }

  @Test
  void aMissingFileIsNoFile() {
    refused(file("nothing.xlsx"), Reason.NOT_A_FILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xlsx", "a.xls", "a.csv"})
  void aFileWithoutBytesIsEmpty(String name) throws IOException {
    refused(Files.createFile(file(name)), Reason.EMPTY);
  }

  @ParameterizedTest
  @CsvSource({
    "report.xls, '<html><p>系统超时，请重新登录</p></html>', WRONG_EXTENSION",
    "report.xls, '<?xml version=\"1.0\"?><Workbook/>', WRONG_EXTENSION",
    "report.xls, 'MIME-Version: 1.0\nContent-Type: multipart/related', WRONG_EXTENSION",
    "report.xls, '<?xml version=\"1.0\"?><office:document x=\"1\"/>', WRONG_EXTENSION",
    "notes.doc, <table><tr><td>1</td></tr></table>, UNKNOWN_FORMAT",
    "report.csv, %PDF-1.7 and so on, WRONG_EXTENSION",
    "report.csv, <!DOCTYPE html><p>, WRONG_EXTENSION",
    "notes.docx, some words, UNKNOWN_FORMAT",
    "notes, some words, UNKNOWN_FORMAT"
  })
  void contentDecidesAndNotTheName(String name, String content, Reason reason) throws IOException {
    refused(Files.writeString(file(name), content), reason);
  }

  @Test
  void anotherZipIsNoWorkbook() throws IOException {
    Path file = file("report.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write("<w/>".getBytes(StandardCharsets.UTF_8));
    }
    refused(file, Reason.WRONG_EXTENSION);
  }

  @Test
  void anotherOleFileIsNoWorkbook() throws IOException {
    Path file = file("report.xls");
    try (POIFSFileSystem files = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      files.createDocument(new ByteArrayInputStream(new byte[5000]), "WordDocument");
      files.writeFilesystem(out);
    }
    refused(file, Reason.WRONG_EXTENSION);
  }

  @Test
  void foldersNestedWithoutEndAreBroken() throws IOException {
    Path file = file("deep.xls");
    try (POIFSFileSystem files = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      org.apache.poi.poifs.filesystem.DirectoryEntry folder = files.getRoot();
      for (int depth = 0; depth < 1_500; depth++) {
        folder = folder.createDirectory("d");
      }
      files.writeFilesystem(out);
    }
    refused(file, Reason.BROKEN);
  }

  @Test
  void bytesThatAreNoTextAreNoCsv() throws IOException {
    byte[] bytes = new byte[3000];
    new java.util.Random(7).nextBytes(bytes);
    refused(Files.write(file("noise.csv"), bytes), Reason.UNKNOWN_FORMAT);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 60, 90, 99})
  void anArchiveCutOffAnywhereIsBroken(int percent) throws IOException {
    Path whole = new RawXlsx().rows(ROW.repeat(1)).write(file("whole.xlsx"));
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = file("cut.xlsx");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length * percent / 100));
    refused(cut, Reason.BROKEN);
  }

  @Test
  void anXlsCutOffIsBroken() throws IOException {
    Path whole = file("whole.xls");
    try (HSSFWorkbook book = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(whole)) {
      book.createSheet("s").createRow(0).createCell(0).setCellValue("x");
      book.write(out);
    }
    byte[] bytes = Files.readAllBytes(whole);
    refused(Files.write(file("cut.xls"), Arrays.copyOf(bytes, 1500)), Reason.BROKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v>",
        "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row><row"
            + " r='1'/></sheetData></worksheet>",
        "<worksheet><sheetData><row r='x'/></sheetData></worksheet>",
        "<worksheet><sheetData><row><c r='12'><v>1</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c r='A1'><v>1</v></c><c"
            + " r='A1'><v>2</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c r='A1' t='s'><v>9</v></c></row></sheetData></worksheet>",
        "not xml"
      })
  void aSheetThatIsNoSheetIsBroken(String xml) throws IOException {
    refused(new RawXlsx().sheetXml(xml).write(file("broken.xlsx")), Reason.BROKEN);
  }

  @Test
  void aSheetThatIsNotThereIsBroken() throws IOException {
    refused(new RawXlsx().write(file("broken.xlsx")), Reason.BROKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE worksheet [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE worksheet SYSTEM 'http://localhost:1/evil.dtd'>",
        "<!DOCTYPE worksheet [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]>",
        "<!DOCTYPE worksheet>"
      })
  void aDocumentTypeIsHostileInEveryPart(String doctype) throws IOException {
    String sheet = doctype + "<worksheet><sheetData>" + ROW + "</sheetData></worksheet>";
    refused(new RawXlsx().sheetXml(sheet).write(file("a.xlsx")), Reason.HOSTILE);
    RawXlsx styles = new RawXlsx().rows(ROW).part("xl/styles.xml", doctype + "<worksheet/>");
    refused(styles.write(file("b.xlsx")), Reason.HOSTILE);
    RawXlsx workbook = new RawXlsx().rows(ROW);
    workbook.part("xl/workbook.xml", doctype + RawXlsx.workbook(""));
    refused(workbook.write(file("c.xlsx")), Reason.HOSTILE);
  }

  @Test
  void brokenBytesAreRefusedInSilence() throws IOException {
    byte[] sheet =
        "<worksheet><sheetData><row><c t='str'><v>?</v>".getBytes(StandardCharsets.UTF_8);
    sheet[new String(sheet, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xFF;
    Path file = new RawXlsx().part("xl/worksheets/sheet1.xml", sheet).write(file("bytes.xlsx"));
    java.io.PrintStream before = System.err;
    java.io.ByteArrayOutputStream said = new java.io.ByteArrayOutputStream();
    System.setErr(new java.io.PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      refused(file, Reason.BROKEN);
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aTextThatNamesAnUnknownEntityIsRefused() throws IOException {
    String rows = "<row><c t='str'><v>&x;</v></c></row>";
    refused(new RawXlsx().rows(rows).write(file("a.xlsx")), Reason.BROKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/cron.d/x", "/etc/passwd", "C:/x", "xl/../../x", "..\\x"})
  void aNameThatLeavesThePackageIsHostile(String name) throws IOException {
    refused(new RawXlsx().rows(ROW).part(name, "x").write(file("a.xlsx")), Reason.HOSTILE);
  }

  @Test
  void aNameThatComesTwiceIsHostile() throws IOException {
    RawXlsx twice = new RawXlsx().rows(ROW).part("XL/worksheets/SHEET1.xml", "<worksheet/>");
    refused(twice.write(file("a.xlsx")), Reason.HOSTILE);
  }

  @Test
  void aZipBombStopsSoon() throws IOException {
    Path file = file("bomb.xlsx");
    Path template = new RawXlsx().rows("").write(file("template.xlsx"));
    byte[] spaces = new byte[1 << 20];
    Arrays.fill(spaces, (byte) ' ');
    try (java.util.zip.ZipFile from = new java.util.zip.ZipFile(template.toFile());
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry : java.util.Collections.list(from.entries())) {
        if (!entry.getName().endsWith("sheet1.xml")) {
          zip.putNextEntry(new ZipEntry(entry.getName()));
          from.getInputStream(entry).transferTo(zip);
        }
      }
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 300; i++) {
        zip.write(spaces);
      }
      zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Files.size(file)).isLessThan(400_000);
    refused(file, Reason.HOSTILE);
  }

  @Test
  void limitsHold() throws IOException {
    Limits d = Limits.DEFAULT;
    Path file =
        new RawXlsx()
            .shared("<si><t>一</t></si><si><t>二二</t></si>")
            .sheet(
                "",
                "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='str'><v>四个字啊</v></c></row>"
                    + "<row r='9'><c r='A9'><v>1</v></c></row>",
                "<mergeCells><mergeCell ref='A1:B3'/></mergeCells>")
            .write(file("a.xlsx"));
    assertThat(Seen.rows(file, limits(1 << 20, 4, 9, 3, 2, 3, 6))).hasSize(2);
    refused(file, Reason.TOO_LARGE, limits(1 << 20, 3, 9, 3, 2, 3, 6), Optional.empty());
    refused(file, Reason.TOO_LARGE, limits(1 << 20, 4, 8, 3, 2, 3, 6), Optional.empty());
    refused(file, Reason.TOO_LARGE, limits(1 << 20, 4, 9, 2, 2, 3, 6), Optional.empty());
    refused(file, Reason.TOO_LARGE, limits(1 << 20, 4, 9, 3, 1, 3, 6), Optional.empty());
    refused(file, Reason.TOO_LARGE, limits(1 << 20, 4, 9, 3, 2, 2, 6), Optional.empty());
    refused(file, Reason.TOO_LARGE, limits(1 << 20, 4, 9, 3, 2, 3, 5), Optional.empty());
    refused(file, Reason.TOO_LARGE, limits(100, 4, 9, 3, 2, 3, 6), Optional.empty());
    Limits small =
        new Limits(1 << 20, 1, 100, 300, 100, 100, 100, 100, 100, d.sharedCharacters(), 100, 0);
    refused(file, Reason.TOO_LARGE, small, Optional.empty());
  }

  private static Limits limits(
      long fileBytes, int text, int rows, int columns, int shared, int characters, int merged) {
    return new Limits(
        fileBytes, 1 << 20, 1 << 20, 300, 100, text, rows, columns, shared, characters, merged, 0);
  }

  @Test
  void csvLimitsHold() throws IOException {
    Path file = Files.writeString(file("a.csv"), "一,二,三\n1,2,四个字啊\n");
    assertThat(Seen.rows(file, limits(1 << 20, 4, 2, 3, 0, 0, 0))).hasSize(2);
    refused(file, Reason.TOO_LARGE, limits(1 << 20, 4, 1, 3, 0, 0, 0), Optional.empty());
    refused(file, Reason.BROKEN, limits(1 << 20, 4, 2, 2, 0, 0, 0), Optional.empty());
    refused(file, Reason.BROKEN, limits(1 << 20, 3, 2, 3, 0, 0, 0), Optional.empty());
  }

  @Test
  void aQuoteThatIsNeverClosedIsBroken() throws IOException {
    refused(Files.writeString(file("a.csv"), "a,b\n1,\"open\n2,3\n4,5\n"), Reason.BROKEN);
  }

  @Test
  void aMergedRegionOverAWholeSheetIsTooLarge() throws IOException {
    RawXlsx all =
        new RawXlsx().sheet("", ROW, "<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>");
    refused(all.write(file("a.xlsx")), Reason.TOO_LARGE);
  }

  @Test
  void aLockedWorkbookAsksForItsPassword() throws Exception {
    Path file = file("locked.xlsx");
    Path clear = new RawXlsx().rows(ROW).write(file("clear.xlsx"));
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("right");
      try (OutputStream out = encryptor.getDataStream(files)) {
        Files.copy(clear, out);
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        files.writeFilesystem(out);
      }
    }
    refused(file, Reason.ENCRYPTED);
    refused(file, Reason.WRONG_PASSWORD, Limits.DEFAULT, Optional.of("wrong".toCharArray()));
  }

  @Test
  void aLockedXlsAsksForItsPassword() throws IOException {
    Path file = file("locked.xls");
    Biff8EncryptionKey.setCurrentUserPassword("right");
    try (HSSFWorkbook book = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      book.createSheet("s").createRow(0).createCell(0).setCellValue("x");
      book.write(out);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    refused(file, Reason.ENCRYPTED);
    refused(file, Reason.WRONG_PASSWORD, Limits.DEFAULT, Optional.of("wrong".toCharArray()));
  }
}
