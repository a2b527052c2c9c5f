package org.denovo.vocabulary;

/** Side of the breast (NAACCR 410). */
public enum Laterality implements Coded {
  LEFT("left", "左侧", "Left"),
  RIGHT("right", "右侧", "Right"),
  BILATERAL("bilateral", "双侧", "Bilateral");

  private final String code;
  private final Text title;

  Laterality(String code, String zh, String en) {
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
