package org.denovo.vocabulary;

/** How the primary was confirmed (NAACCR 490). */
public enum DxConfirmation implements Coded {
  HISTOLOGY("histology", "组织学", "Histology"),
  CYTOLOGY("cytology", "细胞学", "Cytology"),
  IMAGING("imaging", "影像学", "Imaging"),
  CLINICAL("clinical", "临床", "Clinical"),
  DEATH_CERTIFICATE("death_certificate", "死亡证明", "Death certificate only");

  private final String code;
  private final Text title;

  DxConfirmation(String code, String zh, String en) {
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
