package org.denovo.vocabulary;

/**
 * The five groups of dual-probe ISH (ASCO/CAP 2018, affirmed 2023): ratio and HER2 copies per cell.
 */
public enum Her2IshGroup implements Coded {
  GROUP_1("1", "比值≥2.0，拷贝数≥4.0", "Ratio 2.0 or more, 4.0 copies or more"),
  GROUP_2("2", "比值≥2.0，拷贝数<4.0", "Ratio 2.0 or more, fewer than 4.0 copies"),
  GROUP_3("3", "比值<2.0，拷贝数≥6.0", "Ratio below 2.0, 6.0 copies or more"),
  GROUP_4("4", "比值<2.0，拷贝数4.0–5.9", "Ratio below 2.0, 4.0 to 5.9 copies"),
  GROUP_5("5", "比值<2.0，拷贝数<4.0", "Ratio below 2.0, fewer than 4.0 copies");

  private final String code;
  private final Text title;

  Her2IshGroup(String code, String zh, String en) {
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
