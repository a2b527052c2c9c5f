package org.denovo.vocabulary;

/** HER2 status; 2+ without ISH stays unresolved, never negative. */
public enum Her2Status implements Coded {
  POS("pos", "阳性", "Positive"),
  NEG("neg", "阴性", "Negative"),
  EQUIVOCAL_UNRESOLVED("equivocal_unresolved", "未定（2+未做ISH）", "Equivocal, unresolved");

  private final String code;
  private final Text title;

  Her2Status(String code, String zh, String en) {
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
