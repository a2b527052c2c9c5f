package org.denovo.workbook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hssf.record.ProtectRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.denovo.workbook.WorkbookFacts.Trait;

/** An .xls (or a WPS .et, which is one), held in memory as a whole. */
final class XlsWorkbook implements Workbook {

  private final HSSFWorkbook book;
  private final List<Sheet> sheets;
  private final WorkbookFacts facts;

  /**
   * A workbook.
   *
   * @param opened what was found while opening it
   */
  XlsWorkbook(
      String file, HSSFWorkbook book, DirectoryNode root, Set<Trait> opened, Limits limits) {
    this.book = book;
    boolean date1904 = book.getInternalWorkbook().isUsing1904DateWindowing();
    XlsLooks looks = new XlsLooks(book);
    List<Sheet> all = new ArrayList<>();
    for (int i = 0; i < book.getNumberOfSheets(); i++) {
      SheetVisibility visibility = book.getSheetVisibility(i);
      CellMaker maker = new CellMaker(file, book.getSheetName(i), date1904);
      all.add(new XlsSheet(file, book.getSheetAt(i), visibility, maker, looks, limits));
    }
    this.sheets = List.copyOf(all);
    this.facts =
        new WorkbookFacts("xls", producer(book), "", date1904, traits(book, opened), carried(root));
  }

  private static String producer(HSSFWorkbook book) {
    SummaryInformation summary = book.getSummaryInformation();
    String name = summary == null ? null : summary.getApplicationName();
    return name == null ? "" : name.strip();
  }

  private static Set<Trait> traits(HSSFWorkbook book, Set<Trait> opened) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    traits.addAll(opened);
    if (book.isWriteProtected()) {
      traits.add(Trait.WRITE_RESERVED);
    }
    if (book.getInternalWorkbook().findFirstRecordBySid(ProtectRecord.sid)
            instanceof ProtectRecord lock
        && lock.getProtect()) {
      traits.add(Trait.STRUCTURE_LOCKED);
    }
    for (int i = 0; i < book.getNumberOfSheets(); i++) {
      if (book.getSheetAt(i).getForceFormulaRecalculation()) {
        traits.add(Trait.NOT_CALCULATED);
      }
    }
    return traits;
  }

  private List<Carried> carried(DirectoryNode root) {
    List<Carried> carried = new ArrayList<>();
    if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
      carried.add(new Carried(Carried.Kind.MACROS, "", 1));
    }
    if (root.hasEntryCaseInsensitive("Revision Log")) {
      carried.add(new Carried(Carried.Kind.CHANGE_HISTORY, "", 1));
    }
    if (root.hasEntryCaseInsensitive("_SX_DB_CUR")) {
      carried.add(new Carried(Carried.Kind.PIVOT_TABLES, "", 1));
    }
    for (Record record : book.getInternalWorkbook().getRecords()) {
      if (record instanceof SupBookRecord link && link.isExternalReferences()) {
        String target = link.getURL();
        int folders = Math.max(target.lastIndexOf('/'), target.lastIndexOf('\\'));
        carried.add(
            new Carried(Carried.Kind.EXTERNAL_LINKS, target.substring(folders + 1).strip(), 1));
      }
    }
    return carried;
  }

  @Override
  public List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public WorkbookFacts facts() {
    return facts;
  }

  @Override
  public void close() {
    try {
      book.close();
    } catch (java.io.IOException e) {
      throw Refusals.broken("Workbook", e);
    }
  }
}
