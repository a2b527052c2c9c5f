package org.denovo.vocabulary;

/** Nottingham grade (NAACCR 3843). */
public enum Grade implements Coded {
  G1("g1", "1级", "Grade 1"),
  G2("g2", "2级", "Grade 2"),
  G3("g3", "3级", "Grade 3");

  private final String code;
  private final Text title;

  Grade(String code, String zh, String en) {
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
