package org.denovo.cohort;

import java.util.Locale;
import org.denovo.vocabulary.Text;

/** What a finding means for the cohorts of a night, the weightiest first. */
public enum Consequence {
  /** She would be in, and this error keeps her out. */
  KEEPS_OUT("阻止入组", "keeps a patient out"),
  MEMBERSHIP("可改变入选", "could change who is in"),
  ARM("可改变分组", "could change the arm"),
  TIME("可改变时间零点或暴露日", "could change time zero or exposure"),
  OUTCOME("可改变结局", "could change an outcome"),
  /** It is about no single patient, so that nothing can be tried. */
  MANY("涉及整个文件或中心", "concerns a whole file or centre"),
  /** A cohort reads the field, but no value of it would move this patient as her record stands. */
  READ("队列读取，不影响此患者", "read by a cohort, changes nothing here"),
  UNUSED("无队列读取", "no cohort reads it");

  private final Text title;

  Consequence(String zh, String en) {
    this.title = new Text(zh, en);
  }

  /** In words. */
  public Text title() {
    return title;
  }

  /** The code in files and pages. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The weightier of two. */
  Consequence or(Consequence other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
