package org.denovo.workbook;

/**
 * Reads a sheet with the byte scanner, and from the first row on that is outside its form with an
 * XML parser: the rows are the same, whoever reads them.
 */
final class FirstScannedRows implements RowReader {

  private final String part;
  private final ZipParts zip;
  private final ScannedRows scanned;
  private StaxRows parsed;
  private int delivered;

  FirstScannedRows(String part, ZipParts zip) {
    this.part = part;
    this.zip = zip;
    this.scanned = new ScannedRows(new PartBytes(zip.open(part), part), zip.limits());
  }

  @Override
  public boolean next(RawRow row) {
    if (parsed != null) {
      return parsed.next(row);
    }
    try {
      boolean more = scanned.next(row);
      delivered++;
      return more;
    } catch (Unusual form) {
      return parse(row);
    }
  }

  private boolean parse(RawRow row) {
    scanned.close();
    parsed = new StaxRows(new PartXml(part, zip.open(part)), zip.limits());
    row.rewind();
    for (int i = 0; i < delivered; i++) {
      parsed.next(row);
    }
    return parsed.next(row);
  }

  @Override
  public void close() {
    if (parsed == null) {
      scanned.close();
    } else {
      parsed.close();
    }
  }
}
