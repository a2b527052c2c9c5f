package org.denovo.vocabulary;

/** Ki-67 by the cut-offs of St Gallen 2011 (14 %) and 2013 (20 %). */
public enum Ki67Group implements Coded {
  LT_14("lt_14", "<14%", "Below 14 %"),
  FROM_14_TO_19("14_to_19", "14–19%", "14 to 19 %"),
  GE_20("ge_20", "≥20%", "20 % or more");

  private final String code;
  private final Text title;

  Ki67Group(String code, String zh, String en) {
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
