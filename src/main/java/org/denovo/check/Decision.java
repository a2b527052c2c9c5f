package org.denovo.check;

import static org.denovo.record.Fields.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denovo.record.Derived;
import org.denovo.record.Field;
import org.denovo.record.Variable;
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

  private static final Map<Field<?>, Set<Decision>> OF_ITS_OWN =
      Map.ofEntries(
          Map.entry(NATIONAL_ID, Set.of(E8)),
          Map.entry(PERSON_NAME, Set.of(E8)),
          Map.entry(BIRTH_DATE, Set.of(E1, E8)),
          Map.entry(SEX, Set.of(E1)),
          Map.entry(AGE_AT_DX, Set.of(E1)),
          Map.entry(PRIOR_BREAST_CANCER, Set.of(E1)),
          Map.entry(YEARS_SINCE_PRIOR, Set.of(E1)),
          Map.entry(LATERALITY, Set.of(E8)),
          Map.entry(GRADE_NOTTINGHAM, Set.of()),
          Map.entry(LVI, Set.of()),
          Map.entry(DATE_MET_DX, Set.of(E1)),
          Map.entry(MET_TIMING, Set.of(E1)),
          Map.entry(MET_CERTAINTY, Set.of(E1)),
          Map.entry(EOD_TUMOUR_CELLS_ONLY, Set.of(E1)),
          Map.entry(DATE_PRIMARY_SURGERY, Set.of(E2, E7)),
          Map.entry(NODES_EXAMINED, Set.of(E3)),
          Map.entry(NODES_POSITIVE, Set.of(E3)),
          Map.entry(MARGIN_STATUS, Set.of(E3)),
          Map.entry(MARGIN_WIDTH_MM, Set.of(E3)),
          Map.entry(RECONSTRUCTION, Set.of(E3)),
          Map.entry(SECOND_SURGERY_DATE, Set.of(E3, E7)),
          Map.entry(DATE_MET_LOCAL_TX, Set.of(E3, E7)),
          Map.entry(DATE_RT_START, Set.of(E3, E7)));

  private final Text title;

  Decision(String zh, String en) {
    this.title = new Text(zh, en);
  }

  /** The name in both languages. */
  public Text title() {
    return title;
  }

  /**
   * What cannot be decided while a variable is in doubt; nothing for one that only describes. A
   * derived variable that reads the M category says who is eligible, whatever else it reads.
   */
  public static Set<Decision> restingOn(Variable<?> variable) {
    if (variable instanceof Field<?> field) {
      return restingOn(field);
    }
    List<Variable<?>> inputs = variable instanceof Derived<?> d ? d.inputs() : List.of();
    if (inputs.contains(M_CAT)) {
      return Set.of(E1);
    }
    Set<Decision> decisions = EnumSet.noneOf(Decision.class);
    inputs.forEach(input -> decisions.addAll(restingOn(input)));
    return Collections.unmodifiableSet(decisions);
  }

  private static Set<Decision> restingOn(Field<?> field) {
    Set<Decision> own = OF_ITS_OWN.get(field);
    if (own != null) {
      return own;
    }
    return switch (field.group()) {
      case PATIENT, BASELINE -> Set.of();
      case TUMOUR, STAGE -> Set.of(E1);
      case RECEPTORS -> Set.of(E4);
      case METASTASIS -> Set.of(E5);
      case SYSTEMIC -> Set.of(E7);
      case SURGERY -> Set.of(E2);
      case LOCAL -> Set.of(E3);
      case FOLLOW_UP -> Set.of(E6);
    };
  }
}
