package org.denovo.workbook;

/**
 * How much of a workbook is read before it is refused, so that no file can cost more memory or time
 * than this.
 *
 * @param fileBytes size of the file, and of what an encrypted file holds
 * @param oldFormatBytes size of an .xls file, which is held in memory as a whole
 * @param inflatedBytes size of one part of an .xlsx after unpacking
 * @param inflateRatio unpacked to packed size of a part, judged once it is over 4 MiB
 * @param entries files inside an .xlsx
 * @param cellText characters of one cell
 * @param rows rows of a sheet
 * @param columns columns of a sheet
 * @param sharedStrings distinct texts of a workbook
 * @param sharedCharacters characters of all distinct texts together
 * @param mergedCells cells under all merged regions of a sheet together
 * @param lockTurns how often a locked workbook may have the password's hash turned before it is
 *     compared; Office writes 100,000
 */
public record Limits(
    long fileBytes,
    long oldFormatBytes,
    long inflatedBytes,
    int inflateRatio,
    int entries,
    int cellText,
    int rows,
    int columns,
    int sharedStrings,
    long sharedCharacters,
    long mergedCells,
    int lockTurns) {

  /** Roomy for any workbook of a centre: 1,048,576 rows and 16,384 columns, as Excel allows. */
  public static final Limits DEFAULT =
      new Limits(
          256L << 20,
          64L << 20,
          4L << 30,
          300,
          20_000,
          100_000,
          1_048_576,
          16_384,
          3_000_000,
          60_000_000L,
          4_000_000L,
          1_000_000);

  public Limits {
    if (fileBytes < 1
        || oldFormatBytes < 1
        || inflatedBytes < 1
        || inflateRatio < 1
        || entries < 1
        || cellText < 1
        || rows < 1
        || columns < 1
        || sharedStrings < 0
        || sharedCharacters < 0
        || mergedCells < 0
        || lockTurns < 0) {
      throw new IllegalArgumentException("a limit is below its least value");
    }
  }
}
