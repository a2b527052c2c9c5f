package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deflated comes back by Java's own inflater. */
class DeflatedTest {

  @TempDir Path directory;

  @Test
  void everyByteAndEveryLengthAndDistanceComesBack() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    Deflated out = new Deflated(packed);
    Random random = new Random(7);
    byte[] all = new byte[40_000];
    random.nextBytes(all);
    out.write(all);
    expected.write(all);
    for (int length = 3; length <= 258; length++) {
      // Near and far, overlapping and not, up to the whole window.
      for (int distance : new int[] {1, length - 1, length, 300 + 125 * length, 1 << 15}) {
        long before = out.position() - distance;
        out.repeat(before, length);
        byte[] so = expected.toByteArray();
        for (int i = 0; i < length; i++) {
          expected.write(so[so.length - distance + i % distance]);
        }
      }
    }
    out.end();
    byte[] bytes = expected.toByteArray();
    assertThat(inflated(packed.toByteArray())).isEqualTo(bytes);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    assertThat(out.crc()).isEqualTo(crc.getValue());
    assertThat(out.position()).isEqualTo(bytes.length);
    assertThat(out.packed()).isEqualTo(packed.size());
  }

  @Test
  void nothingIsAStreamToo() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    new Deflated(packed).end();
    assertThat(inflated(packed.toByteArray())).isEmpty();
  }

  @Test
  void whatIsOutOfReachIsNotRepeated() throws IOException {
    Deflated out = new Deflated(new ByteArrayOutputStream());
    out.write(new byte[(1 << 15) + 1]);
    assertThat(out.reaches(0, 5)).isFalse();
    assertThat(out.reaches(1, 5)).isTrue();
    assertThat(out.reaches(1, 2)).isFalse();
    assertThat(out.reaches(1, 259)).isFalse();
    assertThat(out.reaches(-1, 5)).isFalse();
    assertThatThrownBy(() -> out.repeat(0, 5)).hasMessage("5 bytes from 0");
  }

  @Test
  void anArchiveOpensFromItsDirectoryAndFromItsFront() throws IOException {
    Path file = directory.resolve("a.zip");
    try (ZipParts zip = new ZipParts(file)) {
      zip.add("a.xml", out -> out.write("甲 a"));
      zip.add("b/b.xml", out -> out.write(""));
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("a.xml", "b/b.xml");
      ZipEntry first = zip.getEntry("a.xml");
      assertThat(zip.getInputStream(first).readAllBytes())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("甲 a");
      assertThat(first.getSize()).isEqualTo(5);
      assertThat(zip.getInputStream(zip.getEntry("b/b.xml")).readAllBytes()).isEmpty();
    }
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      assertThat(zip.getNextEntry().getName()).isEqualTo("a.xml");
      assertThat(zip.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("甲 a");
      assertThat(zip.getNextEntry().getName()).isEqualTo("b/b.xml");
      assertThat(zip.getNextEntry()).isNull();
    }
  }

  private static byte[] inflated(byte[] packed) throws IOException {
    Inflater inflater = new Inflater(true);
    try (InflaterInputStream in =
        new InflaterInputStream(
            new ByteArrayInputStream(Arrays.copyOf(packed, packed.length + 1)), inflater)) {
      byte[] bytes = in.readAllBytes();
      assertThat(inflater.getBytesRead()).isEqualTo(packed.length);
      return bytes;
    } finally {
      inflater.end();
    }
  }
}
