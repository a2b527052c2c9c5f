package org.denovo.vocabulary;

/** Three groups of age at diagnosis. */
public enum AgeGroup implements Coded {
  LE_40("le_40", "≤40岁", "40 or younger"),
  FROM_41_TO_60("41_60", "41–60岁", "41 to 60"),
  GT_60("gt_60", ">60岁", "Older than 60");

  private final String code;
  private final Text title;

  AgeGroup(String code, String zh, String en) {
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
