package org.denovo.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denovo.workbook.WorkbookFacts.Trait;
import org.denovo.workbook.WorkbookRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hazards 1 and 2: files whose name says another format than their content. Patients are invented.
 */
@Timeout(20)
class MasqueradeTest {

  private static final String HTML =
      "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head>"
          + "<meta http-equiv=Content-Type content=\"text/html; charset=GBK\">"
          + "<style>td {color: red}</style></head><body onload=\"steal()\">"
          + "<table border=1><tr><td colspan=3>患者&nbsp;登记表</td></tr>"
          + "<tr><th>住院号<th>ER<th>备注</tr>"
          + "<tr><td rowspan=2>00123</td><td>90%&lt;</td><td>  左乳\n   切除<br>术后 </td></tr>"
          + "<tr><td bgcolor='#ffff00'><s>阳性</s></td><td style='display: none'>内部</td></tr>"
          + "<tr style='display:none'><td>00124</td><td></td><td><img src='http://localhost:1/x'>"
          + "<table><tr><td>内表</td></tr></table></td></tr>"
          + "</table><table><tr><td>制表人</td></tr></table></body></html>";

  private static final String XML =
      "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
          + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
          + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\""
          + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
          + "<DocumentProperties><Version>16.00</Version></DocumentProperties><Styles>"
          + "<Style ss:ID=\"d\"><NumberFormat ss:Format=\"Short Date\"/></Style>"
          + "<Style ss:ID=\"p\"><NumberFormat ss:Format=\"0%\"/>"
          + "<Interior ss:Color=\"#FF0000\" ss:Pattern=\"Solid\"/></Style></Styles>"
          + "<Worksheet ss:Name=\"病例\" ss:Protected=\"1\"><Table>"
          + "<Column ss:Index=\"3\" ss:Hidden=\"1\"/>"
          + "<Row><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">号</Data></Cell>"
          + "<Cell><Data ss:Type=\"String\">ER</Data></Cell></Row>"
          + "<Row ss:Index=\"4\" ss:Hidden=\"1\"><Cell><Data ss:Type=\"String\">00123</Data>"
          + "<Comment><Data>电话核实</Data></Comment></Cell>"
          + "<Cell ss:StyleID=\"d\"><Data ss:Type=\"DateTime\">2018-05-03T00:00:00.000</Data></Cell>"
          + "<Cell ss:StyleID=\"p\"><Data ss:Type=\"Number\">0.9</Data></Cell>"
          + "<Cell ss:Index=\"6\" ss:Formula=\"=R[-3]C1*RC[-3]\"><Data ss:Type=\"Error\">#VALUE!</Data>"
          + "</Cell><Cell><Data ss:Type=\"Boolean\">1</Data></Cell></Row></Table>"
          + "<WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\">"
          + "<Visible>SheetHidden</Visible></WorksheetOptions>"
          + "<x:AutoFilter x:Range=\"R1C1:R4C3\"><x:AutoFilterColumn x:Index=\"3\" x:Type=\"Custom\">"
          + "<x:AutoFilterCondition x:Operator=\"GreaterThan\" x:Value=\"0.5\"/>"
          + "</x:AutoFilterColumn></x:AutoFilter></Worksheet>"
          + "<Worksheet ss:Name=\"说明\"><Table><Row><Cell><Data ss:Type=\"String\">x</Data></Cell>"
          + "</Row></Table></Worksheet></Workbook>";

  @TempDir Path folder;

  private static WorkbookFacts facts(Path file) {
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, Optional.empty())) {
      return workbook.facts();
    }
  }

  @ParameterizedTest
  @CsvSource({"GB18030, GB18030", "UTF-8, UTF-8", "UTF-16, UTF-16BE"})
  void tablesOfAWebPageSentAsXlsAreReadAsOneSheetOfTexts(String charset, String said)
      throws IOException {
    Path file = folder.resolve("report.xls");
    Files.write(file, HTML.getBytes(Charset.forName(charset)));
    assertThat(Seen.cells(file))
        .containsExactly(
            "A1 TEXT 患者\u00A0登记表",
            "B1 TEXT 患者\u00A0登记表 [MERGED]",
            "C1 TEXT 患者\u00A0登记表 [MERGED]",
            "A2 TEXT 住院号",
            "B2 TEXT ER",
            "C2 TEXT 备注",
            "A3 TEXT 00123",
            "B3 TEXT 90%<",
            "C3 TEXT 左乳 切除\n术后",
            "A4 TEXT 00123 [MERGED]",
            "B4 TEXT 阳性 [STRUCK, FILLED]",
            "C4 TEXT 内部 [HIDDEN]",
            "A5 TEXT 00124 [HIDDEN]",
            "C5 TEXT 内表 [HIDDEN]",
            "A7 TEXT 制表人");
    assertThat(Seen.rows(file, Limits.DEFAULT).get(3).at(1).fill()).isEqualTo("#FFFF00");
    assertThat(facts(file))
        .isEqualTo(
            new WorkbookFacts("html", "", said, false, Set.of(Trait.WRONG_EXTENSION), List.of()));
  }

  @Test
  void anXmlSpreadsheetSentAsXlsHasTheSameCellsAsAnyWorkbook() throws IOException {
    Path file = Files.writeString(folder.resolve("report.xls"), XML);
    assertThat(Seen.cells(file))
        .containsExactly(
            "A1 TEXT 号 [HIDDEN]",
            "B1 TEXT 号 [MERGED, HIDDEN]",
            "C1 TEXT ER [HIDDEN]",
            "A4 TEXT 00123 [HIDDEN, COMMENT]",
            "B4 DATE 2018-05-03 [HIDDEN]",
            "C4 NUMBER 0.9 [HIDDEN, FILLED, PERCENT]",
            "F4 ERROR #VALUE! [FORMULA, HIDDEN]",
            "G4 BOOLEAN TRUE [HIDDEN]",
            "A1 TEXT x");
    assertThat(Seen.rows(file, Limits.DEFAULT).get(1).at(5).formula()).isEqualTo("$A1*C4");
    assertThat(Seen.rows(file, Limits.DEFAULT).get(1).at(2).fill()).isEqualTo("#FF0000");
    assertThat(facts(file))
        .isEqualTo(
            new WorkbookFacts(
                "xml", "Excel 16.00", "", false, Set.of(Trait.WRONG_EXTENSION), List.of()));
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, Optional.empty())) {
      SheetFacts sheet = workbook.sheet("病例").orElseThrow().facts();
      assertThat(sheet.locked()).isTrue();
      assertThat(sheet.hiddenColumns().stream()).containsExactly(2);
      assertThat(sheet.comments()).containsExactly(new Comment(3, 0, "电话核实"));
      assertThat(sheet.filter()).contains(new Filter("A1:C4", List.of("C: >0.5")));
      assertThat(sheet.lastRow()).isEqualTo(3);
      assertThat(workbook.sheet("病例").orElseThrow().hidden()).isTrue();
      assertThat(workbook.sheet("说明").orElseThrow().hidden()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"report.html", "report.xml"})
  void underTheirOwnNamesTheyAreNoMasquerade(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), name.endsWith("xml") ? XML : HTML);
    assertThat(facts(file).traits()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"report.xls, ','", "report.xlsx, ','", "report.et, '\t'", "report.xls, ';'"})
  void plainTextUnderAWorkbooksNameIsReadAsText(String name, String d) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, ("号" + d + "ER\n7" + d + "+\n").getBytes(Charset.forName("GB18030")));
    assertThat(Seen.cells(file))
        .containsExactly("A1 TEXT 号", "B1 TEXT ER", "A2 TEXT 7", "B2 TEXT +");
    assertThat(facts(file).is(Trait.WRONG_EXTENSION)).isTrue();
    assertThat(facts(file).format()).isEqualTo("csv");
  }

  @Test
  void anXlsxUnderTheNameOfAnXlsAndTheOtherWayRoundAreReadByContent() throws IOException {
    Path xlsx = new RawXlsx().rows("<row><c><v>1</v></c></row>").write(folder.resolve("a.xls"));
    assertThat(Seen.cells(xlsx)).containsExactly("A1 NUMBER 1");
    assertThat(facts(xlsx).is(Trait.WRONG_EXTENSION)).isTrue();
    Path xls =
        Books.write(
            folder.resolve("b.xlsx"),
            Books.xls(),
            book -> {
              book.createSheet("s").createRow(0).createCell(0).setCellValue(2);
            });
    assertThat(Seen.cells(xls)).containsExactly("A1 NUMBER 2");
    assertThat(facts(xls).is(Trait.WRONG_EXTENSION)).isTrue();
  }

  @Test
  void anEtOfWpsIsAnXlsUnderItsOwnName() throws IOException {
    Path et =
        Books.write(
            folder.resolve("b.et"),
            Books.xls(),
            book -> {
              book.createSheet("s").createRow(0).createCell(0).setCellValue(2);
            });
    assertThat(Seen.cells(et)).containsExactly("A1 NUMBER 2");
    assertThat(facts(et).traits()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE Workbook [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE Workbook SYSTEM 'http://localhost:1/evil.dtd'>"
      })
  void aDocumentTypeInAnXmlSpreadsheetIsHostile(String doctype) throws IOException {
    String xml = XML.replace("<Workbook", doctype + "<Workbook").replace(">x<", ">x&amp;<");
    Path file = Files.writeString(folder.resolve("report.xls"), xml);
    refused(file, Reason.HOSTILE, Limits.DEFAULT);
  }

  @Test
  void aPageWithoutATableIsRefusedWithWhatToDo() throws IOException {
    Path file = Files.writeString(folder.resolve("report.xls"), "<html><p>登录已过期</p></html>");
    assertThatThrownBy(() -> WorkbookFile.open(file, Limits.DEFAULT, Optional.empty()))
        .hasMessage(
            "The extension is 'xls', but the content is a web page (HTML). Open it in Excel or WPS,"
                + " save it as .xlsx and send it again.");
  }

  @Test
  void limitsHoldForPagesAndXmlToo() throws IOException {
    Limits narrow = new Limits(1 << 20, 1 << 20, 1 << 20, 300, 9, 100, 9, 2, 9, 99, 99, 9);
    refused(Files.writeString(folder.resolve("a.xls"), HTML), Reason.TOO_LARGE, narrow);
    refused(Files.writeString(folder.resolve("b.xls"), XML), Reason.TOO_LARGE, narrow);
    Limits small = new Limits(1 << 20, 100, 1 << 20, 300, 9, 100, 9, 9, 9, 99, 99, 9);
    refused(folder.resolve("a.xls"), Reason.TOO_LARGE, small);
    Limits terse = new Limits(1 << 20, 1 << 20, 1 << 20, 300, 9, 3, 9, 9, 9, 99, 99, 9);
    refused(folder.resolve("a.xls"), Reason.TOO_LARGE, terse);
    String spans = "<table><tr><td rowspan=60000 colspan=1000>x</td></tr></table>";
    refused(Files.writeString(folder.resolve("c.xls"), spans), Reason.TOO_LARGE, Limits.DEFAULT);
  }

  @Test
  void aPageThatNestsVeryDeepIsReadOrRefusedAndDoesNotOverflow() throws IOException {
    String deep = "<table><tr><td>" + "<div>".repeat(50_000) + "x</table>";
    Path file = Files.writeString(folder.resolve("a.xls"), deep);
    assertThat(Seen.cells(file)).containsExactly("A1 TEXT x");
  }

  private static void refused(Path file, Reason reason, Limits limits) {
    assertThatThrownBy(() -> Seen.rows(file, limits))
        .isInstanceOfSatisfying(
            WorkbookRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
