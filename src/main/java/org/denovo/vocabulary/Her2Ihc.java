package org.denovo.vocabulary;

/** HER2 immunohistochemistry score, split scores included (ASCO/CAP 2018, affirmed 2023). */
public enum Her2Ihc implements Coded {
  SCORE_0("0", "0", "0"),
  SCORE_0_1("0-1+", "0至1+", "0 to 1+"),
  SCORE_1("1+", "1+", "1+"),
  SCORE_1_2("1-2+", "1+至2+", "1+ to 2+"),
  SCORE_2("2+", "2+", "2+"),
  SCORE_3("3+", "3+", "3+");

  private final String code;
  private final Text title;

  Her2Ihc(String code, String zh, String en) {
    this.code = code;
    this.title = new Text(zh, en);
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Text title() {
    return title;
  }
}
