package org.denovo.vocabulary;

/** Regional node category of the breast (AJCC 8, ch. 48). */
public enum NCat implements Coded {
  NX("NX", "NX", "NX"),
  N0("N0", "N0", "N0"),
  N0_I_PLUS("N0(i+)", "N0(i+)", "N0(i+)"),
  N0_MOL_PLUS("N0(mol+)", "N0(mol+)", "N0(mol+)"),
  N1MI("N1mi", "N1mi", "N1mi"),
  N1("N1", "N1", "N1"),
  N1A("N1a", "N1a", "N1a"),
  N1B("N1b", "N1b", "N1b"),
  N1C("N1c", "N1c", "N1c"),
  N2("N2", "N2", "N2"),
  N2A("N2a", "N2a", "N2a"),
  N2B("N2b", "N2b", "N2b"),
  N3("N3", "N3", "N3"),
  N3A("N3a", "N3a", "N3a"),
  N3B("N3b", "N3b", "N3b"),
  N3C("N3c", "N3c", "N3c");

  private final String code;
  private final Text title;

  NCat(String code, String zh, String en) {
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
