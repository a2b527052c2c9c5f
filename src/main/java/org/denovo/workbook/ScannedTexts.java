package org.denovo.workbook;

import java.util.function.Consumer;

/**
 * Reads shared texts as bytes, in the form {@code <si><t>…</t></si>}, with the note on phonetics
 * that Chinese Excel leaves behind nearly every text. Runs of rich text and all else are {@link
 * Unusual}.
 */
final class ScannedTexts {

  private static final int ITEM = 1 << 12;
  private static final byte[] ROOT = Tags.ascii("<sst");
  private static final byte[] ROOT_END = Tags.ascii("</sst>");
  private static final byte[] PLAIN = Tags.ascii("<si><t>");
  private static final byte[] ITEM_START = Tags.ascii("<si>");
  private static final byte[] ITEM_END = Tags.ascii("</si>");
  private static final byte[] TEXT = Tags.ascii("<t");
  private static final byte[] TEXT_END = Tags.ascii("</t>");
  private static final byte[] PHONETIC = Tags.ascii("<phoneticPr");

  private final Tags tags;
  private final int limit;

  ScannedTexts(PartBytes in, Limits limits) {
    this.tags = new Tags(in);
    this.limit = limits.cellText();
  }

  /** Hands out the texts in order, up to the end or to the first that is unusual. */
  void read(Consumer<String> texts) throws Unusual {
    tags.declaration();
    tags.pass(ROOT);
    tags.attributes();
    while (!tags.closed) {
      tags.want(ITEM);
      tags.space();
      if (tags.stands(ROOT_END)) {
        tags.p += ROOT_END.length;
        tags.closed = true;
      } else {
        texts.accept(item());
      }
    }
    tags.end();
  }

  /** One text. One longer than what is here is tried again with a full buffer. */
  private String item() throws Unusual {
    int begin = tags.p;
    try {
      return whole();
    } catch (Unusual e) {
      if (!tags.again(begin)) {
        throw e;
      }
      return whole();
    }
  }

  private String whole() throws Unusual {
    if (tags.stands(PLAIN)) {
      tags.p += PLAIN.length;
    } else {
      tags.pass(ITEM_START);
      tags.pass(TEXT);
      tags.attributes();
      if (tags.closed) {
        throw Unusual.FORM;
      }
    }
    tags.text();
    String text = Escapes.undo(tags.string(limit));
    tags.pass(TEXT_END);
    if (tags.stands(PHONETIC)) {
      tags.p += PHONETIC.length;
      tags.attributes();
      if (!tags.closed) {
        throw Unusual.FORM;
      }
    }
    tags.pass(ITEM_END);
    tags.closed = false;
    return text;
  }
}
