package org.denovo.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.denovo.source.SourceCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the forms that programs and people really write. */
class WorkbookFileTest {

  @TempDir Path folder;

  private List<String> cells(RawXlsx xlsx) throws IOException {
    return Seen.cells(xlsx.write(folder.resolve("a.xlsx")));
  }

  private WorkbookFacts facts(Path file) {
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, Optional.empty())) {
      return workbook.facts();
    }
  }

  @Test
  void rowsAndCellsWithoutAddressStandOneBehindTheOther() throws IOException {
    RawXlsx xlsx =
        new RawXlsx()
            .rows(
                "<row><c><v>1</v></c><c/><c><v>3</v></c></row>"
                    + "<row r='5'><c r='C5'><v>5</v></c><c><v>6</v></c></row>"
                    + "<row><c><v>7</v></c></row>");
    assertThat(cells(xlsx))
        .containsExactly("A1 NUMBER 1", "C1 NUMBER 3", "C5 NUMBER 5", "D5 NUMBER 6", "A6 NUMBER 7");
  }

  @Test
  void cellsOutOfOrderAreSortedByColumn() throws IOException {
    RawXlsx xlsx =
        new RawXlsx().rows("<row r='1'><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c></row>");
    assertThat(cells(xlsx)).containsExactly("A1 NUMBER 1", "C1 NUMBER 3");
  }

  @Test
  void everyStoredTypeIsKept() throws IOException {
    RawXlsx xlsx =
        new RawXlsx()
            .shared("<si><t>共享</t></si><si><t></t></si>")
            .rows(
                "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
                    + "<c r='C1' t='inlineStr'><is><t xml:space='preserve'> 内 </t></is></c>"
                    + "<c r='D1' t='b'><v>1</v></c><c r='E1' t='b'><v>0</v></c>"
                    + "<c r='F1' t='e'><v>#REF!</v></c>"
                    + "<c r='G1' t='d'><v>2018-05-03</v></c>"
                    + "<c r='H1' t='d'><v>2018-05-03T08:30:00</v></c>"
                    + "<c r='I1' t='d'><v>soon</v></c>"
                    + "<c r='J1' t='n'><v>1.5E2</v></c>"
                    + "<c r='K1'><v>twelve</v></c></row>");
    assertThat(cells(xlsx))
        .containsExactly(
            "A1 TEXT 共享",
            "C1 TEXT  内 ",
            "D1 BOOLEAN TRUE",
            "E1 BOOLEAN FALSE",
            "F1 ERROR #REF!",
            "G1 DATE 2018-05-03",
            "H1 DATE 2018-05-03T08:30:00",
            "I1 TEXT soon",
            "J1 NUMBER 150",
            "K1 TEXT twelve");
  }

  @Test
  void aFormulaKeepsItsStoredResultAlsoWhenThatIsEmptyOrMissing() throws IOException {
    RawXlsx xlsx =
        new RawXlsx()
            .rows(
                "<row r='1'><c r='A1'><f>1+1</f><v>2</v></c>"
                    + "<c r='B1' t='str'><f>\"\"</f><v></v></c>"
                    + "<c r='C1'><f>[1]Sheet1!A1</f></c>"
                    + "<c r='D1' t='e'><f>1/0</f><v>#DIV/0!</v></c>"
                    + "<c r='E1' t='b'><f>TRUE</f><v>1</v></c></row>");
    assertThat(cells(xlsx))
        .containsExactly(
            "A1 NUMBER 2 [FORMULA]",
            "B1 TEXT  [FORMULA]",
            "C1 BLANK  [FORMULA]",
            "D1 ERROR #DIV/0! [FORMULA]",
            "E1 BOOLEAN TRUE [FORMULA]");
  }

  @Test
  void richTextIsJoinedWithoutPhoneticGuidesAndTellsWhatIsStruck() throws IOException {
    RawXlsx xlsx =
        new RawXlsx()
            .shared(
                "<si><r><t>阳</t></r><r><rPr><strike/></rPr><t>性</t></r></si>"
                    + "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si>"
                    + "<si><r><rPr><strike val='0'/></rPr><t>a_x000D_b_x005F_x</t></r></si>")
            .rows(
                "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
                    + "<c r='C1' t='s'><v>2</v></c></row>");
    assertThat(cells(xlsx)).containsExactly("A1 TEXT 阳性 [STRUCK]", "B1 TEXT 東京", "C1 TEXT a\rb_x");
  }

  @Test
  void aNumberIsADateIfItsFormatShowsOne() throws IOException {
    RawXlsx xlsx =
        new RawXlsx()
            .formats(
                "<numFmt numFmtId='176' formatCode='[$-804]yyyy&quot;年&quot;m&quot;月&quot;'/>",
                0,
                14,
                31,
                176,
                21,
                10)
            .rows(
                "<row r='1'><c r='A1' s='0'><v>43223</v></c><c r='B1' s='1'><v>43223</v></c>"
                    + "<c r='C1' s='2'><v>43223</v></c><c r='D1' s='3'><v>43223.75</v></c>"
                    + "<c r='E1' s='4'><v>0.75</v></c><c r='F1' s='5'><v>0.3</v></c>"
                    + "<c r='G1' s='99'><v>1</v></c></row>");
    assertThat(cells(xlsx))
        .containsExactly(
            "A1 NUMBER 43223",
            "B1 DATE 2018-05-03",
            "C1 DATE 2018-05-03",
            "D1 DATE 2018-05-03T18:00:00",
            "E1 NUMBER 0.75",
            "F1 NUMBER 0.3 [PERCENT]",
            "G1 NUMBER 1");
  }

  @Test
  void theFirstDaysOf1900AreWhatTheSheetShowsAndThe29thOfFebruaryIsNoDate() throws IOException {
    String rows =
        "<row r='1'><c r='A1' s='0'><v>0</v></c><c r='B1' s='0'><v>1</v></c>"
            + "<c r='C1' s='0'><v>59</v></c><c r='D1' s='0'><v>60</v></c>"
            + "<c r='E1' s='0'><v>61</v></c><c r='F1' s='0'><v>-3</v></c>"
            + "<c r='G1' s='0'><v>2958465</v></c><c r='H1' s='0'><v>2958466</v></c></row>";
    assertThat(cells(new RawXlsx().formats("", 14).rows(rows)))
        .containsExactly(
            "A1 NUMBER 0",
            "B1 DATE 1900-01-01",
            "C1 DATE 1900-02-28",
            "D1 NUMBER 60",
            "E1 DATE 1900-03-01",
            "F1 NUMBER -3",
            "G1 DATE 9999-12-31",
            "H1 NUMBER 2958466");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true"})
  void datesCountFrom1904WhereTheWorkbookSaysSo(String flag) throws IOException {
    RawXlsx xlsx =
        new RawXlsx()
            .formats("", 14)
            .part("xl/workbook.xml", RawXlsx.workbook("<workbookPr date1904='" + flag + "'/>"))
            .rows("<row r='1'><c r='A1' s='0'><v>0</v></c><c r='B1' s='0'><v>41761</v></c></row>");
    Path file = xlsx.write(folder.resolve("mac.xlsx"));
    assertThat(Seen.cells(file)).containsExactly("A1 DATE 1904-01-01", "B1 DATE 2018-05-03");
    assertThat(facts(file).date1904()).isTrue();
  }

  @Test
  void aNumberOrTextOfA1904WorkbookMayBeADayNumberOfIt() throws IOException {
    RawXlsx xlsx =
        new RawXlsx()
            .formats("", 0)
            .part("xl/workbook.xml", RawXlsx.workbook("<workbookPr date1904='1'/>"))
            .rows(
                "<row r='1'><c r='A1'><v>41761</v></c>"
                    + "<c r='B1' t='inlineStr'><is><t>41761</t></is></c></row>");
    Path file = xlsx.write(folder.resolve("mac.xlsx"));
    assertThat(Seen.cells(file))
        .containsExactly("A1 NUMBER 41761 [FROM_1904]", "B1 TEXT 41761 [FROM_1904]");
  }

  @Test
  void aDateKeepsItsSerialAndFormat() throws IOException {
    Path file =
        new RawXlsx()
            .formats("", 14)
            .rows("<row r='1'><c r='A1' s='0'><v>43223</v></c></row>")
            .write(folder.resolve("a.xlsx"));
    SourceCell cell = Seen.rows(file, Limits.DEFAULT).get(0).at(0);
    assertThat(cell.number()).isEqualTo(43223);
    assertThat(cell.format()).isEqualTo("m/d/yy");
    assertThat(cell.place()).hasToString("a.xlsx!数据!A1");
  }

  @Test
  void mergedCellsAreFilledAndCopiesAloneMakeNoRow() throws IOException {
    RawXlsx xlsx =
        new RawXlsx()
            .sheet(
                "",
                "<row r='1'><c r='A1' t='str'><v>号</v></c><c r='B1' t='str'><v>分期</v></c></row><row"
                    + " r='2'><c r='B2' t='str'><v>T</v></c><c r='C2'"
                    + " t='str'><v>N</v></c></row><row r='3'><c r='A3'><v>7</v></c><c r='B3'"
                    + " t='str'><v>T2</v></c></row><row r='4'><c r='A4'/><c r='B4'"
                    + " t='str'><v>T3</v></c></row><row r='5'><c r='A5'><v>8</v></c><c"
                    + " r='B5'><v>9</v></c></row>",
                "<mergeCells count='3'><mergeCell ref='A1:A2'/><mergeCell ref='B1:C1'/>"
                    + "<mergeCell ref='A3:A5'/></mergeCells>");
    assertThat(cells(xlsx))
        .containsExactly(
            "A1 TEXT 号",
            "B1 TEXT 分期",
            "C1 TEXT 分期 [MERGED]",
            "A2 TEXT 号 [MERGED]",
            "B2 TEXT T",
            "C2 TEXT N",
            "A3 NUMBER 7",
            "B3 TEXT T2",
            "A4 NUMBER 7 [MERGED]",
            "B4 TEXT T3",
            "A5 NUMBER 7 [MERGED, COVERING]",
            "B5 NUMBER 9");
    RawXlsx onlyCopies =
        new RawXlsx()
            .sheet(
                "",
                "<row r='1'><c r='A1'><v>7</v></c><c r='B1'><v>8</v></c></row><row r='2'><c"
                    + " r='A2'/></row><row r='3'><c r='B3'><v>1</v></c></row>",
                "<mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:B2'/></mergeCells>");
    assertThat(cells(onlyCopies)).containsExactly("A1 NUMBER 7", "B1 NUMBER 8", "B3 NUMBER 1");
  }

  @Test
  void hiddenRowsColumnsAndSheetsAreReadAndMarked() throws IOException {
    RawXlsx xlsx =
        new RawXlsx()
            .sheet(
                "<cols><col min='2' max='3' hidden='1'/></cols>",
                "<row r='1'><c r='A1'><v>1</v></c><c r='C1'><v>2</v></c></row>"
                    + "<row r='2' hidden='true'><c r='A2'><v>3</v></c></row>",
                "");
    assertThat(cells(xlsx))
        .containsExactly("A1 NUMBER 1", "C1 NUMBER 2 [HIDDEN]", "A2 NUMBER 3 [HIDDEN]");
    String hidden = RawXlsx.workbook("").replace("sheetId", "state='veryHidden' sheetId");
    Path file =
        new RawXlsx()
            .part("xl/workbook.xml", hidden)
            .rows("<row r='1'><c r='A1'><v>1</v></c></row>")
            .write(folder.resolve("a.xlsx"));
    assertThat(Seen.cells(file)).containsExactly("A1 NUMBER 1 [HIDDEN]");
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, Optional.empty())) {
      assertThat(workbook.sheet(" 数据 ").orElseThrow().hidden()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xlsx", "a.xls"})
  void commentsAreMarkedAndKept(String name) throws IOException {
    Path file = folder.resolve(name);
    try (org.apache.poi.ss.usermodel.Workbook book =
            name.endsWith("x") ? new XSSFWorkbook() : new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      org.apache.poi.ss.usermodel.Sheet sheet = book.createSheet("s");
      Cell cell = sheet.createRow(2).createCell(1);
      cell.setCellValue("3+");
      sheet.getRow(2).createCell(2).setCellValue("x");
      CreationHelper helper = book.getCreationHelper();
      ClientAnchor anchor = helper.createClientAnchor();
      var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
      comment.setString(helper.createRichTextString("复核"));
      cell.setCellComment(comment);
      book.write(out);
    }
    assertThat(Seen.cells(file)).containsExactly("B3 TEXT 3+ [COMMENT]", "C3 TEXT x");
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, Optional.empty())) {
      assertThat(workbook.sheets().get(0).facts().comments())
          .containsExactly(new Comment(2, 1, "复核"));
    }
  }

  @Test
  void blankRowsDoNotEndASheetAndAMillionFormattedRowsCostNothing() throws IOException {
    StringBuilder rows = new StringBuilder("<row r='1'><c r='A1'><v>1</v></c></row>");
    for (int row = 2; row < 1_048_576; row += 8) {
      rows.append("<row r='").append(row).append("'><c r='A").append(row).append("' s='1'/></row>");
    }
    rows.append("<row r='1048576'><c r='A1048576'><v>2</v></c></row>");
    assertThat(cells(new RawXlsx().rows(rows.toString())))
        .containsExactly("A1 NUMBER 1", "A1048576 NUMBER 2");
  }

  @Test
  void prefixesCommentsEntitiesAndOtherEncodingsAreXmlToo() throws IOException {
    String xml =
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><x:worksheet"
            + " xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row"
            + " r=\"1\"><!-- c --><x:c r=\"A1\""
            + " t=\"str\"><x:v>a&lt;&#x4E00;<![CDATA[<b>]]></x:v></x:c>"
            + "</x:row></x:sheetData></x:worksheet>";
    RawXlsx xlsx =
        new RawXlsx()
            .part(
                "xl/worksheets/sheet1.xml", xml.getBytes(java.nio.charset.StandardCharsets.UTF_16));
    assertThat(cells(xlsx)).containsExactly("A1 TEXT a<一<b>");
  }

  @Test
  void whatIsNotReadIsNamed() throws IOException {
    RawXlsx xlsx =
        new RawXlsx()
            .rows("")
            .part("xl/media/image1.png", "x")
            .part("xl/vbaProject.bin", "x")
            .part("xl/connections.xml", "<connections><connection name='医院数据库'/></connections>")
            .part("xl/externalLinks/externalLink1.xml", "<externalLink/>")
            .part("docProps/app.xml", "<Properties><Application>WPS 表格</Application></Properties>");
    Path file = xlsx.write(folder.resolve("a.xls"));
    assertThat(facts(file))
        .isEqualTo(
            new WorkbookFacts(
                "xlsx",
                "WPS 表格",
                "",
                false,
                Set.of(WorkbookFacts.Trait.WRONG_EXTENSION),
                List.of(
                    new Carried(Carried.Kind.MACROS, "", 1),
                    new Carried(Carried.Kind.PICTURES, "", 1),
                    new Carried(Carried.Kind.CONNECTIONS, "医院数据库", 1),
                    new Carried(Carried.Kind.EXTERNAL_LINKS, "", 1))));
  }

  @Test
  void aWorkbookWithoutStylesSharedTextsOrRelationsOfThePackageIsRead() throws IOException {
    RawXlsx xlsx =
        new RawXlsx()
            .without("_rels/.rels")
            .without("[Content_Types].xml")
            .rows("<row r='1'><c r='A1' s='3'><v>1</v></c></row>");
    assertThat(cells(xlsx)).containsExactly("A1 NUMBER 1");
  }

  @Test
  void rowsAreANewPassEachTimeAndTwoPassesMayRunTogether() throws IOException {
    Path file =
        new RawXlsx()
            .rows("<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>")
            .write(folder.resolve("a.xlsx"));
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, Optional.empty())) {
      Sheet sheet = workbook.sheets().get(0);
      try (Sheet.Rows one = sheet.rows();
          Sheet.Rows two = sheet.rows()) {
        assertThat(one.next()).isEqualTo(two.next());
        assertThat(two.next()).isEqualTo(one.next());
        assertThat(one.hasNext()).isFalse();
        assertThat(two.hasNext()).isFalse();
      }
    }
  }
}
