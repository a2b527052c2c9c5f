package org.denovo.normalise;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.mapping.Meaning;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.Topic;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Coded;
import org.denovo.vocabulary.FamilyHistory;
import org.denovo.vocabulary.HistologyGroup;
import org.denovo.vocabulary.MetSite;

/** The readers of clinical wording: operations, margins, metastases, regimens, outcomes, words. */
final class ClinicalReaders {

  private static final Map<Topic, CellReader> GRAMMARS =
      Map.of(
          Topic.OPERATION, new OperationReader(),
          Topic.MARGIN, new MarginReader(),
          Topic.METASTASES, new MetastasesReader(),
          Topic.VITAL, new VitalReader(false),
          Topic.REGIMEN, new RegimenReader());

  /** Questions that a column may answer with the drugs themselves. */
  private static final List<Field<Boolean>> THERAPIES =
      List.of(
          Fields.SYSTEMIC_THERAPY,
          Fields.CHEMOTHERAPY,
          Fields.ENDOCRINE_THERAPY,
          Fields.ANTI_HER2_THERAPY);

  private static final Map<Field<?>, CellReader> FIELDS = new HashMap<>();

  static {
    code(Fields.SEX, "sex");
    code(Fields.LATERALITY, "laterality");
    code(Fields.SURGERY_LATERALITY, "laterality");
    code(Fields.MENOPAUSAL_STATUS, "menopausal_status");
    code(Fields.GERMLINE_BRCA, "germline_brca");
    code(Fields.PRIOR_BREAST_CANCER, "prior_breast_cancer");
    code(Fields.INSURANCE_TYPE, "insurance_type");
    code(Fields.DX_CONFIRMATION, "dx_confirmation");
    code(Fields.GRADE_NOTTINGHAM, "grade_nottingham");
    code(Fields.MOLECULAR_SUBTYPE_RECORDED, "molecular_subtype_recorded");
    code(Fields.ER_SCORE_SYSTEM, "score_system");
    code(Fields.PR_SCORE_SYSTEM, "score_system");
    code(Fields.SPECIMEN_SITE, "specimen_site");
    code(Fields.SPECIMEN_CONTEXT, "specimen_context");
    code(Fields.MET_TIMING, "met_timing");
    code(Fields.MET_CERTAINTY, "met_certainty");
    code(Fields.LINE1_END_REASON, "line1_end_reason");
    code(Fields.LINE1_BEST_RESPONSE, "response");
    code(Fields.RESPONSE_PRIMARY, "response");
    code(Fields.RESPONSE_DISTANT, "response");
    code(Fields.NO_SURGERY_REASON, "no_surgery_reason");
    code(Fields.SURGERY_INTENT, "surgery_intent");
    code(Fields.MET_R_STATUS, "met_r_status");
    code(Fields.PROGRESSION_TYPE, "progression_type");
    codes(Fields.MET_EVIDENCE, "evidence");
    codes(Fields.BASELINE_IMAGING, "evidence");
    codes(Fields.MET_LOCAL_TX, "met_local_tx");
    codes(Fields.RT_TARGETS, "rt_targets");
    put(
        Fields.HISTOLOGY_GROUP,
        new WordReader<>(type(Fields.HISTOLOGY_GROUP), "histology_group")
            .one(Fields.HISTOLOGY_GROUP, named -> without(HistologyGroup.IN_SITU, named)));
    put(
        Fields.FAMILY_HISTORY_CANCER,
        new WordReader<>(type(Fields.FAMILY_HISTORY_CANCER), "family_history_cancer")
            .one(Fields.FAMILY_HISTORY_CANCER, named -> without(FamilyHistory.OTHER, named)));
    for (Field<?> field :
        List.of(Fields.SURGERY_TYPE, Fields.AXILLARY_PROCEDURE, Fields.RECONSTRUCTION)) {
      put(field, only(field, GRAMMARS.get(Topic.OPERATION)));
    }
    for (Field<?> field : List.of(Fields.MARGIN_STATUS, Fields.MARGIN_WIDTH_MM)) {
      put(field, only(field, GRAMMARS.get(Topic.MARGIN)));
    }
    put(Fields.LINE1_DRUGS, only(Fields.LINE1_DRUGS, GRAMMARS.get(Topic.REGIMEN)));
    put(Fields.VITAL_STATUS, only(Fields.VITAL_STATUS, GRAMMARS.get(Topic.VITAL)));
    put(Fields.CANCER_STATUS, only(Fields.CANCER_STATUS, GRAMMARS.get(Topic.VITAL)));
    put(Fields.DEATH_CAUSE, only(Fields.DEATH_CAUSE, new VitalReader(true)));
    put(Fields.MET_SITES, only(Fields.MET_SITES, GRAMMARS.get(Topic.METASTASES)));
    for (Field<Interval> field : List.of(Fields.LESION_COUNT, Fields.LIVER_LESION_COUNT)) {
      put(field, new CountReader(field));
    }
    Fields.all().stream()
        .filter(field -> field.type() instanceof FieldType.YesNo)
        .forEach(ClinicalReaders::question);
    for (Field<Boolean> therapy : THERAPIES) {
      CellReader asked = YesNoReader.of(therapy);
      CellReader told = only(therapy, GRAMMARS.get(Topic.REGIMEN));
      put(therapy, (cell, meaning) -> firstKnown(asked.read(cell, meaning), told, cell, meaning));
    }
  }

  private ClinicalReaders() {}

  /** The reader of a column about that topic. */
  static Optional<CellReader> forTopic(Topic topic) {
    return Optional.ofNullable(GRAMMARS.get(topic));
  }

  /** The reader of a column that answers that field. */
  static Optional<CellReader> forField(Field<?> field) {
    return Optional.ofNullable(FIELDS.get(field));
  }

  private static void put(Field<?> field, CellReader grammar) {
    FIELDS.put(field, grammar);
  }

  private static <E extends Enum<E> & Coded> void code(Field<E> field, String list) {
    put(field, new WordReader<>(type(field), list).one(field));
  }

  private static <E extends Enum<E> & Coded> void codes(Field<Set<E>> field, String list) {
    FieldType.Codes<E> type = (FieldType.Codes<E>) field.type();
    put(field, new WordReader<>(type.code(), list).all(field));
  }

  @SuppressWarnings("unchecked")
  private static void question(Field<?> field) {
    Field<Boolean> question = (Field<Boolean>) field;
    CellReader asked = YesNoReader.of(question);
    CellReader told = GRAMMARS.get(Topic.METASTASES);
    put(
        field,
        site(field)
            .<CellReader>map(site -> new SiteReader(question, site, asked, told))
            .orElse(asked));
  }

  /** The site that a field such as {@code met_bone} asks for. */
  private static Optional<MetSite> site(Field<?> field) {
    return field.name().startsWith("met_")
        ? Optional.ofNullable(
            MetastasesReader.SITE.byCode().get(field.name().substring("met_".length())))
        : Optional.empty();
  }

  private static <E extends Enum<E> & Coded> FieldType.Code<E> type(Field<E> field) {
    return (FieldType.Code<E>) field.type();
  }

  /**
   * The codes named without one that gives way to others: an in situ part of an invasive cancer, a
   * lung cancer in a family with breast cancer.
   */
  private static <E extends Enum<E>> Set<E> without(E weaker, Set<E> named) {
    if (named.size() < 2) {
      return named;
    }
    Set<E> left = EnumSet.copyOf(named);
    left.remove(weaker);
    return left;
  }

  private static Reading firstKnown(
      Reading asked, CellReader told, SourceCell cell, Meaning meaning) {
    boolean read = asked.answers().values().stream().noneMatch(Answer.Unreadable.class::isInstance);
    return read ? asked : told.read(cell, meaning);
  }

  /** A grammar of several fields, in a column that asks for one of them. */
  private static <T> CellReader only(Field<T> field, CellReader grammar) {
    return (cell, meaning) -> {
      Answer<?> answer = grammar.read(cell, meaning).answers().get(field);
      if (answer == null) {
        return Reading.of(field, Answer.unreadable());
      }
      return new Reading(Map.of(field, answer));
    };
  }
}
