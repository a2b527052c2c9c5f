package org.denovo.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.poi.hssf.record.UnknownRecord;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.denovo.workbook.Carried.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hazards 9 to 11, 14, 30, 32, 35, 37 and 38: what a sheet and a workbook carry beside their cells.
 */
class BesidesCellsTest {

  private static final String ROW = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

  @TempDir Path folder;

  private static SheetFacts sheet(Path file) {
    return of(file, workbook -> workbook.sheets().get(0).facts());
  }

  private static WorkbookFacts book(Path file) {
    return of(file, org.denovo.workbook.Workbook::facts);
  }

  private static <T> T of(Path file, Function<org.denovo.workbook.Workbook, T> asked) {
    try (org.denovo.workbook.Workbook workbook =
        WorkbookFile.open(file, Limits.DEFAULT, Optional.empty())) {
      return asked.apply(workbook);
    }
  }

  @Test
  void hiddenColumnsAndSheetsAreToldApartFromVeryHiddenOnes() throws IOException {
    for (Path file :
        Books.both(
            folder,
            book -> {
              Sheet sheet = book.createSheet("看得见");
              sheet.createRow(0).createCell(0).setCellValue(1);
              sheet.setColumnHidden(2, true);
              sheet.setColumnHidden(3, true);
              book.createSheet("隐藏");
              book.setSheetVisibility(1, SheetVisibility.HIDDEN);
              book.createSheet("深度隐藏");
              book.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
            })) {
      assertThat(sheet(file).hiddenColumns().stream()).containsExactly(2, 3);
      List<String> seen =
          of(
              file,
              workbook ->
                  workbook.sheets().stream()
                      .map(s -> s.name() + " " + s.hidden() + " " + s.facts().veryHidden())
                      .toList());
      assertThat(seen).containsExactly("看得见 false false", "隐藏 true false", "深度隐藏 true true");
    }
  }

  @Test
  void aFilterNamesItsRangeAndCriteria() throws IOException {
    String behind =
        "<sheetProtection sheet='1'/><autoFilter ref='B2:E9' xr:uid='{0}'><filterColumn colId='0'>"
            + "<filters blank='1'><filter val='阳性'/></filters></filterColumn>"
            + "<filterColumn colId='3'><customFilters><customFilter operator='greaterThanOrEqual'"
            + " val='30'/></customFilters></filterColumn></autoFilter>"
            + "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>"
            + "<extLst><ext uri='u'><x14:id xmlns:x14='u'>x</x14:id></ext></extLst>";
    Path file = new RawXlsx().sheet("", ROW, behind).write(folder.resolve("a.xlsx"));
    assertThat(sheet(file).locked()).isTrue();
    assertThat(Seen.cells(file)).containsExactly("A1 NUMBER 1", "B1 NUMBER 1 [MERGED]");
    assertThat(sheet(file).filter())
        .contains(new Filter("B2:E9", List.of("B: =\"\", =阳性", "E: >=30")));
  }

  @Test
  void theFilterOfAnXlsNamesItsRangeAndColumns() throws IOException {
    Path file =
        Books.write(
            folder.resolve("a.xls"),
            Books.xls(),
            book -> {
              HSSFSheet sheet = (HSSFSheet) book.createSheet("s");
              sheet.createRow(1).createCell(1).setCellValue("ER");
              sheet.setAutoFilter(CellRangeAddress.valueOf("B2:E9"));
              // The third column of the filter, with a condition that is a text.
              byte[] condition = new byte[24];
              condition[0] = 2;
              List<org.apache.poi.hssf.record.RecordBase> records = sheet.getSheet().getRecords();
              records.add(records.size() - 1, new UnknownRecord(0x9E, condition));
            });
    assertThat(sheet(file).filter()).contains(new Filter("B2:E9", List.of("D: …")));
  }

  @Test
  void aFilterThatShowsAllRowsHasNoCriteria() throws IOException {
    for (Path file :
        Books.both(
            folder,
            book -> {
              Sheet sheet = book.createSheet("s");
              sheet.createRow(0).createCell(0).setCellValue("ER");
              sheet.setAutoFilter(CellRangeAddress.valueOf("A1:B9"));
            })) {
      assertThat(sheet(file).filter()).contains(new Filter("A1:B9", List.of()));
    }
  }

  @Test
  void theFilterOfATableCountsWhereItHidesSomething() throws IOException {
    RawXlsx xlsx =
        new RawXlsx()
            .rows(ROW)
            .part(
                "xl/worksheets/_rels/sheet1.xml.rels",
                RawXlsx.relations("table", "../tables/t.xml"))
            .part(
                "xl/tables/t.xml",
                "<table ref='C3:D9'><autoFilter ref='C3:D9'><filterColumn colId='1'><filters>"
                    + "<dateGroupItem year='2018' month='5' dateTimeGrouping='month'/></filters>"
                    + "</filterColumn></autoFilter></table>");
    assertThat(sheet(xlsx.write(folder.resolve("a.xlsx"))).filter())
        .contains(new Filter("C3:D9", List.of("D: =2018-5")));
  }

  @Test
  void threadedCommentsAreReadInsteadOfTheirNoteForOldPrograms() throws IOException {
    RawXlsx xlsx =
        new RawXlsx()
            .rows(ROW)
            .part(
                "xl/worksheets/_rels/sheet1.xml.rels",
                RawXlsx.relations(
                    "comments", "../comments1.xml", "threadedComment", "../threadedComments/t.xml"))
            .part(
                "xl/comments1.xml",
                "<comments><commentList><comment ref='A1'><text><t>[Threaded comment] Your version"
                    + " of Excel …</t></text></comment><comment ref='B7'><text><r><t>复</t></r>"
                    + "<r><t>核</t></r></text></comment></commentList></comments>")
            .part(
                "xl/threadedComments/t.xml",
                "<ThreadedComments><threadedComment ref='A1'><text>已电话核实</text>"
                    + "</threadedComment></ThreadedComments>");
    assertThat(sheet(xlsx.write(folder.resolve("a.xlsx"))).comments())
        .containsExactly(new Comment(0, 0, "已电话核实"), new Comment(6, 1, "复核"));
  }

  @Test
  void picturesChartsAndShapesAreListedWithTheirPlace() throws IOException {
    for (Path file :
        Books.both(
            folder,
            book -> {
              Sheet sheet = book.createSheet("s");
              sheet.createRow(0).createCell(0).setCellValue(1);
              picture(book, sheet, 3, 4);
              picture(book, sheet, 3, 9);
            })) {
      assertThat(sheet(file).carried()).containsExactly(new Carried(Kind.PICTURES, "D5", 2));
    }
    RawXlsx xlsx =
        new RawXlsx()
            .rows(ROW)
            .part(
                "xl/worksheets/_rels/sheet1.xml.rels",
                RawXlsx.relations(
                    "drawing", "../drawings/drawing1.xml",
                    "pivotTable", "../pivotTables/p.xml",
                    "queryTable", "../queryTables/q.xml"))
            .part(
                "xl/drawings/drawing1.xml",
                "<wsDr><twoCellAnchor><from><col>1</col><colOff>0</colOff><row>2</row></from><to>"
                    + "<col>5</col><row>9</row></to><graphicFrame/></twoCellAnchor>"
                    + "<oneCellAnchor><from><col>0</col><row>0</row></from><sp/></oneCellAnchor></wsDr>");
    assertThat(sheet(xlsx.write(folder.resolve("c.xlsx"))).carried())
        .containsExactly(
            new Carried(Kind.CHARTS, "B3", 1),
            new Carried(Kind.SHAPES, "A1", 1),
            new Carried(Kind.PIVOT_TABLES, "", 1),
            new Carried(Kind.QUERIES, "", 1));
  }

  private static void picture(Workbook book, Sheet sheet, int column, int row) {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    int index = book.addPicture(png, Workbook.PICTURE_TYPE_PNG);
    ClientAnchor anchor = book.getCreationHelper().createClientAnchor();
    anchor.setCol1(column);
    anchor.setRow1(row);
    (sheet.getDrawingPatriarch() == null
            ? sheet.createDrawingPatriarch()
            : sheet.getDrawingPatriarch())
        .createPicture(anchor, index);
  }

  @Test
  void macrosConnectionsLinksHistoryAndPicturesInCellsAreNamedAndNeverFollowed()
      throws IOException {
    RawXlsx xlsx =
        new RawXlsx()
            .rows(ROW)
            .part("xl/vbaProject.bin", "x")
            .part("xl/cellimages.xml", "<x/>")
            .part("xl/revisions/revisionHeaders.xml", "<x/>")
            .part("xl/connections.xml", "<connections><connection name='HIS'/></connections>")
            .part("xl/externalLinks/externalLink1.xml", "<externalLink/>")
            .part(
                "xl/externalLinks/_rels/externalLink1.xml.rels",
                RawXlsx.relations("externalLinkPath", "file:///C:/Users/li/%E6%97%A7%E8%A1%A8.xlsx")
                    .replace("Target=", "TargetMode='External' Target="));
    assertThat(book(xlsx.write(folder.resolve("a.xlsm"))).carried())
        .containsExactly(
            new Carried(Kind.MACROS, "", 1),
            new Carried(Kind.PICTURES, "", 1),
            new Carried(Kind.CHANGE_HISTORY, "", 1),
            new Carried(Kind.CONNECTIONS, "HIS", 1),
            new Carried(Kind.EXTERNAL_LINKS, "旧表.xlsx", 1));
  }

  @Test
  void theLinkOfAnXlsIsNamed() throws IOException {
    Path file =
        Books.write(
            folder.resolve("a.xls"),
            Books.xls(),
            book -> {
              try (HSSFWorkbook other = new HSSFWorkbook()) {
                other.createSheet("s").createRow(0).createCell(0).setCellValue(7);
                book.linkExternalWorkbook("old.xls", other);
                book.createSheet("s").createRow(0).createCell(0).setCellFormula("[old.xls]s!A1");
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    assertThat(book(file).carried())
        .containsExactly(new Carried(Kind.EXTERNAL_LINKS, "old.xls", 1));
  }

  @ParameterizedTest
  @CsvSource({
    "'<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"9000\" s=\"3\" customFormat=\"1\"/>', 8999",
    "'<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><!-- x --><row r=\"9000\"/>', 8999",
    "'<row><c><v>1</v></c></row>', -1"
  })
  void theLastRowThatIsOnlyFormattedIsKnownWithoutADimension(String rows, int last)
      throws IOException {
    assertThat(sheet(new RawXlsx().rows(rows).write(folder.resolve("a.xlsx"))).lastRow())
        .isEqualTo(last);
  }

  @Test
  void aProtectedSheetIsReadAndSaysSo() throws IOException {
    for (Path file :
        Books.both(
            folder,
            book -> {
              Sheet sheet = book.createSheet("s");
              sheet.createRow(0).createCell(0).setCellValue(1);
              sheet.protectSheet("secret");
            })) {
      assertThat(sheet(file).locked()).isTrue();
      assertThat(Seen.cells(file)).containsExactly("A1 NUMBER 1");
      assertThat(book(file).traits()).isEmpty();
    }
  }
}
