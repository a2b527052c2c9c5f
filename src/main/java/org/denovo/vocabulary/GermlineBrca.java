package org.denovo.vocabulary;

/** Germline BRCA result (ICHOM GermlineMutation). */
public enum GermlineBrca implements Coded {
  NEGATIVE("negative", "阴性", "Negative"),
  BRCA1("brca1", "BRCA1", "BRCA1"),
  BRCA2("brca2", "BRCA2", "BRCA2"),
  VUS("vus", "意义未明", "Variant of uncertain significance");

  private final String code;
  private final Text title;

  GermlineBrca(String code, String zh, String en) {
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
