package org.denovo.workbook;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.denovo.vocabulary.Text;

/**
 * Stops an XML part before a single tag, comment or CDATA section of it gets long: an XML parser
 * hands out text in pieces, but collects these as a whole.
 */
final class MarkupGuard extends FilterReader {

  private static final int LONGEST = 1 << 20;

  /** Behind the opening bracket: {@code !---->}. What is shorter does not end a comment. */
  private static final int SHORTEST_COMMENT = 6;

  private static final Text ENDLESS =
      new Text("超长的 XML 标记或注释", "a tag or comment of more than a million characters");

  private int length;
  private State state = State.TEXT;
  private int quote;
  private int last;
  private int lastButOne;

  private enum State {
    TEXT,
    OPENED,
    TAG,
    DECLARED,
    COMMENT,
    CDATA
  }

  MarkupGuard(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int count) throws IOException {
    int n = super.read(buffer, offset, count);
    for (int i = offset; i < offset + n; i++) {
      if (state != State.TEXT) {
        see(buffer[i]);
      } else if (buffer[i] == '<') {
        state = State.OPENED;
        length = 0;
      }
    }
    return n;
  }

  private void see(char c) {
    if (++length > LONGEST) {
      throw Refusals.hostile(ENDLESS);
    }
    state =
        switch (state) {
          case TEXT -> State.TEXT;
          case OPENED -> {
            quote = 0;
            yield c == '!' ? State.DECLARED : c == '>' ? State.TEXT : State.TAG;
          }
          case TAG -> tag(c);
          case DECLARED ->
              c == '-' ? State.COMMENT : c == '[' ? State.CDATA : c == '>' ? State.TEXT : state;
          case COMMENT ->
              c == '>' && last == '-' && lastButOne == '-' && length >= SHORTEST_COMMENT
                  ? State.TEXT
                  : state;
          case CDATA -> c == '>' && last == ']' && lastButOne == ']' ? State.TEXT : state;
        };
    lastButOne = last;
    last = c;
  }

  private State tag(char c) {
    if (quote != 0) {
      quote = c == quote ? 0 : quote;
      return State.TAG;
    }
    if (c == '"' || c == '\'') {
      quote = c;
    }
    return c == '>' ? State.TEXT : State.TAG;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
