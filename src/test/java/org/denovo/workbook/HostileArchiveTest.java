package org.denovo.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.denovo.workbook.WorkbookRefused.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that say one thing in their directory and another before their entries, and bombs. */
@Timeout(20)
class HostileArchiveTest {

  private static final String ROW = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  @TempDir Path folder;

  private ByteBuffer zip;

  @BeforeEach
  void anOrdinaryWorkbook() throws IOException {
    Path file = new RawXlsx().rows(ROW).write(folder.resolve("good.xlsx"));
    zip = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(Seen.cells(file)).containsExactly("A1 NUMBER 1");
  }

  private WorkbookRefused refusal(Path file) {
    return catchThrowableOfType(WorkbookRefused.class, () -> Seen.rows(file, Limits.DEFAULT));
  }

  private Reason reason() throws IOException {
    return refusal(Files.write(folder.resolve("bad.xlsx"), zip.array())).reason();
  }

  /** Where the directory's record of an entry begins. */
  private int record(String name) {
    return find(0x02014B50, 46, name);
  }

  /** Where the header before an entry's data begins. */
  private int header(String name) {
    return find(0x04034B50, 30, name);
  }

  private int find(int signature, int nameAt, String name) {
    byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; ; at++) {
      if (zip.getInt(at) == signature
          && ByteBuffer.wrap(zip.array(), at + nameAt, wanted.length)
              .equals(ByteBuffer.wrap(wanted))) {
        return at;
      }
    }
  }

  @Test
  void twoEntriesOverTheSameBytesAreHostile() throws IOException {
    int other = record("xl/workbook.xml");
    zip.putInt(other + 42, zip.getInt(record(SHEET) + 42));
    assertThat(reason()).isEqualTo(Reason.HOSTILE);
  }

  @Test
  void anEntryThatReachesIntoTheNextIsHostile() throws IOException {
    int first = record("_rels/.rels");
    zip.putInt(first + 20, zip.getInt(first + 20) + 40);
    assertThat(reason()).isEqualTo(Reason.HOSTILE);
  }

  @Test
  void anotherNameBeforeTheDataIsHostile() throws IOException {
    zip.put(header(SHEET) + 30, (byte) 'X');
    assertThat(reason()).isEqualTo(Reason.HOSTILE);
  }

  @Test
  void anotherMethodBeforeTheDataIsHostile() throws IOException {
    zip.putShort(header(SHEET) + 8, (short) ZipEntry.STORED);
    assertThat(reason()).isEqualTo(Reason.HOSTILE);
  }

  @Test
  void anotherSizeBeforeTheDataIsHostile() throws IOException {
    int header = header(SHEET);
    zip.putShort(header + 6, (short) (zip.getShort(header + 6) & ~8));
    zip.putInt(header + 18, 7);
    assertThat(reason()).isEqualTo(Reason.HOSTILE);
  }

  @Test
  void noHeaderBeforeTheDataIsHostile() throws IOException {
    zip.putInt(header(SHEET), 0);
    assertThat(reason()).isEqualTo(Reason.HOSTILE);
  }

  @Test
  void aWrongChecksumIsBroken() throws IOException {
    int record = record(SHEET);
    zip.putInt(record + 16, zip.getInt(record + 16) ^ 1);
    assertThat(reason()).isEqualTo(Reason.BROKEN);
  }

  @Test
  void aWrongLengthIsBroken() throws IOException {
    int record = record(SHEET);
    zip.putInt(record + 24, zip.getInt(record + 24) + 1);
    assertThat(reason()).isEqualTo(Reason.BROKEN);
  }

  @Test
  void anEntryWithAPasswordIsBroken() throws IOException {
    for (int at : new int[] {record(SHEET) + 8, header(SHEET) + 6}) {
      zip.putShort(at, (short) (zip.getShort(at) | 1));
    }
    assertThat(reason()).isEqualTo(Reason.BROKEN);
  }

  @ParameterizedTest
  @ValueSource(shorts = {1, 6, 9, 12, 14, 93, 99})
  void anotherWayOfPackingIsBroken(short method) throws IOException {
    zip.putShort(record(SHEET) + 10, method);
    zip.putShort(header(SHEET) + 8, method);
    assertThat(reason()).isEqualTo(Reason.BROKEN);
  }

  @Test
  void anEntryBehindTheEndIsBroken() throws IOException {
    zip.putInt(record(SHEET) + 42, zip.capacity());
    assertThat(reason()).isEqualTo(Reason.BROKEN);
  }

  @Test
  void aWorkbookCutOffAnywhereIsRefused() throws IOException {
    byte[] whole = zip.array();
    List<Reason> reasons = new ArrayList<>();
    for (int length = 1; length < whole.length; length += 13) {
      Path file = folder.resolve("cut.xlsx");
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      reasons.add(refusal(file).reason());
    }
    // The first bytes alone do not yet tell that it is an archive.
    assertThat(reasons.subList(1, reasons.size())).containsOnly(Reason.BROKEN);
    assertThat(reasons.get(0)).isEqualTo(Reason.WRONG_EXTENSION);
  }

  @Test
  void aNameWithAZeroIsHostile() throws IOException {
    RawXlsx book = new RawXlsx().rows(ROW).part("xl/media/a\0.png", "x");
    assertThat(refusal(book.write(folder.resolve("a.xlsx"))).reason()).isEqualTo(Reason.HOSTILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\\\server\\share\\x", "c:x", "xl\\..\\..\\x", "//server/x", ".."})
  void aNameThatIsAPathElsewhereIsHostile(String name) throws IOException {
    RawXlsx book = new RawXlsx().rows(ROW).part(name, "x");
    assertThat(refusal(book.write(folder.resolve("a.xlsx"))).reason()).isEqualTo(Reason.HOSTILE);
  }

  @Test
  void aRelationThatPointsOutsideStaysInside() throws IOException {
    Files.writeString(folder.resolve("secret.xml"), "<worksheet/>");
    RawXlsx book =
        new RawXlsx()
            .rows(ROW)
            .part(
                "xl/_rels/workbook.xml.rels",
                RawXlsx.relations("worksheet", "../../../../../../../.." + folder + "/secret.xml"));
    assertThat(refusal(book.write(folder.resolve("a.xlsx"))).reason()).isEqualTo(Reason.BROKEN);
  }

  @Test
  void moreEntriesThanAWorkbookHasAreTooLarge() throws IOException {
    RawXlsx book = new RawXlsx().rows(ROW);
    for (int i = 0; i < Limits.DEFAULT.entries(); i++) {
      book.part("xl/media/" + i, new byte[0]);
    }
    assertThat(refusal(book.write(folder.resolve("a.xlsx"))).reason()).isEqualTo(Reason.TOO_LARGE);
  }

  /** What lies inside as a file is not opened, so that it may be a bomb. */
  @Test
  void anArchiveInAnArchiveIsNotOpened() throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(inner)) {
      out.putNextEntry(new ZipEntry("bomb"));
      out.write(new byte[50 << 20]);
    }
    RawXlsx book = new RawXlsx().rows(ROW).part("xl/embeddings/a.zip", inner.toByteArray());
    assertThat(Seen.cells(book.write(folder.resolve("a.xlsx")))).containsExactly("A1 NUMBER 1");
    Path outer = folder.resolve("b.xlsx");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(outer))) {
      out.putNextEntry(new ZipEntry("a.zip"));
      out.write(inner.toByteArray());
    }
    assertThat(refusal(outer).reason()).isEqualTo(Reason.WRONG_EXTENSION);
  }
}
