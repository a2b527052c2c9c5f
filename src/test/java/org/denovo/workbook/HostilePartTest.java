package org.denovo.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.denovo.workbook.WorkbookRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A document type in any part that is parsed: nothing is fetched, and nothing is expanded. */
@Timeout(20)
class HostilePartTest {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String ROW = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";

  @TempDir Path folder;

  private static RawXlsx ordinary() {
    return new RawXlsx()
        .shared("<si><t>一</t></si>")
        .styles("")
        .rows(ROW)
        .part("xl/comments1.xml", "<comments xmlns='" + MAIN + "'/>")
        .part(
            "xl/worksheets/_rels/sheet1.xml.rels",
            RawXlsx.relations("comments", "../comments1.xml"))
        .part("docProps/app.xml", "<Properties><Application>x</Application></Properties>");
  }

  private static Stream<String> parsed() {
    return Stream.of(
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/sharedStrings.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/comments1.xml",
        "docProps/app.xml");
  }

  private Reason withDocumentType(String part, String doctype) throws IOException {
    RawXlsx book = ordinary();
    String xml = new String(book.parts().get(part), java.nio.charset.StandardCharsets.UTF_8);
    int behindDeclaration = xml.startsWith("<?xml") ? xml.indexOf("?>") + 2 : 0;
    book.part(
        part, xml.substring(0, behindDeclaration) + doctype + xml.substring(behindDeclaration));
    Path file = book.write(folder.resolve("a.xlsx"));
    return catchThrowableOfType(WorkbookRefused.class, () -> Seen.rows(file, Limits.DEFAULT))
        .reason();
  }

  @Test
  void theSameWithoutADocumentTypeIsRead() throws IOException {
    assertThat(Seen.cells(ordinary().write(folder.resolve("a.xlsx")))).containsExactly("A1 TEXT 一");
  }

  @ParameterizedTest
  @MethodSource("parsed")
  void anEntityOutsideIsNeverFetched(String part) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
      for (String doctype :
          new String[] {
            "<!DOCTYPE x SYSTEM '" + url + "'>",
            "<!DOCTYPE x PUBLIC 'a' '" + url + "'>",
            "<!DOCTYPE x [<!ENTITY a SYSTEM '" + url + "'>]>",
            "<!DOCTYPE x [<!ENTITY % a SYSTEM '" + url + "'> %a;]>",
            "<!DOCTYPE x [<!ENTITY a SYSTEM '" + secret.toUri() + "'>]>"
          }) {
        assertThat(withDocumentType(part, doctype)).as(doctype).isEqualTo(Reason.HOSTILE);
      }
      server.setSoTimeout(50);
      assertThat(catchThrowableOfType(SocketTimeoutException.class, server::accept)).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("parsed")
  void amillionLaughsAreNotLaughed(String part) throws IOException {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 'ha'>");
    for (int i = 1; i < 40; i++) {
      laughs.append("<!ENTITY l").append(i).append(" '");
      laughs.append(("&l" + (i - 1) + ";").repeat(10)).append("'>");
    }
    assertThat(withDocumentType(part, laughs + "]>")).isEqualTo(Reason.HOSTILE);
  }

  /** Drawings and whatever else no reader asks for may hold what they want. */
  @Test
  void aPartThatNobodyReadsIsNotParsed() throws IOException {
    RawXlsx book = ordinary();
    Map.of(
            "xl/drawings/drawing1.xml", "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x'><x/>",
            "xl/threadedComments/threadedComment1.xml", "<!DOCTYPE x><x/>",
            "[Content_Types].xml", "<!DOCTYPE x [<!ENTITY a 'a'>]><Types>&a;</Types>")
        .forEach(book::part);
    assertThat(Seen.cells(book.write(folder.resolve("a.xlsx")))).containsExactly("A1 TEXT 一");
  }
}
