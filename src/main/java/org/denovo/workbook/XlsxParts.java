package org.denovo.workbook;

/** What all sheets of one .xlsx share; the shared texts are read when first asked for. */
final class XlsxParts {

  private final String file;
  private final ZipParts zip;
  private final boolean date1904;
  private final Styles styles;
  private final String sharedPart;
  private SharedStrings shared;

  XlsxParts(String file, ZipParts zip, boolean date1904, Styles styles, String sharedPart) {
    this.file = file;
    this.zip = zip;
    this.date1904 = date1904;
    this.styles = styles;
    this.sharedPart = sharedPart;
  }

  String file() {
    return file;
  }

  ZipParts zip() {
    return zip;
  }

  boolean date1904() {
    return date1904;
  }

  Styles styles() {
    return styles;
  }

  synchronized SharedStrings shared() {
    if (shared == null) {
      shared = SharedStrings.read(zip, sharedPart);
    }
    return shared;
  }
}
