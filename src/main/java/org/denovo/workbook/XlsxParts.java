package org.denovo.workbook;

import java.util.function.Supplier;

/** What all sheets of one workbook in XML share; the shared texts are read when first asked for. */
final class XlsxParts {

  private final String file;
  private final Limits limits;
  private final boolean date1904;
  private final Styles styles;
  private final Supplier<SharedStrings> reading;
  private SharedStrings shared;

  XlsxParts(
      String file,
      Limits limits,
      boolean date1904,
      Styles styles,
      Supplier<SharedStrings> reading) {
    this.file = file;
    this.limits = limits;
    this.date1904 = date1904;
    this.styles = styles;
    this.reading = reading;
  }

  String file() {
    return file;
  }

  Limits limits() {
    return limits;
  }

  boolean date1904() {
    return date1904;
  }

  Styles styles() {
    return styles;
  }

  synchronized SharedStrings shared() {
    if (shared == null) {
      shared = reading.get();
    }
    return shared;
  }
}
