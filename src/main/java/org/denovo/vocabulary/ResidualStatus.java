package org.denovo.vocabulary;

/** Residual disease after resection of metastases. */
public enum ResidualStatus implements Coded {
  R0("R0", "R0", "R0"),
  R1("R1", "R1", "R1"),
  R2("R2", "R2", "R2");

  private final String code;
  private final Text title;

  ResidualStatus(String code, String zh, String en) {
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
