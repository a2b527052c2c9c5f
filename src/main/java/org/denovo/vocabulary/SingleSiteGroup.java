package org.denovo.vocabulary;

/** Which organ is the only one with metastases. */
public enum SingleSiteGroup implements Coded {
  LIVER_ONLY("liver_only", "仅肝", "Liver only"),
  LUNG_ONLY("lung_only", "仅肺", "Lung only"),
  BONE_ONLY("bone_only", "仅骨", "Bone only"),
  BRAIN_ONLY("brain_only", "仅脑", "Brain only"),
  OTHER_SINGLE("other_single", "其他单一部位", "Other single site"),
  MULTI("multi", "多部位", "Several sites");

  private final String code;
  private final Text title;

  SingleSiteGroup(String code, String zh, String en) {
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
