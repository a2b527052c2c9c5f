package org.denovo.workbook;

/**
 * Reads a sheet as bytes, in the one form that spreadsheet programs write: {@code <row> <c> <v> <f>
 * <is><t>} without prefixes, double-quoted. Many times as fast as an XML parser; everything else is
 * {@link Unusual} and none of its business.
 */
final class ScannedRows implements AutoCloseable {

  private static final int CELL = 1 << 12;
  private static final byte[] SHEET_DATA = Tags.ascii("<sheetData");
  private static final byte[] SHEET_DATA_END = Tags.ascii("</sheetData>");
  private static final byte[] ROW = Tags.ascii("<row");
  private static final byte[] ROW_END = Tags.ascii("</row>");
  private static final byte[] FORMULA = Tags.ascii("<f");
  private static final byte[] FORMULA_END = Tags.ascii("</f>");
  private static final byte[] VALUE = Tags.ascii("<v");
  private static final byte[] VALUE_END = Tags.ascii("</v>");
  private static final byte[] CELL_START = Tags.ascii("<c");
  private static final byte[] CELL_END = Tags.ascii("</c>");
  private static final byte[] INLINE = Tags.ascii("<is>");
  private static final byte[] TEXT = Tags.ascii("<t");
  private static final byte[] INLINE_END = Tags.ascii("</t></is>");
  private static final byte[] WORKSHEET = Tags.ascii("<worksheet");

  private final PartBytes in;
  private final Tags tags;
  private final byte[] b;
  private final int limit;
  private boolean started;
  private boolean ended;

  private int column;
  private int style;
  private String type;

  ScannedRows(PartBytes in, Limits limits) {
    this.in = in;
    this.tags = new Tags(in);
    this.b = in.bytes();
    this.limit = limits.cellText();
  }

  /** The next row; false behind the last. */
  boolean next(RawRow row) throws Unusual {
    if (!started) {
      start();
    }
    if (ended) {
      return false;
    }
    tags.want(CELL);
    tags.space();
    if (tags.stands(SHEET_DATA_END)) {
      ended = true;
      return false;
    }
    tags.pass(ROW);
    rowStart(row);
    while (!tags.closed) {
      tags.want(CELL);
      tags.p = QuickCells.read(b, tags.p, in.end(), row);
      tags.want(CELL);
      tags.space();
      if (tags.stands(ROW_END)) {
        tags.p += ROW_END.length;
        tags.closed = true;
      } else {
        cell(row);
      }
    }
    return true;
  }

  /** Goes behind the start of the rows; what stands before is only passed. */
  private void start() throws Unusual {
    tags.declaration();
    if (!tags.stands(WORKSHEET)) {
      throw Unusual.FORM;
    }
    int p = tags.p;
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
    tags.p = p + SHEET_DATA.length;
    started = true;
    tags.attributes();
    ended = tags.closed;
  }

  private void rowStart(RawRow row) throws Unusual {
    int written = -1;
    boolean hidden = false;
    while (tags.attribute()) {
      if (tags.isName("r")) {
        written = tags.digits() - 1;
        if (written < 0) {
          throw Unusual.FORM;
        }
      } else if (tags.isName("hidden")) {
        hidden = PartXml.isTrue(tags.latin());
      } else if (tags.isName("ht")) {
        hidden |= tags.latin().equals("0");
      }
    }
    row.start(written, hidden);
  }

  /** One cell. A cell longer than what is here is tried again with a full buffer. */
  private void cell(RawRow row) throws Unusual {
    int begin = tags.p;
    try {
      whole(row);
    } catch (Unusual e) {
      if (!tags.again(begin)) {
        throw e;
      }
      whole(row);
    }
  }

  private void whole(RawRow row) throws Unusual {
    tags.pass(CELL_START);
    column = row.nextColumn();
    style = 0;
    type = "";
    while (tags.attribute()) {
      if (tags.isName("r")) {
        column = address();
      } else if (tags.isName("s")) {
        style = Math.max(0, tags.digits());
      } else if (tags.isName("t")) {
        type = tags.latin();
      }
    }
    if (tags.closed) {
      tags.closed = false;
      row.pass(column);
      return;
    }
    int marks = 0;
    if (tags.stands(FORMULA)) {
      marks = Marks.FORMULA;
      formula(row);
    }
    if (tags.stands(INLINE)) {
      inline(row, marks);
    } else {
      boolean valued = value();
      if (!tags.stands(CELL_END)) {
        throw Unusual.FORM;
      }
      StoredValue.add(row, column, style, type, valued ? tags.string(limit) : "", marks, in.part());
      tags.p += CELL_END.length;
    }
    tags.closed = false;
  }

  private int address() throws Unusual {
    int letters = 0;
    int i = tags.from;
    while (i < tags.to && b[i] >= 'A' && b[i] <= 'Z') {
      letters = letters * 26 + b[i] - 'A' + 1;
      i++;
    }
    int digits = i;
    while (i < tags.to && b[i] >= '0' && b[i] <= '9') {
      i++;
    }
    if (digits == tags.from || digits - tags.from > 3 || i == digits || i < tags.to) {
      throw Unusual.FORM;
    }
    return letters - 1;
  }

  private void formula(RawRow row) throws Unusual {
    tags.p += FORMULA.length;
    boolean shared = false;
    int group = RawFormula.ALONE;
    while (tags.attribute()) {
      if (tags.isName("t")) {
        shared = tags.latin().equals("shared");
      } else if (tags.isName("si")) {
        group = tags.digits();
      }
    }
    String text = "";
    if (!tags.closed) {
      tags.text();
      text = tags.string(limit);
      tags.pass(FORMULA_END);
    }
    row.formula(column, new RawFormula(text, shared ? group : RawFormula.ALONE));
  }

  /** Goes over {@code <v>…</v>} and keeps what is between; false if there is none. */
  private boolean value() throws Unusual {
    if (!tags.stands(VALUE)) {
      return false;
    }
    tags.p += VALUE.length;
    tags.attributes();
    if (tags.closed) {
      return false;
    }
    tags.text();
    tags.pass(VALUE_END);
    return true;
  }

  private void inline(RawRow row, int marks) throws Unusual {
    tags.p += INLINE.length;
    if (!type.equals("inlineStr")) {
      throw Unusual.FORM;
    }
    tags.pass(TEXT);
    tags.attributes();
    if (tags.closed) {
      throw Unusual.FORM;
    }
    tags.text();
    tags.pass(INLINE_END);
    if (!tags.stands(CELL_END)) {
      throw Unusual.FORM;
    }
    StoredValue.text(row, column, style, Escapes.undo(tags.string(limit)), marks);
    tags.p += CELL_END.length;
  }

  @Override
  public void close() {
    in.close();
  }
}
