package org.denovo.check;

import org.denovo.vocabulary.Text;

/** What a rule compares a centre's data with (Kahn, eGEMs 2016). */
public enum Context {
  /** With rules and with what the centre itself sent. */
  VERIFICATION("核查", "Verification"),
  /** With something outside the centre, such as the other centres. */
  VALIDATION("验证", "Validation");

  private final Text title;

  Context(String zh, String en) {
    this.title = new Text(zh, en);
  }

  /** The name in both languages. */
  public Text title() {
    return title;
  }
}
