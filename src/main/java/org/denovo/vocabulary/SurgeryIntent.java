package org.denovo.vocabulary;

/** Purpose of the operation (NAACCR 3270). */
public enum SurgeryIntent implements Coded {
  CURATIVE_ATTEMPT("curative_attempt", "根治性", "Curative attempt"),
  LOCAL_CONTROL("local_control", "局部控制", "Local control"),
  PALLIATIVE_SYMPTOM("palliative_symptom", "姑息性", "Palliative"),
  DIAGNOSTIC("diagnostic", "诊断性", "Diagnostic");

  private final String code;
  private final Text title;

  SurgeryIntent(String code, String zh, String en) {
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
