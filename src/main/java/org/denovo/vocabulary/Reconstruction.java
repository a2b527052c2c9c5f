package org.denovo.vocabulary;

/** Breast reconstruction (NAACCR 1335). */
public enum Reconstruction implements Coded {
  NONE("none", "无", "None"),
  IMPLANT("implant", "假体", "Implant"),
  TISSUE("tissue", "自体组织", "Tissue"),
  COMBINED("combined", "联合", "Combined"),
  NOS("nos", "有（未说明）", "Reconstruction, NOS");

  private final String code;
  private final Text title;

  Reconstruction(String code, String zh, String en) {
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
