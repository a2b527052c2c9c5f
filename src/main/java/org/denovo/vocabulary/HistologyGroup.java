package org.denovo.vocabulary;

/** Histological group of the primary (NAACCR 522/523). */
public enum HistologyGroup implements Coded {
  INVASIVE_DUCTAL_NST("invasive_ductal_nst", "浸润性导管癌（非特殊型）", "Invasive ductal (NST)"),
  INVASIVE_LOBULAR("invasive_lobular", "浸润性小叶癌", "Invasive lobular"),
  OTHER_INVASIVE("other_invasive", "其他浸润性癌", "Other invasive"),
  IN_SITU("in_situ", "原位癌", "In situ"),
  NOT_BREAST_CARCINOMA("not_breast_carcinoma", "非乳腺癌", "Not a breast carcinoma");

  private final String code;
  private final Text title;

  HistologyGroup(String code, String zh, String en) {
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
