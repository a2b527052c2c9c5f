package org.denovo.vocabulary;

/** HER2 in situ hybridisation (NAACCR 3854). */
public enum Her2Ish implements Coded {
  NOT_AMPLIFIED("not_amplified", "无扩增", "Not amplified"),
  EQUIVOCAL("equivocal", "不确定", "Equivocal"),
  AMPLIFIED("amplified", "扩增", "Amplified");

  private final String code;
  private final Text title;

  Her2Ish(String code, String zh, String en) {
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
