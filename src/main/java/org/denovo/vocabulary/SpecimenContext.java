package org.denovo.vocabulary;

/** When the assayed tissue was taken. */
public enum SpecimenContext implements Coded {
  PRE_TREATMENT("pre_treatment", "治疗前", "Before treatment"),
  POST_SYSTEMIC("post_systemic", "全身治疗后", "After systemic therapy"),
  SURGICAL("surgical", "手术标本", "Surgical specimen");

  private final String code;
  private final Text title;

  SpecimenContext(String code, String zh, String en) {
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
