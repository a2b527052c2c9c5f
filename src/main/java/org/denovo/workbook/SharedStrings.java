package org.denovo.workbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.denovo.vocabulary.Text;

/** The texts of a workbook that cells name by number, and which of them are struck through. */
final class SharedStrings {

  private static final Text TOO_MANY = new Text("共享文本", "Shared text is");

  private final List<String> texts = new ArrayList<>();
  private final BitSet struck = new BitSet();
  private long characters;

  /** A workbook without shared texts. */
  static SharedStrings none() {
    return new SharedStrings();
  }

  /** Reads the part; an empty name is a workbook without shared texts. */
  static SharedStrings read(ZipParts parts, String part) {
    if (part.isEmpty() || !parts.has(part)) {
      return new SharedStrings();
    }
    try (PartBytes bytes = new PartBytes(parts.open(part), part)) {
      SharedStrings scanned = new SharedStrings();
      new ScannedTexts(bytes, parts.limits())
          .read(text -> scanned.add(text, false, parts.limits()));
      return scanned;
    } catch (Unusual form) {
      return parsed(parts, part);
    }
  }

  /** The same read with an XML parser from the start. */
  static SharedStrings parsed(ZipParts parts, String part) {
    SharedStrings shared = new SharedStrings();
    try (PartXml xml = new PartXml(part, parts.open(part))) {
      RichText rich = new RichText(xml, parts.limits().cellText());
      while (xml.nextStart()) {
        if (xml.name().equals("si")) {
          rich.read();
          shared.add(rich.text(), rich.struck(), parts.limits());
        }
      }
    }
    return shared;
  }

  private void add(String text, boolean isStruck, Limits limits) {
    characters += text.length();
    if (texts.size() >= limits.sharedStrings()) {
      throw Refusals.tooLarge(TOO_MANY, limits.sharedStrings());
    }
    if (characters > limits.sharedCharacters()) {
      throw Refusals.tooLarge(TOO_MANY, limits.sharedCharacters());
    }
    struck.set(texts.size(), isStruck);
    texts.add(text);
  }

  int size() {
    return texts.size();
  }

  String text(int index) {
    return texts.get(index);
  }

  boolean struck(int index) {
    return struck.get(index);
  }

  /** A text with runs: the runs joined, phonetic guides left out. */
  static final class RichText {
    private final PartXml xml;
    private final int limit;
    private final StringBuilder text = new StringBuilder();
    private boolean struck;

    RichText(PartXml xml, int limit) {
      this.xml = xml;
      this.limit = limit;
    }

    /** Reads from behind the start of {@code si} or {@code is} to its end. */
    void read() {
      text.setLength(0);
      struck = false;
      boolean inText = false;
      for (int depth = 1; depth > 0; ) {
        int event = xml.next();
        switch (event) {
          case XMLStreamConstants.START_ELEMENT -> {
            depth++;
            switch (xml.name()) {
              case "rPh" -> {
                xml.skip();
                depth--;
              }
              case "t" -> inText = true;
              case "strike" -> struck |= !isOff(xml.attribute("val"));
              default -> {}
            }
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            inText = false;
          }
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            if (inText) {
              xml.appendTo(text, limit);
            }
          }
          default -> {}
        }
      }
    }

    String text() {
      return Escapes.undo(text.toString());
    }

    boolean struck() {
      return struck;
    }
  }

  private static boolean isOff(String value) {
    return value.equals("0") || value.equals("false") || value.equals("off");
  }
}
