package org.denovo.workbook;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The encoding of a text file and the length of its byte order mark. Tried in this order, each
 * decoding the whole file strictly: the byte order mark, UTF-8, UTF-16, GB18030 and Big5. Guessing
 * by statistics comes last, and only between the last two, because guessers misread short files.
 */
record Encoding(Charset charset, int mark) {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
  private static final int SAMPLE = 1 << 16;

  /** The encoding that decodes all of it; refuses if none does. */
  static Encoding of(SeekableByteChannel bytes) throws IOException {
    byte[] sample = sample(bytes);
    Encoding marked = marked(sample);
    if (marked != null) {
      return require(marked, bytes);
    }
    Charset wide = withoutMark(sample);
    if (wide != null) {
      return require(new Encoding(wide, 0), bytes);
    }
    if (decodes(StandardCharsets.UTF_8, bytes)) {
      return new Encoding(StandardCharsets.UTF_8, 0);
    }
    boolean simplified = decodes(GB18030, bytes);
    boolean traditional = decodes(BIG5, bytes);
    if (!simplified && !traditional) {
      throw Refusals.undecodable();
    }
    boolean big5 = traditional && (!simplified || votesForBig5(sample));
    return new Encoding(big5 ? BIG5 : GB18030, 0);
  }

  /** The name as people know it. */
  String title() {
    return charset.equals(BIG5) ? "Big5" : charset.name();
  }

  private static Encoding require(Encoding encoding, SeekableByteChannel bytes) throws IOException {
    if (!decodes(encoding.charset, bytes)) {
      throw Refusals.undecodable();
    }
    return encoding;
  }

  private static Encoding marked(byte[] start) {
    if (Content.starts(start, 0xEF, 0xBB, 0xBF)) {
      return new Encoding(StandardCharsets.UTF_8, 3);
    }
    if (Content.starts(start, 0xFF, 0xFE)) {
      return new Encoding(StandardCharsets.UTF_16LE, 2);
    }
    if (Content.starts(start, 0xFE, 0xFF)) {
      return new Encoding(StandardCharsets.UTF_16BE, 2);
    }
    return null;
  }

  /** UTF-16 without a mark: commas, digits and line ends have a zero, always on the same side. */
  private static Charset withoutMark(byte[] sample) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < sample.length; i++) {
      if (sample[i] == 0) {
        if (i % 2 == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    if (odd > 0 && even * 10 < odd) {
      return StandardCharsets.UTF_16LE;
    }
    return even > 0 && odd * 10 < even ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean decodes(Charset charset, SeekableByteChannel bytes) throws IOException {
    CharsetDecoder decoder = strict(charset);
    ByteBuffer in = ByteBuffer.allocate(SAMPLE);
    CharBuffer out = CharBuffer.allocate(SAMPLE);
    bytes.position(0);
    boolean ended = false;
    while (!ended) {
      ended = bytes.read(in) < 0;
      in.flip();
      CoderResult result;
      do {
        out.clear();
        result = decoder.decode(in, out, ended);
        if (result.isError()) {
          return false;
        }
      } while (result.isOverflow());
      in.compact();
    }
    return true;
  }

  /** A decoder that stops at the first malformed byte. */
  static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * Nearly all simplified text lies in the first plane of GB 2312, both bytes high, while two of
   * five Big5 characters have a low second byte. Where that does not decide, ICU does.
   */
  private static boolean votesForBig5(byte[] sample) throws IOException {
    int pairs = 0;
    int low = 0;
    for (int i = 0; i + 1 < sample.length; i++) {
      if (sample[i] < 0) {
        pairs++;
        low += sample[++i] >= 0 ? 1 : 0;
      }
    }
    if (low * 20 <= pairs) {
      return false;
    }
    for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
      if (match.getName().equals("Big5") || match.getName().equals("GB18030")) {
        return match.getName().equals("Big5");
      }
    }
    return false;
  }

  private static byte[] sample(SeekableByteChannel bytes) throws IOException {
    ByteBuffer sample = ByteBuffer.allocate(SAMPLE);
    bytes.position(0);
    while (sample.hasRemaining() && bytes.read(sample) >= 0) {}
    return Arrays.copyOf(sample.array(), sample.position());
  }
}
