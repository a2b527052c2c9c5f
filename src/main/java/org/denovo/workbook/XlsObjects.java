package org.denovo.workbook;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.hssf.record.AutoFilterInfoRecord;
import org.apache.poi.hssf.record.RecordBase;
import org.apache.poi.hssf.record.UnknownRecord;
import org.apache.poi.hssf.usermodel.HSSFAnchor;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFName;
import org.apache.poi.hssf.usermodel.HSSFObjectData;
import org.apache.poi.hssf.usermodel.HSSFPicture;
import org.apache.poi.hssf.usermodel.HSSFShape;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFSimpleShape;
import org.apache.poi.ss.util.CellAddress;
import org.denovo.source.Place;

/** What a sheet of an .xls carries beside its cells. */
final class XlsObjects {

  /** Records that POI keeps without a name of their own ([MS-XLS] 2.3). */
  private static final int AUTO_FILTER = 0x9E;

  private static final int PIVOT_VIEW = 0xB0;
  private static final int QUERY_TABLE = 0x1AD;

  private final HSSFSheet sheet;
  private final SheetLayout.Builder places;

  XlsObjects(HSSFSheet sheet, SheetLayout.Builder places) {
    this.sheet = sheet;
    this.places = places;
  }

  void gather() {
    if (sheet.getProtect()) {
      places.locked();
    }
    for (Map.Entry<CellAddress, HSSFComment> at : sheet.getCellComments().entrySet()) {
      String text = at.getValue().getString().getString();
      places.comment(
          at.getKey().getRow(), at.getKey().getColumn(), text == null ? "" : text.strip());
    }
    if (sheet.getDrawingPatriarch() != null) {
      sheet.getDrawingPatriarch().getChildren().forEach(this::shape);
    }
    records();
  }

  private void shape(HSSFShape shape) {
    if (shape instanceof HSSFComment) {
      return;
    }
    HSSFAnchor anchor = shape.getAnchor();
    String where =
        anchor instanceof HSSFClientAnchor cell
            ? Place.columnName(Math.max(0, cell.getCol1())) + (Math.max(0, cell.getRow1()) + 1)
            : "";
    if (shape instanceof HSSFObjectData) {
      places.carries(Carried.Kind.EMBEDDED_OBJECTS, where);
    } else if (shape instanceof HSSFPicture) {
      places.carries(Carried.Kind.PICTURES, where);
    } else if (!(shape instanceof HSSFSimpleShape button)
        || button.getShapeType() != HSSFSimpleShape.OBJECT_TYPE_COMBO_BOX) {
      // The arrows of a filter are combo boxes.
      places.carries(Carried.Kind.SHAPES, where);
    }
  }

  private void records() {
    boolean arrows = false;
    Set<Integer> filtered = new TreeSet<>();
    for (RecordBase record : sheet.getSheet().getRecords()) {
      arrows |= record instanceof AutoFilterInfoRecord;
      if (record instanceof UnknownRecord unknown) {
        switch (unknown.getSid()) {
          case AUTO_FILTER -> {
            byte[] bytes = unknown.serialize();
            filtered.add(bytes[4] & 0xFF | (bytes[5] & 0xFF) << 8);
          }
          case PIVOT_VIEW -> places.carries(Carried.Kind.PIVOT_TABLES, "");
          case QUERY_TABLE -> places.carries(Carried.Kind.QUERIES, "");
          default -> {}
        }
      }
    }
    if (arrows) {
      String range = filterRange().orElse("");
      places.filter(range.isEmpty() ? "?" : range);
      int first = Math.max(0, CellRef.column(range));
      filtered.forEach(column -> places.criterion(Place.columnName(first + column) + ": …"));
    }
  }

  /** The range stands in a hidden name of the sheet. */
  private Optional<String> filterRange() {
    int index = sheet.getWorkbook().getSheetIndex(sheet);
    return sheet.getWorkbook().getAllNames().stream()
        .filter(name -> name.getSheetIndex() == index)
        .filter(name -> name.getNameName().endsWith("_FilterDatabase"))
        .map(HSSFName::getRefersToFormula)
        .map(range -> range.substring(range.lastIndexOf('!') + 1).replace("$", ""))
        .findFirst();
  }
}
