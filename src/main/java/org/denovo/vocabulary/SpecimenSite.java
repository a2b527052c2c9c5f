package org.denovo.vocabulary;

/** Where the assayed tissue came from. */
public enum SpecimenSite implements Coded {
  PRIMARY("primary", "原发灶", "Primary"),
  AXILLARY_NODE("axillary_node", "腋窝淋巴结", "Axillary node"),
  METASTASIS("metastasis", "转移灶", "Metastasis");

  private final String code;
  private final Text title;

  SpecimenSite(String code, String zh, String en) {
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
