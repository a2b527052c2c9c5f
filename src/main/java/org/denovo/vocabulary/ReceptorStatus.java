package org.denovo.vocabulary;

/** Hormone receptor status by immunohistochemistry (ASCO/CAP 2020: positive from 1 %). */
public enum ReceptorStatus implements Coded {
  POS("pos", "阳性", "Positive"),
  NEG("neg", "阴性", "Negative");

  private final String code;
  private final Text title;

  ReceptorStatus(String code, String zh, String en) {
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
