package org.denovo.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.ss.usermodel.SheetVisibility;

/** An .xls (or a WPS .et, which is one), held in memory as a whole. */
final class XlsWorkbook implements Workbook {

  private final HSSFWorkbook book;
  private final List<Sheet> sheets;
  private final WorkbookFacts facts;

  XlsWorkbook(
      String file,
      HSSFWorkbook book,
      DirectoryNode root,
      boolean encrypted,
      boolean misnamed,
      Limits limits) {
    this.book = book;
    boolean date1904 = book.getInternalWorkbook().isUsing1904DateWindowing();
    XlsLooks looks = new XlsLooks(book);
    List<Sheet> all = new ArrayList<>();
    for (int i = 0; i < book.getNumberOfSheets(); i++) {
      boolean hidden = book.getSheetVisibility(i) != SheetVisibility.VISIBLE;
      CellMaker maker = new CellMaker(file, book.getSheetName(i), date1904);
      all.add(new XlsSheet(file, book.getSheetAt(i), hidden, maker, looks, limits));
    }
    this.sheets = List.copyOf(all);
    Set<String> ignored = ignored(book, root);
    if (misnamed) {
      ignored.add(WorkbookFacts.WRONG_EXTENSION);
    }
    this.facts =
        new WorkbookFacts("xls", producer(book), "", date1904, encrypted, List.copyOf(ignored));
  }

  private static String producer(HSSFWorkbook book) {
    SummaryInformation summary = book.getSummaryInformation();
    String name = summary == null ? null : summary.getApplicationName();
    return name == null ? "" : name.strip();
  }

  private static Set<String> ignored(HSSFWorkbook book, DirectoryNode root) {
    Set<String> ignored = new TreeSet<>();
    if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
      ignored.add("macros");
    }
    if (!book.getAllPictures().isEmpty()) {
      ignored.add("pictures");
    }
    if (root.hasEntryCaseInsensitive("_SX_DB_CUR")) {
      ignored.add("pivot_tables");
    }
    if (root.hasEntryCaseInsensitive("Revision Log")) {
      ignored.add("change_history");
    }
    for (int i = 0; i < book.getNumberOfSheets(); i++) {
      if (!book.getSheetAt(i).getCellComments().isEmpty()) {
        ignored.add("comments");
      }
    }
    return ignored;
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
