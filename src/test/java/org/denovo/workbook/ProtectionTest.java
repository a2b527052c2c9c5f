package org.denovo.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.denovo.workbook.WorkbookFacts.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hazard 3: a password for opening stops reading until it is given (HostileWorkbookTest); one for
 * changing does not, nor does a protected structure or sheet.
 */
class ProtectionTest {

  private static final String ROW = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

  @TempDir Path folder;

  private static Set<Trait> traits(Path file, Optional<char[]> password) {
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, password)) {
      assertThat(Seen.rows(workbook.sheets().get(0))).hasSize(1);
      return workbook.facts().traits();
    }
  }

  @Test
  void aPasswordForChangingOrAWishNotToChangeDoesNotStopReading() throws IOException {
    RawXlsx xlsx =
        new RawXlsx()
            .part(
                "xl/workbook.xml",
                RawXlsx.workbook(
                    "<fileSharing readOnlyRecommended='1' reservationPassword='CC1A'/>"))
            .rows(ROW);
    assertThat(traits(xlsx.write(folder.resolve("a.xlsx")), Optional.empty()))
        .containsExactly(Trait.WRITE_RESERVED);
    Path xls =
        Books.write(
            folder.resolve("a.xls"),
            Books.xls(),
            book -> {
              book.createSheet("s").createRow(0).createCell(0).setCellValue(1);
              ((HSSFWorkbook) book).writeProtectWorkbook("secret", "li");
            });
    assertThat(traits(xls, Optional.empty())).containsExactly(Trait.WRITE_RESERVED);
  }

  @Test
  void aProtectedStructureDoesNotStopReading() throws IOException {
    RawXlsx xlsx =
        new RawXlsx()
            .part(
                "xl/workbook.xml",
                RawXlsx.workbook("<workbookProtection lockStructure='1' workbookPassword='CC1A'/>"))
            .rows(ROW);
    assertThat(traits(xlsx.write(folder.resolve("a.xlsx")), Optional.empty()))
        .containsExactly(Trait.STRUCTURE_LOCKED);
  }

  @Test
  void anElementThatProtectsNothingIsNoProtection() throws IOException {
    RawXlsx xlsx =
        new RawXlsx().part("xl/workbook.xml", RawXlsx.workbook("<workbookProtection/>")).rows(ROW);
    assertThat(traits(xlsx.write(folder.resolve("a.xlsx")), Optional.empty())).isEmpty();
  }

  @Test
  void theStandardPasswordOfAProtectedStructureIsKnownToEveryProgram() throws Exception {
    Path file = locked(Decryptor.DEFAULT_PASSWORD);
    assertThat(traits(file, Optional.empty())).containsExactly(Trait.STRUCTURE_LOCKED);
  }

  @Test
  void aPasswordForOpeningIsUsedAndSaid() throws Exception {
    Path file = locked("口令");
    assertThat(traits(file, Optional.of("口令".toCharArray()))).containsExactly(Trait.ENCRYPTED);
  }

  private Path locked(String password) throws Exception {
    Path clear = new RawXlsx().rows(ROW).write(folder.resolve("clear.xlsx"));
    Path file = folder.resolve("locked.xlsx");
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword(password);
      try (OutputStream out = encryptor.getDataStream(files)) {
        Files.copy(clear, out);
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        files.writeFilesystem(out);
      }
    }
    return file;
  }
}
