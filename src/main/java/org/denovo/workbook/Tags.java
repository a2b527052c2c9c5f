package org.denovo.workbook;

import java.nio.charset.StandardCharsets;

/**
 * A cursor over XML in the one form that spreadsheet programs write: elements without prefix,
 * attributes in double quotes, text without comments or CDATA. Whatever is otherwise is {@link
 * Unusual}.
 */
final class Tags implements AutoCloseable {

  private final PartBytes in;
  private final byte[] b;

  /** Where the cursor stands. */
  int p;

  /** The value or text that was met last: from … to. */
  int from;

  int to;

  /** True if the last tag closed itself. */
  boolean closed;

  private int nameFrom;
  private int nameTo;

  Tags(PartBytes in) {
    this.in = in;
    this.b = in.bytes();
  }

  static byte[] ascii(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }

  byte[] bytes() {
    return b;
  }

  PartBytes in() {
    return in;
  }

  /** Makes so many bytes available from the cursor on, unless the part ends before. */
  void want(int count) {
    if (!in.has(p, count)) {
      in.fill(p);
      p = 0;
    }
  }

  /**
   * Goes back to where an element began of which the end was not here, and reads on; false if the
   * end of the buffer was not the reason, or it is full.
   */
  boolean again(int begin) {
    if (p + 16 < in.end() || !in.fill(begin)) {
      return false;
    }
    p = 0;
    return true;
  }

  boolean stands(byte[] word) {
    return in.stands(p, word);
  }

  /** Passes these bytes, which have to stand here. */
  void pass(byte[] word) throws Unusual {
    if (!in.stands(p, word)) {
      throw Unusual.FORM;
    }
    p += word.length;
  }

  void space() {
    while (b[p] == '\n' || b[p] == ' ' || b[p] == '\r' || b[p] == '\t') {
      p++;
    }
  }

  /** Passes what is left, which may only be white space. */
  void end() throws Unusual {
    space();
    while (p == in.end() && in.fill(p)) {
      p = 0;
      space();
    }
    if (p < in.end()) {
      throw Unusual.FORM;
    }
  }

  /** Passes the declaration, if there is one, of a part in UTF-8. */
  void declaration() throws Unusual {
    want(1);
    if (b[p] == '<' && b[p + 1] == '?') {
      int begin = p;
      while (b[p] != '>') {
        if (b[p] == 0) {
          throw Unusual.FORM;
        }
        p++;
      }
      p++;
      String text = latin(begin, p);
      boolean utf8 = text.contains("encoding=\"UTF-8\"") || text.contains("encoding=\"utf-8\"");
      if (!utf8 && text.contains("encoding") || !text.endsWith("?>")) {
        throw Unusual.FORM;
      }
    }
    space();
  }

  /**
   * Reads one attribute into name and value; at the tag's end says no, and whether it closed
   * itself.
   */
  boolean attribute() throws Unusual {
    byte c = b[p];
    if (c == '>') {
      p++;
      closed = false;
      return false;
    }
    if (c == '/' && b[p + 1] == '>') {
      p += 2;
      closed = true;
      return false;
    }
    if (c != ' ') {
      throw Unusual.FORM;
    }
    while (b[p] == ' ') {
      p++;
    }
    if (b[p] == '>' || b[p] == '/') {
      return attribute();
    }
    nameFrom = p;
    while (b[p] > ' ' && b[p] != '=' && b[p] != '>' && b[p] != '<') {
      p++;
    }
    nameTo = p;
    if (b[p] != '=' || b[p + 1] != '"' || nameTo == nameFrom) {
      throw Unusual.FORM;
    }
    p += 2;
    from = p;
    while (b[p] != '"') {
      if (b[p] < ' ' || b[p] == '&' || b[p] == '<') {
        throw Unusual.FORM;
      }
      p++;
    }
    to = p;
    p++;
    return true;
  }

  /** Passes the attributes of a tag and its end. */
  void attributes() throws Unusual {
    while (attribute()) {
      // Nobody asks for them.
    }
  }

  boolean isName(String name) {
    if (nameTo - nameFrom != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (b[nameFrom + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Goes to the next tag; what lies between is from … to. */
  void text() throws Unusual {
    from = p;
    int q = p;
    while (b[q] != '<') {
      byte c = b[q];
      if (c >= 0 && (c < ' ' && c != '\n' && c != '\t' || c == '>')) {
        p = q;
        throw Unusual.FORM;
      }
      q++;
    }
    p = q;
    to = q;
  }

  /** What was met last as a number of up to nine digits; -1 if it is none. */
  int digits() {
    int number = 0;
    if (to == from || to - from > 9) {
      return -1;
    }
    for (int i = from; i < to; i++) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** What was met last, one byte a character. */
  String latin() {
    return latin(from, to);
  }

  private String latin(int begin, int stop) {
    return new String(b, begin, stop - begin, StandardCharsets.ISO_8859_1);
  }

  /** What was met last, decoded; broken bytes are left to the XML parser's judgement. */
  String string(int limit) throws Unusual {
    if (to == from) {
      return "";
    }
    boolean ascii = true;
    boolean entities = false;
    for (int i = from; i < to; i++) {
      ascii &= b[i] > 0;
      entities |= b[i] == '&';
    }
    String text = ascii ? latin() : new String(b, from, to - from, StandardCharsets.UTF_8);
    if (!ascii
        && (text.indexOf('\uFFFD') >= 0
            || text.indexOf('\uFFFE') >= 0
            || text.indexOf('\uFFFF') >= 0)) {
      throw Unusual.FORM;
    }
    String plain = entities ? entities(text) : text;
    if (plain.length() > limit) {
      throw Unusual.FORM;
    }
    return plain;
  }

  private static String entities(String text) throws Unusual {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&') {
        int end = text.indexOf(';', i);
        if (end < 0) {
          throw Unusual.FORM;
        }
        plain.append(entity(text.substring(i + 1, end)));
        i = end;
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static char entity(String name) throws Unusual {
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      case "#10", "#xA", "#xa" -> '\n';
      default -> throw Unusual.FORM;
    };
  }

  @Override
  public void close() {
    in.close();
  }
}
