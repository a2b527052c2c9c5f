package org.denovo.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What producers leave under merged cells, which no spreadsheet program shows. */
class MergedCellsTest {

  @TempDir Path folder;

  private Path sheet(String rows, String... merged) throws IOException {
    StringBuilder behind = new StringBuilder("<mergeCells>");
    for (String region : merged) {
      behind.append("<mergeCell ref=\"").append(region).append("\"/>");
    }
    return new RawXlsx()
        .sheet("", rows, behind.append("</mergeCells>").toString())
        .write(folder.resolve("a.xlsx"));
  }

  private static String row(int number, String... cells) {
    StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
    for (int i = 0; i < cells.length; i += 2) {
      row.append("<c r=\"" + cells[i] + number + "\" t=\"inlineStr\"><is><t>")
          .append(cells[i + 1])
          .append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  @Test
  void anotherValueUnderAMergedCellIsMarked() throws IOException {
    String rows = row(1, "A", "甲", "B", "1") + row(2, "A", "乙", "B", "2");
    assertThat(Seen.cells(sheet(rows, "A1:A2")))
        .containsExactly("A1 TEXT 甲", "B1 TEXT 1", "A2 TEXT 甲 [MERGED, COVERING]", "B2 TEXT 2");
  }

  @Test
  void theSameValueUnderAMergedCellIsNoOther() throws IOException {
    String rows = row(1, "A", "甲", "B", "1") + row(2, "A", "甲", "B", "2");
    assertThat(Seen.cells(sheet(rows, "A1:A2")))
        .containsExactly("A1 TEXT 甲", "B1 TEXT 1", "A2 TEXT 甲 [MERGED]", "B2 TEXT 2");
  }

  @Test
  void aRowOfNothingButCoveredValuesDoesNotVanish() throws IOException {
    String rows = row(1, "A", "甲", "B", "1") + row(2, "A", "甲", "B", "2");
    assertThat(Seen.cells(sheet(rows, "A1:A2", "B1:B2")))
        .containsExactly(
            "A1 TEXT 甲", "B1 TEXT 1", "A2 TEXT 甲 [MERGED]", "B2 TEXT 1 [MERGED, COVERING]");
  }

  @Test
  void aValueUnderABlankMergedCellIsNotReadButMarked() throws IOException {
    String rows = row(1, "B", "1") + row(2, "A", "乙", "B", "2");
    assertThat(Seen.cells(sheet(rows, "A1:A2")))
        .containsExactly("B1 TEXT 1", "A2 BLANK  [MERGED, COVERING]", "B2 TEXT 2");
  }

  @Test
  void nothingIsFilledOutsideTheRegion() throws IOException {
    String rows = row(1, "A", "甲", "B", "1") + row(2, "B", "2") + row(3, "B", "3");
    assertThat(Seen.cells(sheet(rows, "A1:A2")))
        .containsExactly("A1 TEXT 甲", "B1 TEXT 1", "A2 TEXT 甲 [MERGED]", "B2 TEXT 2", "B3 TEXT 3");
  }
}
