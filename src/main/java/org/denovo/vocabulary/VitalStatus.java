package org.denovo.vocabulary;

/** Vital status (NAACCR 1760). Lost to follow-up is not a vital status. */
public enum VitalStatus implements Coded {
  ALIVE("alive", "存活", "Alive"),
  DEAD("dead", "死亡", "Dead");

  private final String code;
  private final Text title;

  VitalStatus(String code, String zh, String en) {
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
