package org.denovo.vocabulary;

/** When a stage was assessed: the prefix of a TNM string (AJCC 8, ch. 1). */
public enum StageContext implements Coded {
  CLINICAL("clinical", "临床分期", "Clinical (c)"),
  PATHOLOGIC("pathologic", "病理分期", "Pathological (p)"),
  POST_THERAPY_CLIN("post_therapy_clin", "治疗后临床分期", "Post-therapy clinical (yc)"),
  POST_THERAPY_PATH("post_therapy_path", "治疗后病理分期", "Post-therapy pathological (yp)"),
  RECURRENCE("recurrence", "复发分期", "Recurrence (r)");

  private final String code;
  private final Text title;

  StageContext(String code, String zh, String en) {
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
