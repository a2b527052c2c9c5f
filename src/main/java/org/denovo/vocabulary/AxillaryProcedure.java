package org.denovo.vocabulary;

/** Operation on the axilla (NAACCR 1292). */
public enum AxillaryProcedure implements Coded {
  NONE("none", "无", "None"),
  FNA_CORE("fna_core", "穿刺", "Needle biopsy"),
  SLNB("slnb", "前哨淋巴结活检", "Sentinel node biopsy"),
  SAMPLING("sampling", "腋窝取样", "Sampling"),
  ALND("alnd", "腋窝淋巴结清扫", "Axillary dissection"),
  SLNB_THEN_ALND("slnb_then_alnd", "前哨后清扫", "Sentinel biopsy, then dissection");

  private final String code;
  private final Text title;

  AxillaryProcedure(String code, String zh, String en) {
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
