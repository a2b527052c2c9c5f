package org.denovo.vocabulary;

/** What showed the disease. */
public enum Evidence implements Coded {
  CT("ct", "CT", "CT"),
  MRI("mri", "MRI", "MRI"),
  PET_CT("pet_ct", "PET-CT", "PET-CT"),
  BONE_SCAN("bone_scan", "骨扫描", "Bone scan"),
  ULTRASOUND("ultrasound", "超声", "Ultrasound"),
  XRAY("xray", "X线", "X-ray"),
  BIOPSY("biopsy", "活检", "Biopsy"),
  CLINICAL("clinical", "临床", "Clinical");

  private final String code;
  private final Text title;

  Evidence(String code, String zh, String en) {
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
