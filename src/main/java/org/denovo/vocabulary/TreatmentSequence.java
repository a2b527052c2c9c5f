package org.denovo.vocabulary;

/** Order of surgery of the primary and systemic therapy (NAACCR 1639). */
public enum TreatmentSequence implements Coded {
  SURGERY_ONLY("surgery_only", "仅手术", "Surgery only"),
  SYSTEMIC_ONLY("systemic_only", "仅全身治疗", "Systemic therapy only"),
  SURGERY_FIRST("surgery_first", "先手术", "Surgery first"),
  SYSTEMIC_FIRST("systemic_first", "先全身治疗", "Systemic therapy first");

  private final String code;
  private final Text title;

  TreatmentSequence(String code, String zh, String en) {
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
