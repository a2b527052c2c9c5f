package org.denovo.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Files that want memory or time, written one after the other, read in a process of small heap, and
 * deleted. Says for each what became of it.
 */
public final class HostileFiles {

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String SHARED = "xl/sharedStrings.xml";
  private static final String OPEN = "<worksheet><sheetData>";
  private static final String CLOSE = "</sheetData></worksheet>";
  private static final int MEGABYTE = 1 << 20;

  private final Path folder;

  private HostileFiles(Path folder) {
    this.folder = folder;
  }

  private interface Attack {
    Path write(Path folder) throws IOException;
  }

  /** Argument: a folder for the files. Prints {@code name outcome milliseconds} a line. */
  public static void main(String[] arguments) throws IOException {
    new HostileFiles(Path.of(arguments[0])).run();
  }

  private void run() throws IOException {
    for (Map.Entry<String, Attack> attack : attacks().entrySet()) {
      Path file = attack.getValue().write(folder);
      long begin = System.nanoTime();
      String outcome = read(file);
      System.out.println(
          attack.getKey() + "\t" + outcome + "\t" + (System.nanoTime() - begin) / 1_000_000);
      Files.delete(file);
    }
  }

  private static String read(Path file) {
    long cells = 0;
    try (Workbook workbook =
        WorkbookFile.open(file, Limits.DEFAULT, Optional.of("right".toCharArray()))) {
      for (Sheet sheet : workbook.sheets()) {
        try (Sheet.Rows rows = sheet.rows()) {
          while (rows.hasNext()) {
            cells += rows.next().cells().size();
          }
        }
      }
      return cells + " cells";
    } catch (WorkbookRefused e) {
      return e.reason().name();
    }
  }

  private static Map<String, Attack> attacks() {
    Map<String, Attack> attacks = new LinkedHashMap<>();
    attacks.put(
        "a sheet of blanks packed 1000 to 1", part(SHEET, OPEN, " ".repeat(MEGABYTE), 300, CLOSE));
    attacks.put("a sheet of five gigabytes", part(SHEET, OPEN, noise(80_000), 55_000, CLOSE));
    attacks.put(
        "shared texts packed 1000 to 1",
        part(SHARED, "<sst>", "<si><t>a</t></si>".repeat(60_000), 300, "</sst>"));
    attacks.put("shared texts without end", part(SHARED, "<sst>", texts(3_000), 3_000, "</sst>"));
    attacks.put(
        "styles without end",
        part(
            "xl/styles.xml",
            "<styleSheet><cellXfs>",
            noise(80_000),
            1_000,
            "</cellXfs></styleSheet>"));
    attacks.put(
        "a relation for every grain of sand",
        part(
            "xl/_rels/workbook.xml.rels",
            "<Relationships>",
            IntStream.range(0, 100)
                .mapToObj(i -> "<Relationship Id='" + i * 7919 + "' Type='a' Target='" + i + "'/>")
                .collect(Collectors.joining()),
            300,
            "</Relationships>"));
    attacks.put(
        "an inline text of 200 MB",
        filled(OPEN + "<row><c t='inlineStr'><is><t>", 'x', "</t></is></c></row>" + CLOSE));
    attacks.put(
        "a value of 200 MB",
        filled(OPEN + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>", 'x', "</v></c></row>" + CLOSE));
    attacks.put("an attribute of 200 MB", filled(OPEN + "<row><c r='", 'A', "'/></row>" + CLOSE));
    attacks.put(
        "an attribute that holds the ends of tags",
        filled(OPEN + "<row><c r='", '>', "'/></row>" + CLOSE));
    attacks.put("an element name of 200 MB", filled(OPEN + "<", 'x', "/>" + CLOSE));
    attacks.put("a comment of 200 MB", filled(OPEN + "<!--", 'x', "-->" + CLOSE));
    attacks.put("a comment that holds the ends of tags", filled(OPEN + "<!--", '>', "-->" + CLOSE));
    attacks.put(
        "a CDATA section of 200 MB",
        filled(OPEN + "<row><c><v><![CDATA[", 'x', "]]></v></c></row>" + CLOSE));
    attacks.put("an instruction of 200 MB", filled(OPEN + "<?x ", 'x', "?>" + CLOSE));
    attacks.put("a document type of 200 MB", filled("<!DOCTYPE x [", ' ', "]>" + OPEN + CLOSE));
    attacks.put(
        "elements nested ten million deep",
        part(SHEET, "<worksheet>", "<a ><b\t><c>".repeat(1000), 3_000, "</worksheet>"));
    attacks.put("sixteen thousand columns in two hundred rows", HostileFiles::wide);
    attacks.put(
        "one column too many",
        folder ->
            new RawXlsx()
                .rows("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>")
                .write(folder.resolve("a.xlsx")));
    attacks.put("a million blank rows", folder -> blank(folder, 1_048_576));
    attacks.put("a million and one blank rows", folder -> blank(folder, 1_048_577));
    attacks.put("four million merged regions", HostileFiles::merged);
    attacks.put("a csv line of 64 MB", folder -> csv(folder, "x", 64 * MEGABYTE));
    attacks.put("a csv of 64 million fields in a line", folder -> csv(folder, "1,", 64 * MEGABYTE));
    attacks.put(
        "a csv with a quote that swallows 64 MB", folder -> csv(folder, "\"a,\nb", 16 * MEGABYTE));
    attacks.put("an xls chain in a circle", xls(HostileOle::chainInACircle));
    attacks.put("an xls directory in a circle", xls(HostileOle::directoryInACircle));
    attacks.put("an xls folder in itself", xls(HostileOle::folderInItself));
    attacks.put("an xls entry beside itself", xls(HostileOle::neighbourOfItself));
    attacks.put("an xls of two gigabytes", xls(HostileOle::twoGigabytes));
    attacks.put("an xls of endless tables", xls(HostileOle::tableWithoutEnd));
    attacks.put("an xls of endless texts", xls(HostileOle::textsWithoutEnd));
    attacks.put(
        "a lock of a hundred million turns", lock("spinCount=\"\\d+\"", "spinCount=\"100000000\""));
    attacks.put("a lock with a key of 250 MB", lock("keyBits=\"\\d+\"", "keyBits=\"2000000000\""));
    attacks.put("a lock with a key of no bits", lock("keyBits=\"\\d+\"", "keyBits=\"-8\""));
    attacks.put("a lock with salt of 2 GB", lock("saltSize=\"\\d+\"", "saltSize=\"2000000000\""));
    attacks.put(
        "a lock with blocks of 2 GB", lock("blockSize=\"\\d+\"", "blockSize=\"2000000000\""));
    attacks.put("a lock with a hash of 2 GB", lock("hashSize=\"\\d+\"", "hashSize=\"2000000000\""));
    attacks.put(
        "a lock described with a document type",
        lock("<encryption ", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///dev/zero\">]><encryption "));
    attacks.put("a lock around more than a disk", xls(HostileOle::lockedWithoutEnd));
    return attacks;
  }

  private interface Bytes {
    byte[] get() throws IOException;
  }

  private static Attack xls(Bytes bytes) {
    return folder -> Files.write(folder.resolve("a.xls"), bytes.get());
  }

  private static Attack lock(String pattern, String absurd) {
    return xls(() -> HostileOle.locked(xml -> xml.replaceAll(pattern, absurd)));
  }

  private static Attack part(String part, String start, String middle, int times, String end) {
    return folder ->
        BigXlsx.write(folder.resolve("a.xlsx"), base(part), part, start, middle, times, end, true);
  }

  private static Attack filled(String start, char filling, String end) {
    return folder ->
        BigXlsx.write(
            folder.resolve("a.xlsx"),
            base(SHEET),
            SHEET,
            start,
            String.valueOf(filling).repeat(2_000),
            100_000,
            end,
            true);
  }

  private static RawXlsx base(String without) {
    return new RawXlsx()
        .shared("")
        .rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
        .without(without);
  }

  /** Elements that pack less than a bomb does. */
  private static String noise(int characters) {
    Random random = new Random(5);
    StringBuilder xml = new StringBuilder();
    while (xml.length() < characters) {
      xml.append("<xf a='")
          .append(Long.toString(random.nextLong(), 36))
          .append("'/>")
          .append(" ".repeat(20 * 64));
    }
    return xml.toString();
  }

  private static String texts(int count) {
    Random random = new Random(6);
    StringBuilder xml = new StringBuilder();
    for (int i = 0; i < count; i++) {
      xml.append("<si><t>").append(Long.toString(random.nextLong(), 36)).append("</t></si>");
    }
    return xml.toString();
  }

  private static Path wide(Path folder) throws IOException {
    Path file = folder.resolve("a.xlsx");
    String row = "<row>" + "<c><v>7</v></c><c t=\"str\"><v>是</v></c>".repeat(8_192) + "</row>";
    return BigXlsx.write(file, base(SHEET), SHEET, OPEN, row, 200, CLOSE, false);
  }

  private static Path blank(Path folder, int rows) throws IOException {
    Path file = folder.resolve("a.xlsx");
    StringBuilder xml = new StringBuilder();
    for (int row = 1; row <= rows; row++) {
      xml.append("<row r=\"").append(row).append("\" spans=\"1:60\"/>");
    }
    return new RawXlsx().rows(xml.toString()).write(file);
  }

  private static Path merged(Path folder) throws IOException {
    StringBuilder xml = new StringBuilder();
    for (int row = 1; row <= 4000; row++) {
      xml.append("<mergeCell ref=\"A").append(row).append(":B").append(row).append("\"/>");
    }
    return BigXlsx.write(
        folder.resolve("a.xlsx"),
        base(SHEET),
        SHEET,
        OPEN + "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData><mergeCells>",
        xml.toString(),
        1000,
        "</mergeCells></worksheet>",
        true);
  }

  private static Path csv(Path folder, String piece, int characters) throws IOException {
    Path file = folder.resolve("a.csv");
    String block = piece.repeat(MEGABYTE / piece.length());
    try (OutputStream out = Files.newOutputStream(file);
        Writer writer = new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      for (int written = 0; written < characters; written += block.length()) {
        writer.write(block);
      }
    }
    return file;
  }
}
