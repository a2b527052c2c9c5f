package org.denovo.check;

import java.util.Locale;
import org.denovo.vocabulary.Text;

/** What became of a finding since the run before. */
public enum Turn {
  NEW("新增", "new"),
  PERSISTING("持续", "persisting"),
  /** It was settled, and what it was settled on does not hold any more. */
  REOPENED("重开", "reopened"),
  /** It is gone. */
  RESOLVED("已解决", "resolved");

  private final Text title;

  Turn(String zh, String en) {
    this.title = new Text(zh, en);
  }

  /** The code in files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name in both languages. */
  public Text title() {
    return title;
  }
}
