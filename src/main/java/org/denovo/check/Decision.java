package org.denovo.check;

import org.denovo.vocabulary.Text;

/** What an unresolved error can block. */
public enum Decision {
  E1("新发Ⅳ期的入选", "Eligibility as de novo stage IV"),
  E2("手术与非手术分组", "Exposure arm, surgical or not"),
  E3("手术质量亚组", "Surgical-quality subset"),
  E4("分型分层", "Subtype strata"),
  E5("转移负荷分层", "Metastatic-burden strata"),
  E6("生存终点", "Survival endpoint"),
  E7("时间与界标分析", "Timing and landmark analyses"),
  E8("身份与去重", "Identity and de-duplication"),
  E9("中心比较与发布", "Centre comparison and release"),
  E10("文件接收", "Accepting the file");

  private final Text title;

  Decision(String zh, String en) {
    this.title = new Text(zh, en);
  }

  /** The name in both languages. */
  public Text title() {
    return title;
  }
}
