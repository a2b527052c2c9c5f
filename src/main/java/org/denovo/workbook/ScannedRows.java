package org.denovo.workbook;

import java.nio.charset.StandardCharsets;
import org.denovo.workbook.RawRow.Stored;

/**
 * Reads a sheet as bytes, in the one form that spreadsheet programs write: {@code <row> <c> <v> <f>
 * <is><t>} without prefixes, double-quoted. Three times as fast as an XML parser; everything else
 * is {@link Unusual} and none of its business.
 */
final class ScannedRows implements AutoCloseable {

  private static final int CELL = 1 << 12;
  private static final byte[] SHEET_DATA = ascii("<sheetData");
  private static final byte[] SHEET_DATA_END = ascii("</sheetData>");
  private static final byte[] ROW = ascii("<row");
  private static final byte[] ROW_END = ascii("</row>");
  private static final byte[] VALUE_END = ascii("</v>");
  private static final byte[] FORMULA_END = ascii("</f>");
  private static final byte[] CELL_END = ascii("</c>");
  private static final byte[] INLINE = ascii("<is>");
  private static final byte[] TEXT = ascii("<t");
  private static final byte[] INLINE_END = ascii("</t></is>");
  private static final byte[] WORKSHEET = ascii("<worksheet");

  private final SheetBytes in;
  private final byte[] b;
  private final String part;
  private final int limit;
  private int p;
  private boolean started;
  private boolean ended;

  private int column;
  private int style;
  private String type;
  private boolean closed;
  private int from;
  private int to;

  ScannedRows(SheetBytes in, String part, Limits limits) {
    this.in = in;
    this.b = in.bytes();
    this.part = part;
    this.limit = limits.cellText();
  }

  private static byte[] ascii(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }

  /** The next row; false behind the last. */
  boolean next(RawRow row) throws Unusual {
    if (!started) {
      start();
    }
    if (ended) {
      return false;
    }
    want(CELL);
    space();
    if (in.stands(p, SHEET_DATA_END)) {
      ended = true;
      return false;
    }
    if (!in.stands(p, ROW)) {
      throw Unusual.FORM;
    }
    p += ROW.length;
    rowStart(row);
    while (!closed) {
      want(CELL);
      space();
      if (b[p] == '<' && b[p + 1] == 'c') {
        cell(row);
      } else if (in.stands(p, ROW_END)) {
        p += ROW_END.length;
        closed = true;
      } else {
        throw Unusual.FORM;
      }
    }
    return true;
  }

  private void want(int count) {
    in.moveTo(p);
    in.want(count);
    p = in.at();
  }

  /** Goes behind the start of the rows; declarations and what stands before are only passed. */
  private void start() throws Unusual {
    want(1);
    if (b[p] == '<' && b[p + 1] == '?') {
      declaration();
    }
    space();
    if (!in.stands(p, WORKSHEET)) {
      throw Unusual.FORM;
    }
    while (!in.stands(p, SHEET_DATA)) {
      p++;
      while (b[p] != '<') {
        if (b[p] == 0) {
          throw Unusual.FORM;
        }
        p++;
      }
      if (b[p + 1] == '!' || b[p + 1] == '?') {
        throw Unusual.FORM;
      }
    }
    p += SHEET_DATA.length;
    started = true;
    if (b[p] == '/' && b[p + 1] == '>') {
      ended = true;
    } else if (b[p] == '>') {
      p++;
    } else {
      throw Unusual.FORM;
    }
  }

  private void declaration() throws Unusual {
    int begin = p;
    while (b[p] != '>') {
      if (b[p] == 0) {
        throw Unusual.FORM;
      }
      p++;
    }
    p++;
    String text = new String(b, begin, p - begin, StandardCharsets.ISO_8859_1);
    boolean utf8 = text.contains("encoding=\"UTF-8\"") || text.contains("encoding=\"utf-8\"");
    if (!utf8 && text.contains("encoding") || !text.endsWith("?>")) {
      throw Unusual.FORM;
    }
  }

  private void rowStart(RawRow row) throws Unusual {
    int written = -1;
    boolean hidden = false;
    while (attribute()) {
      if (isName("r")) {
        written = digits(from, to) - 1;
        if (written < 0) {
          throw Unusual.FORM;
        }
      } else if (isName("hidden")) {
        hidden = PartXml.isTrue(latin(from, to));
      } else if (isName("ht")) {
        hidden |= to == from + 1 && b[from] == '0';
      }
    }
    row.start(written, hidden);
  }

  private int nameFrom;
  private int nameTo;

  /**
   * Reads one attribute into name and value; at the tag's end says no, and whether it closed
   * itself.
   */
  private boolean attribute() throws Unusual {
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

  private boolean isName(String name) {
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

  /** One cell. A cell longer than what is here is tried again with a full buffer. */
  private void cell(RawRow row) throws Unusual {
    int begin = p;
    try {
      whole(row);
    } catch (Unusual e) {
      if (!in.isEnd(p + SHEET_DATA_END.length)) {
        throw e;
      }
      in.moveTo(begin);
      if (!in.fill()) {
        throw e;
      }
      p = in.at();
      whole(row);
    }
  }

  private void whole(RawRow row) throws Unusual {
    p += 2;
    column = row.nextColumn();
    style = 0;
    type = "";
    while (attribute()) {
      if (isName("r")) {
        column = address();
      } else if (isName("s")) {
        style = Math.max(0, digits(from, to));
      } else if (isName("t")) {
        type = type();
      }
    }
    if (closed) {
      closed = false;
      row.pass(column);
      return;
    }
    int marks = 0;
    from = p;
    to = p;
    if (b[p] == '<' && b[p + 1] == 'f') {
      marks = Marks.FORMULA;
      formula(row);
      from = p;
      to = p;
    }
    if (in.stands(p, INLINE)) {
      inline(row, marks);
    } else {
      boolean valued = value();
      if (!in.stands(p, CELL_END)) {
        throw Unusual.FORM;
      }
      add(row, valued, marks);
      p += CELL_END.length;
    }
    closed = false;
  }

  private int address() throws Unusual {
    int letters = 0;
    int i = from;
    while (i < to && b[i] >= 'A' && b[i] <= 'Z') {
      letters = letters * 26 + b[i] - 'A' + 1;
      i++;
    }
    if (i == from || i - from > 3 || digits(i, to) < 0) {
      throw Unusual.FORM;
    }
    return letters - 1;
  }

  private String type() {
    if (to - from == 1) {
      switch (b[from]) {
        case 's':
          return "s";
        case 'n':
          return "";
        default:
      }
    }
    return latin(from, to);
  }

  private void formula(RawRow row) throws Unusual {
    p += 2;
    boolean shared = false;
    int group = RawFormula.ALONE;
    while (attribute()) {
      if (isName("t")) {
        shared = latin(from, to).equals("shared");
      } else if (isName("si")) {
        group = digits(from, to);
      }
    }
    from = p;
    to = p;
    if (!closed) {
      text();
      if (!in.stands(p, FORMULA_END)) {
        throw Unusual.FORM;
      }
      p += FORMULA_END.length;
    }
    row.formula(column, new RawFormula(string(), shared ? group : RawFormula.ALONE));
  }

  /** Goes over {@code <v>…</v>} and keeps what is between; false if there is none. */
  private boolean value() throws Unusual {
    if (b[p] != '<' || b[p + 1] != 'v') {
      return false;
    }
    p += 2;
    while (attribute()) {
      // xml:space changes nothing.
    }
    from = p;
    to = p;
    if (!closed) {
      text();
      if (!in.stands(p, VALUE_END)) {
        throw Unusual.FORM;
      }
      p += VALUE_END.length;
    }
    return true;
  }

  private void inline(RawRow row, int marks) throws Unusual {
    p += INLINE.length;
    if (!type.equals("inlineStr") || !in.stands(p, TEXT)) {
      throw Unusual.FORM;
    }
    p += TEXT.length;
    while (attribute()) {
      // xml:space changes nothing.
    }
    if (closed) {
      throw Unusual.FORM;
    }
    text();
    if (!in.stands(p, INLINE_END) || !in.stands(p + INLINE_END.length, CELL_END)) {
      throw Unusual.FORM;
    }
    StoredValue.text(row, column, style, Escapes.undo(string()), marks);
    p += INLINE_END.length + CELL_END.length;
  }

  /** Goes to the next tag; what lies between is from … to. */
  private void text() throws Unusual {
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

  private void add(RawRow row, boolean valued, int marks) throws Unusual {
    if (type.equals("s") && valued && to > from) {
      int index = digits(from, to);
      if (index < 0) {
        throw Unusual.FORM;
      }
      row.add(column, style, Stored.SHARED, index, "", marks);
    } else if (type.isEmpty() && to > from) {
      double number = number();
      if (Double.isNaN(number)) {
        StoredValue.number(row, column, style, string(), marks);
      } else {
        row.add(column, style, Stored.NUMBER, number, "", marks);
      }
    } else {
      StoredValue.add(row, column, style, type, string(), marks, part);
    }
  }

  /** A number of up to 15 digits, exactly; NaN for every other form. */
  private double number() {
    int i = from;
    boolean negative = b[i] == '-';
    if (negative) {
      i++;
    }
    long digits = 0;
    int count = 0;
    int places = -1;
    for (; i < to; i++) {
      byte c = b[i];
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + c - '0';
        count++;
        places += places >= 0 ? 1 : 0;
      } else if (c == '.' && places < 0) {
        places = 0;
      } else {
        return Double.NaN;
      }
    }
    if (count == 0 || count > 15) {
      return Double.NaN;
    }
    // Both are exact, so the quotient is the nearest double (as in strtod's fast path).
    double number = places > 0 ? digits / Decimal.power(places) : digits;
    return negative ? -number : number;
  }

  private int digits(int begin, int stop) {
    int number = 0;
    if (stop == begin || stop - begin > 9) {
      return -1;
    }
    for (int i = begin; i < stop; i++) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private String latin(int begin, int stop) {
    return new String(b, begin, stop - begin, StandardCharsets.ISO_8859_1);
  }

  /** The text between from and to, decoded; broken bytes are left to the XML parser's judgement. */
  private String string() throws Unusual {
    if (to == from) {
      return "";
    }
    boolean ascii = true;
    boolean entities = false;
    for (int i = from; i < to; i++) {
      ascii &= b[i] > 0;
      entities |= b[i] == '&';
    }
    String text = ascii ? latin(from, to) : new String(b, from, to - from, StandardCharsets.UTF_8);
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

  private void space() {
    while (b[p] == '\n' || b[p] == ' ' || b[p] == '\r' || b[p] == '\t') {
      p++;
    }
  }

  @Override
  public void close() {
    in.close();
  }
}
