package org.denovo.vocabulary;

/** Distant metastasis category (AJCC 8, ch. 48). MX is not a category since AJCC 7. */
public enum MCat implements Coded {
  M0("M0", "M0", "M0"),
  M0_I_PLUS("M0(i+)", "M0(i+)", "M0(i+)"),
  M1("M1", "M1", "M1"),
  M1_PATH("M1_path", "M1（病理证实）", "M1, microscopically proven");

  private final String code;
  private final Text title;

  MCat(String code, String zh, String en) {
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
