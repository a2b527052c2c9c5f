package org.denovo.vocabulary;

/**
 * A system in which a hormone receptor's stain or assay is scored. Their cut-offs differ between
 * laboratories, so a score is kept beside the status and does not replace it.
 */
public enum ScoreSystem implements Coded {
  ALLRED("allred", "Allred评分（0–8）", "Allred score (0 to 8)", 8),
  H_SCORE("h_score", "H评分（0–300）", "H-score (0 to 300)", 300),
  IRS("irs", "免疫反应评分IRS（0–12）", "Immunoreactive score (0 to 12)", 12),
  FMOL("fmol", "胞质法fmol/mg", "Cytosol assay, fmol/mg protein", 5000);

  private final String code;
  private final Text title;
  private final int most;

  ScoreSystem(String code, String zh, String en, int most) {
    this.code = code;
    this.title = new Text(zh, en);
    this.most = most;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Text title() {
    return title;
  }

  /** The highest score that the system has; for the cytosol assay the most that is plausible. */
  public int most() {
    return most;
  }
}
