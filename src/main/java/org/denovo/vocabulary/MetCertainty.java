package org.denovo.vocabulary;

/** How sure the record is of a metastasis. */
public enum MetCertainty implements Coded {
  CONFIRMED("confirmed", "确定", "Confirmed"),
  SUSPECTED("suspected", "可疑", "Suspected");

  private final String code;
  private final Text title;

  MetCertainty(String code, String zh, String en) {
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
