package org.denovo.vocabulary;

/** Most extensive operation done on the primary (NAACCR 1290/1291). */
public enum SurgeryType implements Coded {
  NONE("none", "未手术", "None"),
  BIOPSY_ONLY("biopsy_only", "仅活检", "Biopsy only"),
  LOCAL_EXCISION("local_excision", "肿物切除（目的不明）", "Local excision, intent unclear"),
  BCS("bcs", "保乳手术", "Breast-conserving surgery"),
  BCS_ONCOPLASTIC("bcs_oncoplastic", "保乳整形手术", "Oncoplastic breast-conserving surgery"),
  SIMPLE_MASTECTOMY("simple_mastectomy", "单纯乳房切除术", "Simple mastectomy"),
  SKIN_OR_NIPPLE_SPARING(
      "skin_or_nipple_sparing", "保留皮肤或乳头的乳房切除术", "Skin- or nipple-sparing mastectomy"),
  MODIFIED_RADICAL("modified_radical", "改良根治术", "Modified radical mastectomy"),
  RADICAL("radical", "根治术", "Radical mastectomy"),
  MASTECTOMY_NOS("mastectomy_nos", "乳房切除术（未说明）", "Mastectomy, NOS"),
  SURGERY_NOS("surgery_nos", "手术（术式不详）", "Surgery, NOS");

  private final String code;
  private final Text title;

  SurgeryType(String code, String zh, String en) {
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
