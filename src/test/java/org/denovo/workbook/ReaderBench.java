package org.denovo.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.denovo.bench.WorkbookGenerator;
import org.denovo.source.SourceCell;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Readers of one workbook beside bare unzipping: processor time of the thread, warm, in rounds that
 * alternate, so that the medians' ratios say something on any machine. Every reader gives typed
 * cells, with shared texts looked up.
 */
public final class ReaderBench {

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String SHARED = "xl/sharedStrings.xml";

  private final Path file;

  private ReaderBench(Path file) {
    this.file = file;
  }

  /** Reads the workbook once and returns a sum over its cells, so that no work can be left out. */
  private interface Reader {
    double read() throws Exception;
  }

  /** Arguments: rows, rounds and a folder for the workbook. */
  public static void main(String[] arguments) throws Exception {
    int rows = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    Path file = Path.of(arguments[2], rows + ".xlsx");
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      WorkbookGenerator.one(rows, file);
    }
    new ReaderBench(file).measure(rounds);
  }

  private Map<String, Reader> readers() {
    Map<String, Reader> readers = new LinkedHashMap<>();
    readers.put("bare unzip", this::unzip);
    readers.put("unzip within limits", this::parts);
    readers.put("shared texts", this::shared);
    readers.put("byte scanner", () -> raw(FirstScannedRows::new));
    readers.put(
        "XML parser (fallback)",
        () -> raw((part, zip) -> new StaxRows(new PartXml(part, zip.open(part)), zip.limits())));
    readers.put("rows of source cells", this::cells);
    readers.put("POI event model", this::poi);
    return readers;
  }

  private void measure(int rounds) throws Exception {
    Map<String, Reader> readers = readers();
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    Map<String, Double> sums = new LinkedHashMap<>();
    for (int round = -1; round < rounds; round++) {
      for (Map.Entry<String, Reader> reader : readers.entrySet()) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        sums.put(reader.getKey(), reader.getValue().read());
        long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (round >= 0) {
          seconds.computeIfAbsent(reader.getKey(), r -> new ArrayList<>()).add((end - begin) / 1e9);
        }
      }
    }
    double floor = median(seconds.get("bare unzip"));
    seconds.forEach(
        (reader, times) ->
            System.out.printf(
                Locale.ROOT,
                "%-24s %6.3f s cpu  %5.2f x unzip   sum %.3f%n",
                reader,
                median(times),
                median(times) / floor,
                sums.get(reader)));
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }

  private double unzip() throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (String part : List.of(SHARED, SHEET)) {
        try (InputStream in = zip.getInputStream(zip.getEntry(part))) {
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes += n;
          }
        }
      }
    }
    return bytes;
  }

  private double parts() throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    try (ZipParts zip = zip()) {
      for (String part : List.of(SHARED, SHEET)) {
        try (InputStream in = zip.open(part)) {
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes += n;
          }
        }
      }
    }
    return bytes;
  }

  private double shared() throws IOException {
    try (ZipParts zip = zip()) {
      return SharedStrings.read(zip, SHARED).size();
    }
  }

  private ZipParts zip() throws IOException {
    return new ZipParts(FileChannel.open(file, StandardOpenOption.READ), Limits.DEFAULT);
  }

  private interface Opened {
    RowReader rows(String part, ZipParts zip);
  }

  private double raw(Opened opened) throws IOException {
    double sum = 0;
    RawRow row = new RawRow(Limits.DEFAULT);
    try (ZipParts zip = zip()) {
      SharedStrings shared = SharedStrings.read(zip, SHARED);
      try (RowReader rows = opened.rows(SHEET, zip)) {
        while (rows.next(row)) {
          for (int i = 0; i < row.size(); i++) {
            sum +=
                switch (row.stored(i)) {
                  case NUMBER -> row.number(i);
                  case SHARED -> shared.text((int) row.number(i)).length();
                  case NOTHING, TEXT, BOOLEAN, ERROR, DATE -> row.text(i).length();
                };
          }
        }
      }
    }
    return sum;
  }

  private double cells() {
    double sum = 0;
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, Optional.empty());
        Sheet.Rows rows = workbook.sheets().get(0).rows()) {
      while (rows.hasNext()) {
        for (SourceCell cell : rows.next().cells()) {
          sum += Double.isNaN(cell.number()) ? cell.text().length() : cell.number();
        }
      }
    }
    return sum;
  }

  private double poi() throws Exception {
    try (OPCPackage opc = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(opc);
      TypedCells cells = new TypedCells(new ReadOnlySharedStringsTable(opc));
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      try (InputStream sheet = reader.getSheetsData().next()) {
        factory.newSAXParser().parse(new InputSource(sheet), cells);
      }
      return cells.sum;
    }
  }

  /** The least that a reader on POI's events has to do for typed cells. */
  private static final class TypedCells extends DefaultHandler {
    private final ReadOnlySharedStringsTable shared;
    private final StringBuilder value = new StringBuilder();
    private String type = "";
    private boolean inValue;
    private double sum;

    TypedCells(ReadOnlySharedStringsTable shared) {
      this.shared = shared;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
      if (name.equals("c")) {
        String written = attributes.getValue("t");
        type = written == null ? "n" : written;
      } else if (name.equals("v") || name.equals("t")) {
        inValue = true;
        value.setLength(0);
      }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
      if (inValue && (name.equals("v") || name.equals("t"))) {
        inValue = false;
        String text = value.toString();
        sum +=
            switch (type) {
              case "s" -> shared.getItemAt(Integer.parseInt(text)).getString().length();
              case "n" -> Double.parseDouble(text);
              default -> text.length();
            };
      }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      if (inValue) {
        value.append(characters, start, length);
      }
    }
  }
}
