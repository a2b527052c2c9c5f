package org.denovo.vocabulary;

/** Primary tumour category of the breast (AJCC 8, ch. 48). */
public enum TCat implements Coded {
  TX("TX", "TX", "TX"),
  T0("T0", "T0", "T0"),
  TIS("Tis", "Tis", "Tis"),
  T1MI("T1mi", "T1mi", "T1mi"),
  T1("T1", "T1", "T1"),
  T1A("T1a", "T1a", "T1a"),
  T1B("T1b", "T1b", "T1b"),
  T1C("T1c", "T1c", "T1c"),
  T2("T2", "T2", "T2"),
  T3("T3", "T3", "T3"),
  T4("T4", "T4", "T4"),
  T4A("T4a", "T4a", "T4a"),
  T4B("T4b", "T4b", "T4b"),
  T4C("T4c", "T4c", "T4c"),
  T4D("T4d", "T4d", "T4d");

  private final String code;
  private final Text title;

  TCat(String code, String zh, String en) {
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
