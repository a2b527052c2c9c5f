package org.denovo.vocabulary;

/** Breast cancer before this one (NAACCR 380/560). */
public enum PriorBreastCancer implements Coded {
  NONE("none", "无", "None"),
  DCIS_IPSI("dcis_ipsi", "同侧原位癌", "Ipsilateral DCIS"),
  INVASIVE_IPSI("invasive_ipsi", "同侧浸润癌", "Ipsilateral invasive"),
  CONTRALATERAL("contralateral", "对侧乳腺癌", "Contralateral");

  private final String code;
  private final Text title;

  PriorBreastCancer(String code, String zh, String en) {
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
