package org.denovo.normalise;

import static org.denovo.record.Fields.*;

import java.time.Period;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.vocabulary.DrugClass;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.MetCertainty;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.ReceptorStatus;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.SurgeryType;
import org.denovo.vocabulary.VitalStatus;

/**
 * Fills in what follows from other answers, each marked {@link Remark#IMPLIED} and with the cell
 * that it follows from. What the centre answered itself is never replaced.
 */
record Completion(PatientRecord.Builder record) {

  private static final Map<MetSite, Field<Boolean>> SITES = new LinkedHashMap<>();

  static {
    SITES.put(MetSite.BONE, MET_BONE);
    SITES.put(MetSite.LUNG, MET_LUNG);
    SITES.put(MetSite.PLEURA, MET_PLEURA);
    SITES.put(MetSite.LIVER, MET_LIVER);
    SITES.put(MetSite.BRAIN, MET_BRAIN);
    SITES.put(MetSite.LEPTOMENINGES, MET_LEPTOMENINGES);
    SITES.put(MetSite.DISTANT_LN, MET_DISTANT_LN);
    SITES.put(MetSite.CONTRALATERAL_BREAST, MET_CONTRALATERAL_BREAST);
    SITES.put(MetSite.SKIN_CHEST_WALL, MET_SKIN_CHEST_WALL);
    SITES.put(MetSite.PERITONEUM, MET_PERITONEUM);
    SITES.put(MetSite.PERICARDIUM, MET_PERICARDIUM);
    SITES.put(MetSite.ADRENAL, MET_ADRENAL);
    SITES.put(MetSite.OVARY, MET_OVARY);
    SITES.put(MetSite.BONE_MARROW, MET_BONE_MARROW);
    SITES.put(MetSite.SOFT_TISSUE, MET_SOFT_TISSUE);
    SITES.put(MetSite.OTHER, MET_OTHER);
  }

  /** True if a question about one site was answered with yes. */
  static boolean namesSites(PatientRecord.Builder record) {
    return SITES.values().stream()
        .anyMatch(flag -> record.answer(flag).optional().equals(Optional.of(true)));
  }

  /** The finished record. */
  PatientRecord complete() {
    receptor(ER_PCT, ER_STATUS);
    receptor(PR_PCT, PR_STATUS);
    if (record.answer(BASELINE_IMAGING).optional().filter(set -> !set.isEmpty()).isPresent()) {
      imply(BASELINE_IMAGING_DOCUMENTED, true, BASELINE_IMAGING);
    }
    sites();
    metastasis();
    systemic();
    surgery();
    if (record.answer(DATE_DEATH).isKnown()) {
      imply(VITAL_STATUS, VitalStatus.DEAD, DATE_DEATH);
    }
    age();
    return record.build();
  }

  /** ASCO/CAP 2020: positive from 1 %; an interval across it says nothing. */
  private void receptor(Field<Interval> percentage, Field<ReceptorStatus> status) {
    Optional<Interval> percent = record.answer(percentage).optional();
    if (percent.filter(p -> p.max() < 1).isPresent()) {
      imply(status, ReceptorStatus.NEG, percentage);
    } else if (percent.filter(p -> p.min() >= 1).isPresent()) {
      imply(status, ReceptorStatus.POS, percentage);
    }
  }

  private void sites() {
    Answer<Set<MetSite>> list = record.answer(MET_SITES);
    if (list.isKnown()) {
      Set<MetSite> named = list.optional().orElseThrow();
      boolean imaged =
          !record.answer(BASELINE_IMAGING_DOCUMENTED).optional().equals(Optional.of(false));
      boolean closed = imaged && !list.has(Remark.OPEN_LIST) && !list.has(Remark.SUSPECTED);
      for (Map.Entry<MetSite, Field<Boolean>> site : SITES.entrySet()) {
        if (named.contains(site.getKey())) {
          imply(site.getValue(), true, MET_SITES, list.has(Remark.SUSPECTED));
        } else if (closed) {
          imply(site.getValue(), false, MET_SITES);
        }
      }
      return;
    }
    Set<MetSite> flagged = EnumSet.noneOf(MetSite.class);
    boolean suspected = false;
    Field<Boolean> origin = null;
    for (Map.Entry<MetSite, Field<Boolean>> site : SITES.entrySet()) {
      Answer<Boolean> flag = record.answer(site.getValue());
      if (flag.optional().orElse(false)) {
        flagged.add(site.getKey());
        suspected |= flag.has(Remark.SUSPECTED);
        origin = origin == null ? site.getValue() : origin;
      }
    }
    if (origin != null) {
      imply(MET_SITES, Collections.unmodifiableSet(flagged), origin, suspected);
    }
  }

  private void metastasis() {
    if (record.answer(STAGE_GROUP).optional().equals(Optional.of(StageGroup.IV))) {
      imply(M_CAT, MCat.M1, STAGE_GROUP, record.answer(STAGE_GROUP).has(Remark.SUSPECTED));
    }
    Answer<Set<MetSite>> sites = record.answer(MET_SITES);
    boolean confirmed =
        !sites.has(Remark.SUSPECTED)
            && !sites.has(Remark.REGIONAL_NODES_ONLY)
            && !sites.has(Remark.RECURRENCE_WORDING)
            && !record.answer(MET_CERTAINTY).optional().equals(Optional.of(MetCertainty.SUSPECTED));
    if (confirmed && sites.optional().filter(set -> !set.isEmpty()).isPresent()) {
      imply(M_CAT, MCat.M1, MET_SITES);
    }
    // Any T, any N, M1 is stage IV (AJCC 8, ch. 48), where the centre keeps only the categories.
    Answer<MCat> category = record.answer(M_CAT);
    if (category.optional().filter(m -> m == MCat.M1 || m == MCat.M1_PATH).isPresent()
        && !category.has(Remark.IMPLIED)) {
      imply(STAGE_GROUP, StageGroup.IV, M_CAT, category.has(Remark.SUSPECTED));
    }
  }

  private void systemic() {
    Answer<Set<DrugClass>> drugs = record.answer(LINE1_DRUGS);
    if (!drugs.has(Remark.PLANNED) && !drugs.has(Remark.REFUSED)) {
      drugs.optional().ifPresent(this::drugs);
    }
    for (Field<Boolean> kind : List.of(CHEMOTHERAPY, ENDOCRINE_THERAPY, ANTI_HER2_THERAPY)) {
      if (record.answer(kind).optional().orElse(false)) {
        imply(SYSTEMIC_THERAPY, true, kind);
      }
    }
    if (record.answer(DATE_LINE1_START).isKnown()) {
      imply(SYSTEMIC_THERAPY, true, DATE_LINE1_START);
    }
  }

  private void drugs(Set<DrugClass> given) {
    drugs(given, DrugClass.CHEMOTHERAPY, CHEMOTHERAPY);
    drugs(given, DrugClass.WITH_ENDOCRINE, ENDOCRINE_THERAPY);
    drugs(given, DrugClass.ANTI_HER2, ANTI_HER2_THERAPY);
    // A bone agent alone treats the skeleton, not the cancer.
    if (given.stream().anyMatch(drug -> drug != DrugClass.BONE_AGENT)) {
      imply(SYSTEMIC_THERAPY, true, LINE1_DRUGS);
    }
  }

  private void drugs(Set<DrugClass> given, Set<DrugClass> kind, Field<Boolean> field) {
    // What the first line leaves out may have been given later, so there is no implied no.
    if (given.stream().anyMatch(kind::contains)) {
      imply(field, true, LINE1_DRUGS);
    }
  }

  private void surgery() {
    if (record.answer(NO_SURGERY_REASON).isKnown()) {
      imply(SURGERY_TYPE, SurgeryType.NONE, NO_SURGERY_REASON);
    }
    boolean none =
        record
            .answer(SURGERY_TYPE)
            .optional()
            .filter(type -> type == SurgeryType.NONE || type == SurgeryType.BIOPSY_ONLY)
            .isPresent();
    if (none) {
      notApplicable(MARGIN_STATUS);
      notApplicable(MARGIN_WIDTH_MM);
    }
  }

  private <T> void notApplicable(Field<T> field) {
    Answer<T> answer = record.answer(field);
    if (answer instanceof Answer.Absent<T> absent && absent.why() == Absence.BLANK) {
      record.put(
          field, Answer.absent(Absence.NOT_APPLICABLE, Remark.IMPLIED), record.cell(SURGERY_TYPE));
    }
  }

  /** The age in completed years, where both dates are exact enough to leave only one. */
  private void age() {
    Optional<PartialDate> birth = record.answer(BIRTH_DATE).optional();
    Optional<PartialDate> diagnosis = record.answer(DATE_DX).optional();
    if (birth.isEmpty() || diagnosis.isEmpty()) {
      return;
    }
    int least = Period.between(birth.get().last(), diagnosis.get().first()).getYears();
    int most = Period.between(birth.get().first(), diagnosis.get().last()).getYears();
    if (least == most && least >= 0 && !diagnosis.get().first().isBefore(birth.get().last())) {
      imply(AGE_AT_DX, least, BIRTH_DATE);
    }
  }

  private <T> void imply(Field<T> field, T value, Field<?> origin) {
    imply(field, value, origin, false);
  }

  private <T> void imply(Field<T> field, T value, Field<?> origin, boolean suspected) {
    Answer<T> own = record.answer(field);
    boolean silent =
        own instanceof Answer.Absent<T> absent
            && (absent.why() == Absence.BLANK || absent.why() == Absence.NOT_COLLECTED);
    if (silent) {
      Answer<T> implied = Answer.known(value, Remark.IMPLIED);
      record.put(field, suspected ? implied.with(Remark.SUSPECTED) : implied, record.cell(origin));
    }
  }
}
