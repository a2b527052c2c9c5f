package org.denovo.vocabulary;

/** Metastasis at first diagnosis or later. */
public enum MetTiming implements Coded {
  SYNCHRONOUS("synchronous", "同时性", "Synchronous"),
  METACHRONOUS("metachronous", "异时性", "Metachronous");

  private final String code;
  private final Text title;

  MetTiming(String code, String zh, String en) {
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
