package org.denovo.workbook;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.denovo.vocabulary.Text;

/**
 * One XML part of a package, pulled element by element with names without their prefix. A document
 * type is refused; nothing outside the part is ever opened.
 */
final class PartXml implements AutoCloseable {

  private static final XMLInputFactory FACTORY = factory();
  private static final int DEEPEST = 256;
  private static final Text TOO_DEEP = new Text("嵌套过深的 XML", "XML that is nested too deeply");

  private final String part;
  private final InputStream in;
  private final XMLStreamReader xml;
  private int depth;

  PartXml(String part, InputStream in) {
    this.part = part;
    this.in = in;
    try {
      this.xml = FACTORY.createXMLStreamReader(new MarkupGuard(XmlText.of(in, part)));
    } catch (XMLStreamException e) {
      throw refusal(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("an external entity");
        });
    return factory;
  }

  /** The next event: an element's start or end, text, or the document's end. */
  int next() {
    try {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
        throw Refusals.hostile(TOO_DEEP);
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw Refusals.hostile(
            new Text("XML 中的 DOCTYPE 或外部实体", "a document type or entity in its XML"));
      }
      return event;
    } catch (XMLStreamException e) {
      throw refusal(e);
    }
  }

  /** Goes to the next element's start; false at the document's end. */
  boolean nextStart() {
    for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  /** The current element's name without prefix. */
  String name() {
    return xml.getLocalName();
  }

  /** An attribute by its name without prefix; empty if it is not there. */
  String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** True if the attribute is there and set. */
  boolean isSet(String name) {
    return isTrue(attribute(name));
  }

  static boolean isTrue(String value) {
    return value.equals("1") || value.equals("true") || value.equals("on");
  }

  /** Appends the text of the current event. */
  void appendTo(StringBuilder text, int limit) {
    if (text.length() + xml.getTextLength() > limit) {
      throw Refusals.tooLarge(new Text("单元格文本", "The text of one cell is"), limit);
    }
    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  /** Passes over the rest of the current element. */
  void skip() {
    for (int depth = 1; depth > 0; ) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        return;
      }
    }
  }

  String part() {
    return part;
  }

  private WorkbookRefused refusal(XMLStreamException e) {
    // A refusal from the stream below arrives wrapped.
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof WorkbookRefused refused) {
        return refused;
      }
    }
    if (e.getNestedException() instanceof WorkbookRefused refused) {
      return refused;
    }
    // The parser's message may quote the text, so only its kind is kept.
    return Refusals.broken(part);
  }

  @Override
  public void close() {
    try {
      xml.close();
      in.close();
    } catch (XMLStreamException | IOException e) {
      throw Refusals.broken(part, e);
    }
  }
}
