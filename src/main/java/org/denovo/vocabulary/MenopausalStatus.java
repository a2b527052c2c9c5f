package org.denovo.vocabulary;

/** Menopausal status at diagnosis; an induced menopause is not a natural one. */
public enum MenopausalStatus implements Coded {
  PRE("pre", "绝经前", "Premenopausal"),
  PERI("peri", "围绝经期", "Perimenopausal"),
  POST("post", "绝经后", "Postmenopausal"),
  INDUCED("induced", "药物性绝经", "Drug-induced");

  private final String code;
  private final Text title;

  MenopausalStatus(String code, String zh, String en) {
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
