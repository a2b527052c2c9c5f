package org.denovo.check;

import java.util.Locale;
import org.denovo.vocabulary.Text;

/** How much a finding matters. */
public enum Severity {
  /** Blocks the decisions that need the field, until it is resolved. */
  ERROR("错误", "Error"),
  /** Needs a look, blocks nothing. */
  WARNING("警告", "Warning"),
  /** For information. */
  INFO("提示", "Information");

  private final Text title;

  Severity(String zh, String en) {
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
