package org.denovo.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;

/** Traditional characters and the simplified ones that {@link Words#fold} reads them as. */
final class Traditional {

  private static final String PATH = "/org/denovo/words/traditional.yaml";
  private static final char FIRST = '\u4E00';
  private static final char LAST = '\u9FFF';

  private static final char[] SIMPLIFIED = table();

  private Traditional() {}

  /** The simplified form of a character; the character itself if it has none. */
  static char simplified(char c) {
    return c >= FIRST && c <= LAST ? SIMPLIFIED[c - FIRST] : c;
  }

  private static char[] table() {
    char[] table = new char[LAST - FIRST + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = (char) (FIRST + i);
    }
    YamlNode lists = read();
    String from = lists.get("traditional").orElseThrow().text();
    String to = lists.get("simplified").orElseThrow().text();
    if (from.length() != to.length()) {
      throw new IllegalStateException(PATH + ": " + from.length() + " and " + to.length());
    }
    for (int i = 0; i < from.length(); i++) {
      table[from.charAt(i) - FIRST] = to.charAt(i);
    }
    return table;
  }

  private static YamlNode read() {
    try (InputStream in = Traditional.class.getResourceAsStream(PATH)) {
      if (in == null) {
        throw new IllegalStateException(PATH + " is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Problems problems = new Problems();
      return YamlFile.parse(PATH, text, problems)
          .orElseThrow(() -> new IllegalStateException(PATH + " cannot be read"));
    } catch (IOException e) {
      throw new UncheckedIOException(PATH, e);
    }
  }
}
