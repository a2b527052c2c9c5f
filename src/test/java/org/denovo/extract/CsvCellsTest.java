package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvCellsTest {

  private static final List<String> CELLS =
      List.of("", "0", "1234567", "12345678", "阴性", "a,b", "say \"no\"", "a\nb\r", "\"", "x;y");

  @TempDir Path directory;

  /** Far more than a buffer, and rows that are longer than one. */
  @Test
  void theCellsAreThoseOfAnotherReader() throws IOException {
    Path file = directory.resolve("a.csv");
    Random random = new Random(3);
    try (CsvFile csv = new CsvFile(file, List.of("a", "b", "c,d", "e"))) {
      for (int i = 0; i < 20_000; i++) {
        List<String> row = new ArrayList<>();
        for (int cell = 0; cell < 4; cell++) {
          String text = CELLS.get(random.nextInt(CELLS.size()));
          row.add(i % 5000 == 4999 ? text.repeat(20_000) : text);
        }
        csv.row(row);
      }
    }
    try (CsvReader<CsvRecord> other = CsvReader.builder().ofCsvRecord(file);
        CsvCells cells = new CsvCells(file)) {
      boolean isHeader = true;
      for (CsvRecord record : other) {
        if (isHeader) {
          assertThat(cells.header()).isEqualTo(record.getFields());
          isHeader = false;
          continue;
        }
        assertThat(cells.next()).isTrue();
        CsvRow kept = cells.row();
        for (int i = 0; i < 4; i++) {
          String expected = record.getField(i);
          if (!cells.text(i).equals(expected)
              || !kept.text(cells.header().get(i)).equals(expected)
              || !cells.is(i, expected.getBytes(StandardCharsets.UTF_8))
              || cells.isEmpty(i) != expected.isEmpty()) {
            throw new AssertionError("cell " + i + " is " + cells.text(i) + ", not " + expected);
          }
        }
      }
      assertThat(cells.next()).isFalse();
    }
  }

  @Test
  void numbersAreNumbers() throws IOException {
    try (CsvCells cells = opened("a,b,c,d\n0,123,0.5,-12\n1,12345678,1e3,x\n")) {
      cells.next();
      assertThat(List.of(cells.number(0), cells.number(1), cells.number(2), cells.number(3)))
          .containsExactly(0.0, 123.0, 0.5, -12.0);
      assertThat(cells.is(0, '0')).isTrue();
      assertThat(cells.is(1, '1')).isFalse();
      cells.next();
      assertThat(List.of(cells.number(1), cells.number(2))).containsExactly(12345678.0, 1000.0);
      assertThatThrownBy(() -> cells.number(3)).isInstanceOf(NumberFormatException.class);
    }
  }

  @Test
  void cellsOfTwoFilesAreTheSameByAllTheirBytes() throws IOException {
    // The last seven bytes of the long ones agree.
    Path other = directory.resolve("b.csv");
    Files.writeString(other, "a,b\nx12345678,12\n");
    try (CsvCells one = opened("a,b\ny12345678,12\nx12345678,012\n");
        CsvCells two = new CsvCells(other)) {
      one.next();
      two.next();
      assertThat(one.is(0, two, 0)).isFalse();
      assertThat(one.is(1, two, 1)).isTrue();
      one.next();
      assertThat(one.is(0, two, 0)).isTrue();
      assertThat(one.is(1, two, 1)).isFalse();
    }
  }

  @Test
  void differentCellsAreNumberedAsTheyCome() throws IOException {
    StringBuilder file = new StringBuilder("a\n");
    for (int i = 0; i < 3000; i++) {
      file.append("p").append(i % 1000).append("-of-centre\n");
    }
    try (CsvCells cells = opened(file.toString())) {
      Distinct distinct = new Distinct();
      for (int i = 0; i < 3000; i++) {
        cells.next();
        assertThat(distinct.of(cells, 0)).isEqualTo(i % 1000);
      }
      assertThat(distinct.size()).isEqualTo(1000);
    }
  }

  @Test
  void aFileThatIsNotWholeIsABug() throws IOException {
    assertBroken("a,b\n1,2", "a.csv ends within a line");
    assertBroken("a,b\n1,\"2", "a.csv ends within a line");
    assertBroken("a,b\n1\n", "a.csv has a row of 1 in 2 columns");
    assertBroken("a,b\n\"1\"x,2\n", "a.csv has text behind a quoted cell");
    try (CsvCells cells = opened("a,b\n")) {
      assertThatThrownBy(() -> cells.place("c")).hasMessage("a.csv has no column c");
    }
  }

  private void assertBroken(String text, String message) throws IOException {
    try (CsvCells cells = opened(text)) {
      assertThatThrownBy(cells::next).isInstanceOf(IllegalStateException.class).hasMessage(message);
    }
  }

  private CsvCells opened(String text) throws IOException {
    Path file = directory.resolve("a.csv");
    Files.writeString(file, text);
    return new CsvCells(file);
  }
}
