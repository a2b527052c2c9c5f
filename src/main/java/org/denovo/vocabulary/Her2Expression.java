package org.denovo.vocabulary;

/** How much HER2 a tumour shows: the three classes that treatment tells apart. */
public enum Her2Expression implements Coded {
  ZERO("zero", "HER2零表达", "HER2 zero"),
  LOW("low", "HER2低表达", "HER2-low"),
  POSITIVE("positive", "HER2阳性", "HER2-positive");

  private final String code;
  private final Text title;

  Her2Expression(String code, String zh, String en) {
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
