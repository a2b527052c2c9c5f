package org.denovo.cohort;

import java.util.List;
import java.util.Set;
import org.denovo.record.Field;
import org.denovo.vocabulary.Text;

/** The endpoints that follow from a patient's record. */
public enum Endpoint {
  /** Death from any cause; censored at last contact. */
  OS("总生存", "Overall survival"),
  /** Death from breast cancer; another cause competes; an unknown cause is code 9. */
  BCSS("乳腺癌特异生存", "Breast cancer-specific survival"),
  /** First progression or death; censored at the last disease assessment. */
  PFS("无进展生存", "Progression-free survival"),
  /** First locoregional progression; death and distant progression compete. */
  LRP("局部区域进展", "Locoregional progression"),
  /**
   * First locoregional progression or death (JCOG1017); distant progression alone ends what is
   * known of it, and competes.
   */
  LRFS("无局部复发生存", "Survival free of locoregional progression"),
  /**
   * First progression of the metastases (Rao 2008); death without it and locoregional progression
   * alone compete.
   */
  MPFS("转移灶无进展生存", "Metastatic progression-free survival");

  private final Text title;

  Endpoint(String zh, String en) {
    this.title = new Text(zh, en);
  }

  /** The name in both languages. */
  public Text title() {
    return title;
  }

  /** The fields on which its times rest, beside time zero. */
  public Set<Field<?>> reads() {
    return Course.reads(List.of(this));
  }
}
