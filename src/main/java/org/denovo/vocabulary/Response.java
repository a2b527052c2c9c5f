package org.denovo.vocabulary;

/** Response of measurable disease (RECIST 1.1). */
public enum Response implements Coded {
  CR("cr", "完全缓解", "Complete response"),
  PR("pr", "部分缓解", "Partial response"),
  SD("sd", "疾病稳定", "Stable disease"),
  NON_CR_NON_PD("non_cr_non_pd", "非CR非PD", "Non-CR/non-PD"),
  PD("pd", "疾病进展", "Progressive disease"),
  NE("ne", "不可评价", "Not evaluable");

  private final String code;
  private final Text title;

  Response(String code, String zh, String en) {
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
