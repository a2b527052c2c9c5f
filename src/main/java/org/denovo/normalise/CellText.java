package org.denovo.normalise;

import org.denovo.mapping.Words;
import org.denovo.source.SourceCell;

/** The text of a cell as readers compare it: HTML entities decoded, then folded. */
final class CellText {

  private CellText() {}

  /** The folded text of a cell. Hospital systems export {@code <} as {@code &lt;}. */
  static String of(SourceCell cell) {
    String text = cell.text();
    if (text.indexOf('&') >= 0) {
      text =
          text.replace("&lt;", "<")
              .replace("&gt;", ">")
              .replace("&nbsp;", " ")
              .replace("&amp;", "&");
    }
    return Words.fold(text);
  }
}
