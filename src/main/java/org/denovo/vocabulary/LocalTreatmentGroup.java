package org.denovo.vocabulary;

/** Which disease was treated locally: primary, metastases, both or none. */
public enum LocalTreatmentGroup implements Coded {
  PRIMARY_AND_METS("primary_and_mets", "原发灶和转移灶", "Primary and metastases"),
  PRIMARY_ONLY("primary_only", "仅原发灶", "Primary only"),
  METS_ONLY("mets_only", "仅转移灶", "Metastases only"),
  NONE("none", "均未", "None");

  private final String code;
  private final Text title;

  LocalTreatmentGroup(String code, String zh, String en) {
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
