package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  void moreRowsThanAGroupAndTextsThatAreOnesOwnComeBack() throws IOException {
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
      file.column(2).value(string("阴性"));
      file.column(2).value(string("阳性"));
      for (int i = 0; i < rows; i++) {
        if (i % 7 == 0) {
          file.column(0).add(ParquetColumn.NONE);
        } else {
          file.column(0).add(file.column(0).values());
          file.column(0).value(plain(Integer.BYTES).putInt(i).array());
        }
        file.column(1).add(i);
        file.column(1).value(string(text(i)));
        file.column(2).add(i % 3 == 0 ? ParquetColumn.NONE : i % 2);
        file.endRow();
      }
    }
  }

  private static byte[] string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return plain(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes).array();
  }

  private static ByteBuffer plain(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Everyone's own: a dictionary of them takes more room than they do. */
  private static String text(int i) {
    return "a-pseudonym-that-is-everyones-own-" + i;
  }
}
