package org.denovo.vocabulary;

import java.util.Set;

/** Classes of systemic agents. */
public enum DrugClass implements Coded {
  ANTHRACYCLINE("anthracycline", "蒽环类", "Anthracycline"),
  TAXANE("taxane", "紫杉类", "Taxane"),
  PLATINUM("platinum", "铂类", "Platinum"),
  CAPECITABINE("capecitabine", "卡培他滨", "Capecitabine"),
  OTHER_CHEMO("other_chemo", "其他化疗药", "Other chemotherapy"),
  HER2_ANTIBODY("her2_antibody", "抗HER2单抗", "Anti-HER2 antibody"),
  PERTUZUMAB("pertuzumab", "帕妥珠单抗", "Pertuzumab"),
  HER2_TKI("her2_tki", "抗HER2酪氨酸激酶抑制剂", "Anti-HER2 TKI"),
  HER2_ADC("her2_adc", "抗HER2抗体偶联药", "Anti-HER2 ADC"),
  CDK46("cdk46", "CDK4/6抑制剂", "CDK4/6 inhibitor"),
  AI("ai", "芳香化酶抑制剂", "Aromatase inhibitor"),
  SERM("serm", "选择性雌激素受体调节剂", "SERM"),
  SERD("serd", "选择性雌激素受体降解剂", "SERD"),
  OFS("ofs", "卵巢功能抑制", "Ovarian suppression"),
  IMMUNO("immuno", "免疫治疗", "Immunotherapy"),
  PARP("parp", "PARP抑制剂", "PARP inhibitor"),
  BONE_AGENT("bone_agent", "骨改良药", "Bone agent");

  /** Cytotoxic agents. */
  public static final Set<DrugClass> CHEMOTHERAPY =
      Set.of(ANTHRACYCLINE, TAXANE, PLATINUM, CAPECITABINE, OTHER_CHEMO);

  /**
   * Classes that mean endocrine therapy: also a CDK4/6 inhibitor, which is given with an endocrine
   * agent, named or not (ABC consensus).
   */
  public static final Set<DrugClass> WITH_ENDOCRINE = Set.of(AI, SERM, SERD, OFS, CDK46);

  /** Agents against HER2. */
  public static final Set<DrugClass> ANTI_HER2 =
      Set.of(HER2_ANTIBODY, PERTUZUMAB, HER2_TKI, HER2_ADC);

  private final String code;
  private final Text title;

  DrugClass(String code, String zh, String en) {
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
