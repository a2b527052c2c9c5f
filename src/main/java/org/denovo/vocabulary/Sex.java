package org.denovo.vocabulary;

/** Sex assigned at birth (NAACCR 225). */
public enum Sex implements Coded {
  FEMALE("female", "女", "Female"),
  MALE("male", "男", "Male");

  private final String code;
  private final Text title;

  Sex(String code, String zh, String en) {
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
