package org.denovo.vocabulary;

/** Surrogate molecular subtype (St Gallen). */
public enum MolecularSubtype implements Coded {
  LUMINAL_A("luminal_a", "Luminal A型", "Luminal A"),
  LUMINAL_B("luminal_b", "Luminal B型", "Luminal B"),
  HER2_OVEREXPRESSING("her2_overexpressing", "HER2过表达型", "HER2-overexpressing"),
  TRIPLE_NEGATIVE("triple_negative", "三阴性", "Triple-negative");

  private final String code;
  private final Text title;

  MolecularSubtype(String code, String zh, String en) {
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
