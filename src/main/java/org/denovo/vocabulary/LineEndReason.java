package org.denovo.vocabulary;

/** Why a line of therapy ended. */
public enum LineEndReason implements Coded {
  COMPLETED("completed", "完成", "Completed"),
  PROGRESSION("progression", "进展", "Progression"),
  TOXICITY("toxicity", "毒性", "Toxicity"),
  SURGERY("surgery", "手术", "Surgery"),
  DEATH("death", "死亡", "Death"),
  OTHER("other", "其他", "Other");

  private final String code;
  private final Text title;

  LineEndReason(String code, String zh, String en) {
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
