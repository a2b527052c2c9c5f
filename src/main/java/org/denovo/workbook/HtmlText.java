package org.denovo.workbook;

import java.util.Set;
import org.denovo.vocabulary.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The text of a cell of a page as a browser shows it.
 *
 * @param struck true if any of it is struck through
 */
record HtmlText(String text, boolean struck) {

  private static final Set<String> LINES = Set.of("br", "p", "div", "li", "tr");
  private static final Set<String> UNSHOWN = Set.of("script", "style", "template");

  static HtmlText of(Element cell, int limit) {
    StringBuilder text = new StringBuilder();
    boolean struck = gather(cell, text);
    if (text.length() > limit) {
      throw Refusals.tooLarge(new Text("单元格文本", "The text of one cell is"), limit);
    }
    return new HtmlText(trimmed(text), struck);
  }

  /** Gathers in document order without recursion: a page may nest as deep as it likes. */
  private static boolean gather(Element cell, StringBuilder text) {
    boolean struck = HtmlRows.isStruck(cell);
    Node node = cell.childNodeSize() == 0 ? null : cell.childNode(0);
    while (node != null) {
      boolean passed = false;
      if (node instanceof TextNode words) {
        append(words.getWholeText(), text);
      } else if (node instanceof Element element) {
        struck |= HtmlRows.isStruck(element);
        passed = UNSHOWN.contains(element.normalName()) || HtmlRows.isHidden(element);
        if (LINES.contains(element.normalName()) && !text.isEmpty()) {
          text.append('\n');
        }
      }
      node = passed ? behind(node, cell) : next(node, cell);
    }
    return struck;
  }

  private static Node next(Node node, Element cell) {
    return node.childNodeSize() > 0 ? node.childNode(0) : behind(node, cell);
  }

  private static Node behind(Node node, Element cell) {
    Node at = node;
    while (at != null && at != cell) {
      if (at.nextSibling() != null) {
        return at.nextSibling();
      }
      at = at.parent();
    }
    return null;
  }

  /** Runs of white space in the source are one space; a no-break space stays. */
  private static void append(String words, StringBuilder text) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean space = c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
      if (!space) {
        text.append(c);
      } else if (!text.isEmpty() && " \n".indexOf(text.charAt(text.length() - 1)) < 0) {
        text.append(' ');
      }
    }
  }

  private static String trimmed(StringBuilder text) {
    int end = text.length();
    while (end > 0 && " \n".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end).replace(" \n", "\n");
  }
}
