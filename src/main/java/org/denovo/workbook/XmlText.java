package org.denovo.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes XML strictly, by its byte order mark, its first bytes or its declaration (XML 1.0,
 * appendix F). The JDK's parser can do this as well, but writes broken bytes to the error stream
 * before it refuses them.
 */
final class XmlText {

  private static final int START = 256;
  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");

  private XmlText() {}

  static Reader of(InputStream in, String part) {
    try {
      byte[] start = in.readNBytes(START);
      Charset charset = charset(start, part);
      int mark = mark(start);
      InputStream whole =
          new SequenceInputStream(
              new java.io.ByteArrayInputStream(start, mark, start.length - mark), in);
      return new InputStreamReader(whole, Encoding.strict(charset));
    } catch (IOException e) {
      throw Refusals.broken(part, e);
    }
  }

  private static int mark(byte[] start) {
    if (Content.starts(start, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    return Content.starts(start, 0xFF, 0xFE) || Content.starts(start, 0xFE, 0xFF) ? 2 : 0;
  }

  private static Charset charset(byte[] start, String part) {
    if (Content.starts(start, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (Content.starts(start, 0xFF, 0xFE) || Content.starts(start, '<', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    if (Content.starts(start, 0xFE, 0xFF) || Content.starts(start, 0, '<')) {
      return StandardCharsets.UTF_16BE;
    }
    Matcher declared = ENCODING.matcher(new String(start, StandardCharsets.ISO_8859_1));
    if (!declared.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(declared.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw Refusals.broken(part);
    }
  }
}
