package org.denovo.vocabulary;

/** Kind of the first progression. */
public enum ProgressionType implements Coded {
  LOCOREGIONAL("locoregional", "局部区域", "Locoregional"),
  DISTANT_EXISTING("distant_existing", "原有远处病灶", "Distant, existing"),
  DISTANT_NEW("distant_new", "新发远处病灶", "Distant, new"),
  BOTH("both", "两者", "Both");

  private final String code;
  private final Text title;

  ProgressionType(String code, String zh, String en) {
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
