package org.denovo.record;

import static org.denovo.record.Fields.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.denovo.vocabulary.Text;

/**
 * What a column can be about when it speaks of several fields at once: a TNM string, an operation
 * with its axilla and side, a pathology line. A mapping names a topic where it could name a field;
 * the fields that the cell is silent about stay blank.
 */
public enum Topic {
  TNM(
      "TNM分期",
      "TNM string",
      STAGE_CONTEXT,
      T_CAT,
      N_CAT,
      M_CAT,
      STAGE_GROUP,
      STAGING_EDITION,
      NODES_POSITIVE,
      NODES_EXAMINED,
      MET_SITES),
  ER("ER结果", "ER result", ER_STATUS, ER_PCT, ER_SCORE_SYSTEM, ER_SCORE),
  PR("PR结果", "PR result", PR_STATUS, PR_PCT, PR_SCORE_SYSTEM, PR_SCORE),
  HER2("HER2结果", "HER2 result", HER2_IHC, HER2_ISH, HER2_RATIO, HER2_COPIES, HER2_STATUS_RECORDED),
  RECEPTORS(
      "免疫组化",
      "Immunohistochemistry line",
      ER_STATUS,
      ER_PCT,
      ER_SCORE_SYSTEM,
      ER_SCORE,
      PR_STATUS,
      PR_PCT,
      PR_SCORE_SYSTEM,
      PR_SCORE,
      HER2_IHC,
      HER2_ISH,
      HER2_RATIO,
      HER2_COPIES,
      HER2_STATUS_RECORDED,
      KI67_PCT),
  METASTASES(
      "转移情况", "Metastases", MET_SITES, LESION_COUNT, MET_CERTAINTY, MET_TIMING, OLIGO_RECORDED),
  OPERATION(
      "手术",
      "Operation",
      SURGERY_TYPE,
      SURGERY_LATERALITY,
      SURGERY_INTENT,
      NO_SURGERY_REASON,
      AXILLARY_PROCEDURE,
      RECONSTRUCTION),
  MARGIN("切缘", "Margin", MARGIN_STATUS, MARGIN_WIDTH_MM),
  NODES("淋巴结", "Nodes", NODES_POSITIVE, NODES_EXAMINED),
  REGIMEN(
      "一线方案",
      "First-line regimen",
      LINE1_DRUGS,
      SYSTEMIC_THERAPY,
      CHEMOTHERAPY,
      ENDOCRINE_THERAPY,
      ANTI_HER2_THERAPY),
  VITAL(
      "生存与疾病状态",
      "Vital and disease status",
      VITAL_STATUS,
      DEATH_CAUSE,
      LOST_TO_FOLLOWUP,
      CANCER_STATUS),
  REPORT(
      "病理或病历描述",
      "Report in words",
      HISTOLOGY_GROUP,
      GRADE_NOTTINGHAM,
      STAGE_CONTEXT,
      T_CAT,
      N_CAT,
      M_CAT,
      STAGE_GROUP,
      STAGING_EDITION,
      ER_STATUS,
      ER_PCT,
      ER_SCORE_SYSTEM,
      ER_SCORE,
      PR_STATUS,
      PR_PCT,
      PR_SCORE_SYSTEM,
      PR_SCORE,
      HER2_IHC,
      HER2_ISH,
      HER2_RATIO,
      HER2_COPIES,
      HER2_STATUS_RECORDED,
      KI67_PCT,
      MOLECULAR_SUBTYPE_RECORDED,
      MET_SITES,
      SURGERY_TYPE,
      DATE_PRIMARY_SURGERY,
      SURGERY_LATERALITY,
      SURGERY_INTENT,
      NO_SURGERY_REASON,
      AXILLARY_PROCEDURE,
      RECONSTRUCTION,
      NODES_POSITIVE,
      NODES_EXAMINED,
      MARGIN_STATUS,
      MARGIN_WIDTH_MM);

  private final Text title;
  private final List<Field<?>> fields;

  Topic(String zh, String en, Field<?>... fields) {
    this.title = new Text(zh, en);
    this.fields = List.of(fields);
  }

  /** The name in a mapping, for example {@code tnm}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name as people read it. */
  public Text title() {
    return title;
  }

  /** The fields that such a column may fill. */
  public List<Field<?>> fields() {
    return fields;
  }

  /** The topic of that name. */
  public static Optional<Topic> named(String code) {
    return Arrays.stream(values()).filter(topic -> topic.code().equals(code)).findFirst();
  }
}
