package org.denovo.vocabulary;

/** Target of radiotherapy. */
public enum RtTarget implements Coded {
  BREAST("breast", "乳房", "Breast"),
  CHEST_WALL("chest_wall", "胸壁", "Chest wall"),
  REGIONAL_NODES("regional_nodes", "区域淋巴结", "Regional nodes"),
  METASTASIS("metastasis", "转移灶", "Metastasis"),
  BRAIN("brain", "脑", "Brain");

  private final String code;
  private final Text title;

  RtTarget(String code, String zh, String en) {
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
