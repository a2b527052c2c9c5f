package org.denovo.vocabulary;

/** Surgical margin of the primary after the last operation (NAACCR 1320). */
public enum MarginStatus implements Coded {
  NEGATIVE("negative", "阴性", "Negative"),
  CLOSE("close", "近切缘", "Close"),
  POSITIVE_MICRO("positive_micro", "镜下阳性", "Positive, microscopic"),
  POSITIVE_MACRO("positive_macro", "肉眼残留", "Positive, macroscopic"),
  POSITIVE_NOS("positive_nos", "阳性（未说明）", "Positive, NOS"),
  NOT_EVALUABLE("not_evaluable", "无法评估", "Not evaluable");

  private final String code;
  private final Text title;

  MarginStatus(String code, String zh, String en) {
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
