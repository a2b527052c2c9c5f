package org.denovo.vocabulary;

/** Pattern of the metastases at diagnosis; brain dominates. */
public enum MetPattern implements Coded {
  BONE_ONLY("bone_only", "仅骨", "Bone only"),
  BONE_PLUS_SOFT("bone_plus_soft", "骨和软组织", "Bone and soft tissue"),
  SOFT_TISSUE_ONLY("soft_tissue_only", "仅软组织", "Soft tissue only"),
  VISCERAL_ONLY("visceral_only", "内脏（无骨）", "Visceral, no bone"),
  BONE_PLUS_VISCERAL("bone_plus_visceral", "骨和内脏", "Bone and visceral"),
  BRAIN_ANY("brain_any", "有脑转移", "Any brain metastasis");

  private final String code;
  private final Text title;

  MetPattern(String code, String zh, String en) {
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
