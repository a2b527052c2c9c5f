package org.denovo.record;

import java.util.Locale;
import org.denovo.vocabulary.Text;

/** Why there is no value. The kinds are never merged; see NAACCR's separate codes 7, 8 and 9. */
public enum Absence {
  /** The cell is empty. */
  BLANK("空白", "Blank"),
  /** The cell says that it is not known, or not recorded. */
  UNKNOWN("不详", "Unknown"),
  /** It was not done, or refused. */
  NOT_DONE("未做", "Not done"),
  /** The result is still to come. */
  PENDING("待定", "Pending"),
  /** The question does not arise for this patient. */
  NOT_APPLICABLE("不适用", "Not applicable"),
  /** The centre has no column for it. */
  NOT_COLLECTED("未收集", "Not collected");

  private final String code;
  private final Text title;

  Absence(String zh, String en) {
    this.code = name().toLowerCase(Locale.ROOT);
    this.title = new Text(zh, en);
  }

  /** The code in files. */
  public String code() {
    return code;
  }

  /** The name in both languages. */
  public Text title() {
    return title;
  }
}
