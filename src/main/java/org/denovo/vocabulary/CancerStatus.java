package org.denovo.vocabulary;

/** State of the disease at last contact (NAACCR 1770). */
public enum CancerStatus implements Coded {
  NED("ned", "无瘤", "No evidence of disease"),
  WITH_DISEASE("with_disease", "带瘤", "With disease"),
  PROGRESSED("progressed", "进展", "Progressed");

  private final String code;
  private final Text title;

  CancerStatus(String code, String zh, String en) {
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
