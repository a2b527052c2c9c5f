package org.denovo.vocabulary;

/** Edition of the AJCC manual (NAACCR TNM edition: 07 to 2017, 08 from 2018). */
public enum StagingEdition implements Coded {
  AJCC5("AJCC5", "AJCC第5版", "AJCC 5"),
  AJCC6("AJCC6", "AJCC第6版", "AJCC 6"),
  AJCC7("AJCC7", "AJCC第7版", "AJCC 7"),
  AJCC8("AJCC8", "AJCC第8版", "AJCC 8"),
  AJCC9("AJCC9", "AJCC第9版", "AJCC 9");

  private final String code;
  private final Text title;

  StagingEdition(String code, String zh, String en) {
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
