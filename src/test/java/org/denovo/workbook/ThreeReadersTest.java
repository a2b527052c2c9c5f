package org.denovo.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Byte scanner, XML parser and POI's user model over invented workbooks in odd spellings: the same
 * cells, or a refusal. {@code -Ddenovo.fuzz=100000} tries that many, {@code -Ddenovo.fuzz.from}
 * other ones.
 */
class ThreeReadersTest {

  private static final int WORKBOOKS = Integer.getInteger("denovo.fuzz", 100);
  private static final long FROM = Long.getLong("denovo.fuzz.from", 20_261_124L);
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String SHARED = "xl/sharedStrings.xml";
  private static final List<String> REFUSED = List.of("refused");

  @TempDir Path folder;

  @Test
  void everySpellingGivesTheCellsThatPoiGives() throws Exception {
    int scanned = 0;
    for (long seed = FROM; seed < FROM + WORKBOOKS; seed++) {
      Path file = new OddXlsx(seed, false).workbook().write(folder.resolve("a.xlsx"));
      List<String> ours = cells(file);
      assertThat(ours).as("seed " + seed).isEqualTo(poi(file));
      scanned += isScanned(file) ? 1 : 0;
    }
    // Both of our readers have to have had their share.
    assertThat(scanned).isBetween(WORKBOOKS / 5, WORKBOOKS * 4 / 5);
  }

  @Test
  void everySpellingGivesTheSameRowsByBytesAndByTheParser() throws IOException {
    for (long seed = FROM; seed < FROM + WORKBOOKS * 3L; seed++) {
      Path file = new OddXlsx(seed, true).workbook().write(folder.resolve("a.xlsx"));
      List<String> parsed = rows(file, false);
      assertThat(parsed).as("seed " + seed).isNotEqualTo(REFUSED);
      assertThat(rows(file, true)).as("seed " + seed).isEqualTo(parsed);
    }
  }

  @Test
  void aDamagedWorkbookGivesTheSameRowsOrARefusal() throws IOException {
    int same = 0;
    for (long seed = FROM; seed < FROM + WORKBOOKS * 3L; seed++) {
      RawXlsx book = new OddXlsx(seed, true).workbook();
      Random random = new Random(seed);
      String part = random.nextInt(4) == 0 ? SHARED : SHEET;
      byte[] damaged = damaged(book.parts().get(part), random);
      Path file = book.part(part, damaged).write(folder.resolve("a.xlsx"));
      List<String> parsed = rows(file, false);
      List<String> scanned = rows(file, true);
      if (!parsed.equals(REFUSED) && !scanned.equals(REFUSED)) {
        assertThat(scanned).as("seed " + seed).isEqualTo(parsed);
        same++;
      }
    }
    assertThat(same).isBetween(WORKBOOKS / 2, WORKBOOKS * 3);
  }

  /** A byte changed, some left out, some doubled, or one piece put in another's place. */
  private static byte[] damaged(byte[] xml, Random random) {
    byte[] bytes = xml.clone();
    int from = random.nextInt(bytes.length);
    int length = Math.min(1 + random.nextInt(12), bytes.length - from);
    return switch (random.nextInt(5)) {
      case 0 -> {
        bytes[from] = (byte) random.nextInt(128);
        yield bytes;
      }
      case 1 -> {
        bytes[from] = (byte) random.nextInt(256);
        yield bytes;
      }
      case 2 -> joined(bytes, 0, from, from + length, bytes.length);
      case 3 -> joined(bytes, 0, from + length, from, bytes.length);
      default -> {
        int to = random.nextInt(bytes.length - length + 1);
        System.arraycopy(xml, from, bytes, to, length);
        yield bytes;
      }
    };
  }

  private static byte[] joined(byte[] bytes, int from, int to, int from2, int to2) {
    byte[] joined = Arrays.copyOf(Arrays.copyOfRange(bytes, from, to), to - from + to2 - from2);
    System.arraycopy(bytes, from2, joined, to - from, to2 - from2);
    return joined;
  }

  private static List<String> cells(Path file) {
    List<String> lines = new ArrayList<>();
    for (SourceRow row : Seen.rows(file, Limits.DEFAULT)) {
      for (SourceCell cell : row.cells()) {
        if (cell.kind() != Kind.BLANK && !cell.text().isEmpty()) {
          lines.add(cell.place().address() + " " + cell.kind() + " " + cell.text());
        }
      }
    }
    return lines;
  }

  private static List<String> poi(Path file) throws Exception {
    List<String> lines = new ArrayList<>();
    try (OPCPackage opc = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFWorkbook book = new XSSFWorkbook(opc);
      for (Row row : book.getSheetAt(0)) {
        for (Cell cell : row) {
          String value = value((XSSFCell) cell);
          if (!value.isEmpty()) {
            lines.add(cell.getAddress() + " " + value);
          }
        }
      }
    }
    return lines;
  }

  /** POI takes an empty value for a zero; here nothing stands there. */
  private static String value(XSSFCell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    boolean valued = cell.getRawValue() != null && !cell.getRawValue().isEmpty();
    return switch (type) {
      case NUMERIC -> valued ? "NUMBER " + Decimal.shortest(cell.getNumericCellValue()) : "";
      case STRING -> {
        String text = cell.getStringCellValue();
        yield text.isEmpty() ? "" : "TEXT " + text;
      }
      case BOOLEAN -> valued ? "BOOLEAN " + (cell.getBooleanCellValue() ? "TRUE" : "FALSE") : "";
      case ERROR -> valued ? "ERROR " + cell.getErrorCellString() : "";
      case BLANK, FORMULA, _NONE -> "";
    };
  }

  private static ZipParts zip(Path file) throws IOException {
    return new ZipParts(FileChannel.open(file, StandardOpenOption.READ), Limits.DEFAULT);
  }

  /** True if the sheet is in the form that the byte scanner knows. */
  private static boolean isScanned(Path file) throws IOException {
    RawRow row = new RawRow(Limits.DEFAULT);
    try (ZipParts zip = zip(file);
        ScannedRows rows = new ScannedRows(new PartBytes(zip.open(SHEET), SHEET), Limits.DEFAULT)) {
      while (rows.next(row)) {
        assertThat(row.index()).isNotNegative();
      }
      return true;
    } catch (Unusual form) {
      return false;
    }
  }

  private static List<String> rows(Path file, boolean bytes) throws IOException {
    List<String> lines = new ArrayList<>();
    RawRow row = new RawRow(Limits.DEFAULT);
    try (ZipParts zip = zip(file)) {
      SharedStrings shared =
          bytes ? SharedStrings.read(zip, SHARED) : SharedStrings.parsed(zip, SHARED);
      try (RowReader rows =
          bytes
              ? new FirstScannedRows(SHEET, zip)
              : new StaxRows(new PartXml(SHEET, zip.open(SHEET)), Limits.DEFAULT)) {
        while (rows.next(row)) {
          lines.add("row " + row.index() + " " + row.hidden());
          for (int i = 0; i < row.size(); i++) {
            lines.add(line(row, i, shared));
          }
        }
      }
    } catch (WorkbookRefused e) {
      return REFUSED;
    }
    return lines;
  }

  private static String line(RawRow row, int i, SharedStrings shared) {
    String value =
        switch (row.stored(i)) {
          case NUMBER -> Double.toString(row.number(i));
          case SHARED -> {
            int index = (int) row.number(i);
            yield index < shared.size() ? shared.text(index) : "none";
          }
          case NOTHING, TEXT, BOOLEAN, ERROR, DATE -> row.text(i);
        };
    return "%d %d %s %s %d"
        .formatted(row.column(i), row.style(i), row.stored(i), value, row.marks(i));
  }
}
