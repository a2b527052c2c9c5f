package org.denovo.vocabulary;

/** Who pays. */
public enum InsuranceType implements Coded {
  EMPLOYEE("employee", "职工医保", "Employee insurance"),
  RESIDENT("resident", "居民医保", "Resident insurance"),
  SELF_PAY("self_pay", "自费", "Self-pay"),
  OTHER("other", "其他", "Other");

  private final String code;
  private final Text title;

  InsuranceType(String code, String zh, String en) {
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
