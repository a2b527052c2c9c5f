package org.denovo.vocabulary;

/** Local treatment of a metastasis. */
public enum MetLocalTherapy implements Coded {
  RESECTION("resection", "切除", "Resection"),
  SBRT("sbrt", "立体定向放疗", "SBRT"),
  RT_PALLIATIVE("rt_palliative", "姑息放疗", "Palliative radiotherapy"),
  RFA("rfa", "射频消融", "Radiofrequency ablation"),
  MWA("mwa", "微波消融", "Microwave ablation"),
  TACE_SIRT("tace_sirt", "介入栓塞", "TACE or SIRT"),
  VERTEBROPLASTY("vertebroplasty", "椎体成形", "Vertebroplasty"),
  STABILISATION("stabilisation", "固定", "Stabilisation");

  private final String code;
  private final Text title;

  MetLocalTherapy(String code, String zh, String en) {
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
