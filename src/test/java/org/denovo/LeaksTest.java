package org.denovo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks for identifiers finds each that is planted. All of them are invented. */
class LeaksTest {

  private static final String NAME = "王某芳";

  private static final Leaks LEAKS =
      new Leaks(List.of(NAME, "110101195001010013", "13800001234", "ZY0001234"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,王某芳,b",
        "姓,名\n王,某芳\n",
        "id 110101195001010013.",
        "before 110101, after",
        "…010013\"",
        "phone: 13800001234",
        "电话尾号1234",
        "138****1234",
        "Tel. 1234",
        "no ZY0001234x",
        "?q=%E7%8E%8B%E6%9F%90%E8%8A%B3",
        "?q=%e7%8e%8b%e6%9f%90%e8%8a%b3",
        "{\"n\":\"\\u738b\\u67d0\\u82b3\"}",
        "&#x738B;&#x67D0;&#x82B3;",
        "&#29579;&#26576;&#33459;"
      })
  void anIdentifierIsFoundAsItIsAndInHalves(String text) {
    assertThat(LEAKS.in(text.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "一个某设计 of 1234 patients",
        "sha256 a110101b, 1101012, 0.110101",
        "1380000123 01001",
        "王 某"
      })
  void whatOnlyLooksLikeOneIsNot(String text) {
    assertThat(LEAKS.in(text.getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"})
  void anIdentifierIsFoundInEveryEncoding(String charset) throws IOException {
    byte[] bytes = ("x" + NAME + "yz").getBytes(charset);
    assertThat(LEAKS.in(bytes)).isTrue();
    assertThat(LEAKS.in(ascii(HexFormat.of().formatHex(bytes)))).isTrue();
    assertThat(LEAKS.in(ascii(HexFormat.of().withUpperCase().formatHex(bytes)))).isTrue();
    for (int before = 0; before < 3; before++) {
      byte[] shifted = ("x".repeat(before) + NAME + "yz").getBytes(charset);
      assertThat(LEAKS.in(Base64.getEncoder().encode(shifted))).isTrue();
      assertThat(LEAKS.in(Base64.getUrlEncoder().encode(shifted))).isTrue();
    }
  }

  @Test
  void anIdentifierIsFoundInPartsOfArchivesAndInNames(@TempDir Path folder) throws IOException {
    byte[] inner = zip("xl/sharedStrings.xml", NAME.getBytes(StandardCharsets.UTF_8));
    byte[] outer = zip("book.xlsx", inner);
    assertThat(new String(outer, StandardCharsets.UTF_8)).doesNotContain(NAME);
    Files.write(folder.resolve("a.zip"), outer);
    Files.write(folder.resolve("b.zip"), zip(NAME + ".csv", new byte[0]));
    Files.writeString(folder.resolve("c " + NAME + ".csv"), "");
    Files.writeString(folder.resolve("d.csv"), "nobody");
    Files.write(folder.resolve("e.zip"), zip("f.csv", "nobody".getBytes(StandardCharsets.UTF_8)));
    assertThat(LEAKS.in(folder, file -> false))
        .containsExactly("a.zip", "b.zip", "c " + NAME + ".csv");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }
}
