package org.denovo.vocabulary;

/** Cancer in the family. */
public enum FamilyHistory implements Coded {
  NONE("none", "无", "None"),
  BREAST_OVARIAN("breast_ovarian", "乳腺癌或卵巢癌", "Breast or ovarian"),
  OTHER("other", "其他肿瘤", "Other cancer");

  private final String code;
  private final Text title;

  FamilyHistory(String code, String zh, String en) {
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
