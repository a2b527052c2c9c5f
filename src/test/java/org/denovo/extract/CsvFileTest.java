package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {

  private static final String[] PIECES = {
    ",", "\"", "\n", "\r", "#", " ", "'", ";", "7", "ab", "乳腺", "Ⅳ", "é", "😀", "\t", "="
  };

  @TempDir Path folder;

  @Test
  void whatHasASeparatorAQuoteOrALineEndIsQuoted() throws IOException {
    Path file = folder.resolve("new/a.csv");
    try (CsvFile csv = new CsvFile(file, List.of("a", "b"))) {
      csv.row(List.of("1,5", "他说\"否\""));
      csv.row(List.of("两\n行", ""));
      csv.row(List.of("#1", "#2"));
      assertThat(csv.rows()).isEqualTo(3);
    }
    assertThat(file).content().isEqualTo("a,b\n\"1,5\",\"他说\"\"否\"\"\"\n\"两\n行\",\n\"#1\",#2\n");
  }

  @Test
  void theBytesAreThoseOfAWriterOfCharacters() throws IOException {
    Random random = new Random(7);
    Path file = folder.resolve("b.csv");
    StringWriter expected = new StringWriter();
    try (CsvFile csv = new CsvFile(file, List.of("a", "b", "c"));
        CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(expected)) {
      writer.writeRecord("a", "b", "c");
      for (int i = 0; i < 20_000; i++) {
        List<String> row = new ArrayList<>();
        for (int column = 0; column < 3; column++) {
          StringBuilder cell = new StringBuilder();
          for (int left = random.nextInt(5); left > 0; left--) {
            cell.append(PIECES[random.nextInt(PIECES.length)]);
          }
          row.add(cell.toString());
        }
        csv.row(row);
        writer.writeRecord(row);
      }
      String large = "长".repeat(50_000);
      csv.row(List.of(large, large + ",", ""));
      writer.writeRecord(large, large + ",", "");
    }
    assertThat(Files.readString(file)).isEqualTo(expected.toString());
  }
}
