package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFileTest {

  private static final MessageType SCHEMA =
      new MessageType(
          "t",
          Types.optional(PrimitiveTypeName.INT32).named("n"),
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named("own"),
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named("code"));

  @TempDir Path directory;

  @Test
  void moreRowsThanAGroupAndMoreTextThanADictionaryComeBack() throws IOException {
    Path file = directory.resolve("a.parquet");
    int rows = 50_003;
    write(file, rows);
    List<String> n = new ArrayList<>();
    List<String> own = new ArrayList<>();
    List<String> code = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      n.add(i % 7 == 0 ? "" : Integer.toString(i));
      own.add(text(i));
      code.add(i % 3 == 0 ? "" : i % 2 == 0 ? "阴性" : "阳性");
    }
    assertThat(ParquetCells.of(file)).isEqualTo(Map.of("n", n, "own", own, "code", code));
  }

  @Test
  void noRowIsAFileToo() throws IOException {
    Path file = directory.resolve("a.parquet");
    write(file, 0);
    assertThat(ParquetCells.of(file))
        .isEqualTo(Map.of("n", List.of(), "own", List.of(), "code", List.of()));
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws IOException {
    write(directory.resolve("a"), 1000);
    write(directory.resolve("b"), 1000);
    assertThat(Files.mismatch(directory.resolve("a"), directory.resolve("b"))).isEqualTo(-1);
  }

  private static void write(Path path, int rows) {
    try (ParquetFile file = new ParquetFile(path, SCHEMA, Map.of("key", "值"))) {
      for (int i = 0; i < rows; i++) {
        if (i % 7 == 0) {
          file.column(0).writeNull(0, 0);
        } else {
          file.column(0).write(i, 0, 1);
        }
        file.column(1).write(Binary.fromString(text(i)), 0, 1);
        if (i % 3 == 0) {
          file.column(2).writeNull(0, 0);
        } else {
          file.column(2).write(Binary.fromString(i % 2 == 0 ? "阴性" : "阳性"), 0, 1);
        }
        file.endRow();
      }
    }
  }

  /** Longer in all than the megabyte that a dictionary may take. */
  private static String text(int i) {
    return "a-pseudonym-that-is-everyones-own-" + i;
  }
}
