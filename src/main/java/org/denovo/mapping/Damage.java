package org.denovo.mapping;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Texts that were decoded in a wrong encoding. They cannot be mended with certainty, so they are
 * only told apart: replacement characters, UTF-8 read as Latin-1, GBK read as Latin-1, UTF-8 read
 * as GBK. Asked of every cell, so plain texts are passed by their characters alone.
 */
final class Damage {

  private static final Charset GB18030 = Charset.forName("GB18030");

  /** Windows-1252 also has signs where Latin-1 has controls. */
  private static final Charset LATIN = Charset.forName("windows-1252");

  /** Characters that a GBK reader shows for the first two bytes of a Chinese character in UTF-8. */
  private static final BitSet FIRST_PAIRS = firstPairs();

  private Damage() {}

  /** True if the text shows that it was decoded in a wrong encoding. */
  static boolean shows(String text) {
    boolean first = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\uFFFD' || c == '锟' && text.startsWith("锟斤拷", i)) {
        return true;
      }
      if (c >= 0x80) {
        if (c <= 0xFF && isReadAsLatin(text, i)) {
          return true;
        }
        if (first && FIRST_PAIRS.get(c) && isUtf8ReadAsGbk(text.substring(i))) {
          return true;
        }
        first = false;
      }
    }
    return false;
  }

  /**
   * A run of Latin letters with marks that is Chinese in UTF-8, or in GBK if it is at least two
   * characters long; é and ü alone are not.
   */
  private static boolean isReadAsLatin(String text, int from) {
    if (from > 0 && text.charAt(from - 1) >= 0x80) {
      return false;
    }
    int to = from;
    while (to < text.length() && (text.charAt(to) >= 0x80 && !isHan(text.charAt(to)))) {
      to++;
    }
    ByteBuffer bytes = latin(text, from, to);
    if (bytes.remaining() < 2) {
      return false;
    }
    if (decodes(bytes.duplicate(), StandardCharsets.UTF_8) != null) {
      return true;
    }
    String gbk = bytes.remaining() >= 4 ? decodes(bytes, GB18030) : null;
    return gbk != null && gbk.chars().allMatch(c -> isHan((char) c));
  }

  /** The bytes that were read as Latin-1 or Windows-1252; none if some character is of neither. */
  private static ByteBuffer latin(String text, int from, int to) {
    ByteBuffer bytes = ByteBuffer.allocate(to - from);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c <= 0xFF) {
        bytes.put((byte) c);
      } else if (c != '\uFFFD' && LATIN.newEncoder().canEncode(c)) {
        bytes.put(LATIN.encode(String.valueOf(c)));
      } else {
        return ByteBuffer.allocate(0);
      }
    }
    return bytes.flip();
  }

  private static boolean isUtf8ReadAsGbk(String text) {
    int to = 0;
    while (to < text.length() && text.charAt(to) >= 0x80) {
      to++;
    }
    ByteBuffer bytes = GB18030.encode(text.substring(0, to));
    // A last byte without a partner was lost when it was read in pairs.
    for (int cut = 0; cut < 3 && bytes.remaining() >= 6; cut++) {
      String utf8 = decodes(bytes.duplicate(), StandardCharsets.UTF_8);
      if (utf8 != null) {
        return utf8.chars().allMatch(c -> isHan((char) c) || c > 0x2000);
      }
      bytes.limit(bytes.limit() - 1);
    }
    return false;
  }

  private static String decodes(ByteBuffer bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException no) {
      return null;
    }
  }

  private static boolean isHan(char c) {
    return c >= 0x4E00 && c <= 0x9FFF;
  }

  private static BitSet firstPairs() {
    BitSet pairs = new BitSet(0x10000);
    for (int lead = 0xE4; lead <= 0xE9; lead++) {
      for (int trail = 0x80; trail <= 0xBF; trail++) {
        String shown = decodes(ByteBuffer.wrap(new byte[] {(byte) lead, (byte) trail}), GB18030);
        if (shown != null && shown.length() == 1) {
          pairs.set(shown.charAt(0));
        }
      }
    }
    return pairs;
  }
}
