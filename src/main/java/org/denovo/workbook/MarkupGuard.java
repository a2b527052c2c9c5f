package org.denovo.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.denovo.vocabulary.Text;

/**
 * Stops an XML part before a single tag, comment or CDATA section of it gets long: an XML parser
 * hands out text in pieces, but collects these as a whole. Zeros are passed over, so that it sees
 * the same in UTF-16.
 */
final class MarkupGuard extends FilterInputStream {

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

  MarkupGuard(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    for (int i = offset; i < offset + n; i++) {
      if (state != State.TEXT) {
        see(buffer[i]);
      } else if (buffer[i] == '<') {
        state = State.OPENED;
        this.length = 0;
      }
    }
    return n;
  }

  private void see(byte b) {
    if (b == 0) {
      return;
    }
    if (++length > LONGEST) {
      throw Refusals.hostile(ENDLESS);
    }
    state =
        switch (state) {
          case TEXT -> State.TEXT;
          case OPENED -> {
            quote = 0;
            yield b == '!' ? State.DECLARED : b == '>' ? State.TEXT : State.TAG;
          }
          case TAG -> tag(b);
          case DECLARED ->
              b == '-' ? State.COMMENT : b == '[' ? State.CDATA : b == '>' ? State.TEXT : state;
          case COMMENT ->
              b == '>' && last == '-' && lastButOne == '-' && length >= SHORTEST_COMMENT
                  ? State.TEXT
                  : state;
          case CDATA -> b == '>' && last == ']' && lastButOne == ']' ? State.TEXT : state;
        };
    lastButOne = last;
    last = b;
  }

  private State tag(byte b) {
    if (quote != 0) {
      quote = b == quote ? 0 : quote;
      return State.TAG;
    }
    if (b == '"' || b == '\'') {
      quote = b;
    }
    return b == '>' ? State.TEXT : State.TAG;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
