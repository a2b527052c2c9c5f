package org.denovo.comparison;

import static org.denovo.record.Fields.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.derive.Ages;
import org.denovo.derive.Truth;
import org.denovo.record.Field;
import org.denovo.record.Interval;
import org.denovo.record.PatientRecord;

/** What is kept of the patients of one centre: counts, and never a patient. */
final class CentreCounts {

  static final List<Field<Interval>> NUMBERS = List.of(ER_PCT, PR_PCT, KI67_PCT, TUMOR_SIZE_MM);

  /** What confounds the comparison of arms. */
  static final List<Field<?>> COVARIATES =
      List.of(
          AGE_AT_DX,
          ECOG_PS,
          GRADE_NOTTINGHAM,
          T_CAT,
          N_CAT,
          ER_STATUS,
          PR_STATUS,
          HER2_IHC,
          KI67_PCT,
          MET_SITES,
          LESION_COUNT);

  /** A shorter text is a code or a word. */
  private static final int SENTENCE = 10;

  /** Who writes so many different sentences uses no template. */
  private static final int SENTENCES = 1000;

  private final List<Share> shares;
  private final long[] yes;
  private final long[] no;
  private final List<Histogram> numbers = new ArrayList<>();
  private final Histogram ages = new Histogram();
  private final FollowUp followUp = new FollowUp();
  private final long[][] missingInArm = new long[COVARIATES.size()][2];
  private final long[][] askedInArm = new long[COVARIATES.size()][2];
  private final Map<String, Long> margins = new LinkedHashMap<>();
  private long identified;
  private long triples;
  private List<Interval> lastTriple = List.of();
  private long run;
  private long longestRun;

  CentreCounts(List<Share> shares) {
    this.shares = List.copyOf(shares);
    this.yes = new long[shares.size()];
    this.no = new long[shares.size()];
    NUMBERS.forEach(field -> numbers.add(new Histogram()));
  }

  void add(Seen seen) {
    PatientRecord patient = seen.patient();
    for (int i = 0; i < shares.size(); i++) {
      Truth answer = shares.get(i).asks().apply(seen);
      yes[i] += answer == Truth.YES ? 1 : 0;
      no[i] += answer == Truth.NO ? 1 : 0;
    }
    for (int i = 0; i < NUMBERS.size(); i++) {
      Histogram histogram = numbers.get(i);
      patient
          .value(NUMBERS.get(i))
          .filter(number -> number.isExact() && number.min() != 0)
          .ifPresent(number -> histogram.add(number.min()));
    }
    Ages.atDiagnosis(patient).filter(Interval::isExact).ifPresent(age -> ages.add(age.min()));
    followUp.add(seen);
    seen.arm().ifPresent(arm -> missing(patient, arm));
    triple(patient);
    margin(patient);
    identified += patient.knows(NATIONAL_ID) ? 1 : 0;
  }

  private void missing(PatientRecord patient, int arm) {
    for (int i = 0; i < COVARIATES.size(); i++) {
      Truth missing = Shares.missing(patient, COVARIATES.get(i));
      askedInArm[i][arm] += missing == Truth.UNKNOWN ? 0 : 1;
      missingInArm[i][arm] += missing == Truth.YES ? 1 : 0;
    }
  }

  /** Counts patients in a row with the same three percentages; a row of zeros is no copy. */
  private void triple(PatientRecord patient) {
    Optional<Interval> er = patient.value(ER_PCT);
    Optional<Interval> pr = patient.value(PR_PCT);
    Optional<Interval> ki67 = patient.value(KI67_PCT);
    if (er.isEmpty() || pr.isEmpty() || ki67.isEmpty()) {
      lastTriple = List.of();
      return;
    }
    triples++;
    List<Interval> triple = List.of(er.get(), pr.get(), ki67.get());
    boolean trivial = er.get().max() == 0 && pr.get().max() == 0;
    run = !trivial && triple.equals(lastTriple) ? run + 1 : 1;
    longestRun = Math.max(longestRun, run);
    lastTriple = triple;
  }

  private void margin(PatientRecord patient) {
    if (patient.knows(MARGIN_STATUS)) {
      patient
          .cell(MARGIN_STATUS)
          .map(cell -> cell.text().strip())
          .filter(text -> text.codePointCount(0, text.length()) >= SENTENCE)
          .filter(text -> margins.size() < SENTENCES || margins.containsKey(text))
          .ifPresent(text -> margins.merge(text, 1L, Long::sum));
    }
  }

  Count share(int i) {
    return new Count(yes[i], yes[i] + no[i]);
  }

  Histogram number(int i) {
    return numbers.get(i);
  }

  Histogram ages() {
    return ages;
  }

  FollowUp followUp() {
    return followUp;
  }

  /** How many lack a covariate in an arm, of those who could have it. */
  Count missing(int covariate, int arm) {
    return new Count(missingInArm[covariate][arm], askedInArm[covariate][arm]);
  }

  /** How often each sentence on a margin occurs. */
  Map<String, Long> margins() {
    return margins;
  }

  long identified() {
    return identified;
  }

  /** How many have all three percentages of receptors. */
  long triples() {
    return triples;
  }

  long longestRun() {
    return longestRun;
  }
}
