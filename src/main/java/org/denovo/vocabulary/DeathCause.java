package org.denovo.vocabulary;

/** Cause of death (NAACCR 1914). */
public enum DeathCause implements Coded {
  BREAST_CANCER("breast_cancer", "乳腺癌", "Breast cancer"),
  OTHER_CANCER("other_cancer", "其他肿瘤", "Other cancer"),
  NON_CANCER("non_cancer", "非肿瘤", "Not cancer"),
  TREATMENT("treatment", "治疗相关", "Treatment-related");

  private final String code;
  private final Text title;

  DeathCause(String code, String zh, String en) {
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
