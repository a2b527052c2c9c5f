package org.denovo.vocabulary;

/** Surgery of the primary by its margin. */
public enum MarginGroup implements Coded {
  NONE("none", "未手术", "No surgery"),
  R0("R0", "R0", "R0"),
  R1_2("R1_2", "R1或R2", "R1 or R2");

  private final String code;
  private final Text title;

  MarginGroup(String code, String zh, String en) {
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
