package org.denovo.vocabulary;

/** Why the primary was not operated (NAACCR 1340). */
public enum NoSurgeryReason implements Coded {
  NOT_PLANNED("not_planned", "未计划", "Not planned"),
  CONTRAINDICATED("contraindicated", "有禁忌", "Contraindicated"),
  DIED_BEFORE("died_before", "术前死亡", "Died before surgery"),
  RECOMMENDED_NOT_DONE("recommended_not_done", "建议但未做", "Recommended, not done"),
  REFUSED("refused", "拒绝", "Refused");

  private final String code;
  private final Text title;

  NoSurgeryReason(String code, String zh, String en) {
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
