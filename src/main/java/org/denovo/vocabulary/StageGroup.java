package org.denovo.vocabulary;

/** Stage group (AJCC 8, ch. 48). The breast has no IVA or IVB. */
public enum StageGroup implements Coded {
  STAGE_0("0", "0期", "Stage 0"),
  I("I", "I期", "Stage I"),
  IA("IA", "IA期", "Stage IA"),
  IB("IB", "IB期", "Stage IB"),
  II("II", "II期", "Stage II"),
  IIA("IIA", "IIA期", "Stage IIA"),
  IIB("IIB", "IIB期", "Stage IIB"),
  III("III", "III期", "Stage III"),
  IIIA("IIIA", "IIIA期", "Stage IIIA"),
  IIIB("IIIB", "IIIB期", "Stage IIIB"),
  IIIC("IIIC", "IIIC期", "Stage IIIC"),
  IV("IV", "IV期", "Stage IV");

  private final String code;
  private final Text title;

  StageGroup(String code, String zh, String en) {
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
