package org.denovo.vocabulary;

/** Site of distant metastasis (NAACCR 1112-1117). */
public enum MetSite implements Coded {
  BONE("bone", "骨", "Bone"),
  LUNG("lung", "肺", "Lung"),
  PLEURA("pleura", "胸膜", "Pleura"),
  LIVER("liver", "肝", "Liver"),
  BRAIN("brain", "脑", "Brain"),
  LEPTOMENINGES("leptomeninges", "脑膜", "Leptomeninges"),
  DISTANT_LN("distant_ln", "远处淋巴结", "Distant nodes"),
  CONTRALATERAL_BREAST("contralateral_breast", "对侧乳腺", "Contralateral breast"),
  SKIN_CHEST_WALL("skin_chest_wall", "皮肤或胸壁", "Skin or chest wall"),
  PERITONEUM("peritoneum", "腹膜", "Peritoneum"),
  PERICARDIUM("pericardium", "心包", "Pericardium"),
  ADRENAL("adrenal", "肾上腺", "Adrenal"),
  OVARY("ovary", "卵巢", "Ovary"),
  BONE_MARROW("bone_marrow", "骨髓", "Bone marrow"),
  SOFT_TISSUE("soft_tissue", "软组织", "Soft tissue"),
  OTHER("other", "其他", "Other");

  private final String code;
  private final Text title;

  MetSite(String code, String zh, String en) {
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
