package org.denovo.workbook;

/** Says that a sheet's XML is outside what the byte scanner knows; an XML parser has to read it. */
final class Unusual extends Exception {

  static final Unusual FORM = new Unusual();

  private Unusual() {
    super("not the form that spreadsheet programs write", null, false, false);
  }
}
