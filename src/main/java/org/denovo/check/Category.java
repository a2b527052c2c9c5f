package org.denovo.check;

import java.util.Locale;
import org.denovo.vocabulary.Text;

/** Kahn's categories of data quality (EGEMS 2016;4:1244). */
public enum Category {
  CONFORMANCE_VALUE("规范性：取值", "Conformance: value"),
  CONFORMANCE_RELATIONAL("规范性：关系", "Conformance: relational"),
  CONFORMANCE_COMPUTATIONAL("规范性：计算", "Conformance: computational"),
  COMPLETENESS("完整性", "Completeness"),
  PLAUSIBILITY_UNIQUENESS("合理性：唯一", "Plausibility: uniqueness"),
  PLAUSIBILITY_ATEMPORAL("合理性：非时间", "Plausibility: atemporal"),
  PLAUSIBILITY_TEMPORAL("合理性：时间", "Plausibility: temporal");

  private final Text title;

  Category(String zh, String en) {
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
