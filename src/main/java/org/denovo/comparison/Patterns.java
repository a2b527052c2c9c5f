package org.denovo.comparison;

import static org.denovo.comparison.Numbers.decimal;
import static org.denovo.comparison.Numbers.percent;
import static org.denovo.comparison.Numbers.whole;
import static org.denovo.record.Fields.*;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.denovo.check.CentreRules;
import org.denovo.record.Field;
import org.denovo.record.Interval;
import org.denovo.statistics.FisherExact;
import org.denovo.statistics.Holm;

/** Patterns within the patients of a centre that no disease makes. */
final class Patterns {

  private static final int FEWEST_VALUES = 15;
  private static final double ONE_VALUE = 0.6;

  /** A quarter of the others' deviation is a sixteenth of their variance. */
  private static final double DEVIATION = 0.25;

  private static final int IN_A_ROW = 4;
  private static final int FEWEST = 20;
  private static final double ENTROPY = 0.10;
  private static final double POINTS = 0.10;
  private static final double LEVEL = 0.01;
  private static final int FEWEST_IN_ARM = 5;
  private static final double YEARS_APART = 8;
  private static final double FEWEST_EXPECTED = 5;

  private final String centre;
  private final CentreCounts counts;
  private final Collection<CentreCounts> others;
  private final Judgements judgements;

  Patterns(
      String centre, CentreCounts counts, Collection<CentreCounts> others, Judgements judgements) {
    this.centre = centre;
    this.counts = counts;
    this.others = others;
    this.judgements = judgements;
  }

  void judge(Standing roundAges) {
    for (int i = 0; i < CentreCounts.NUMBERS.size(); i++) {
      uniform(i);
    }
    triples();
    missingByArm();
    template();
    immortal();
    ages(roundAges);
  }

  private void uniform(int i) {
    Field<Interval> field = CentreCounts.NUMBERS.get(i);
    Histogram here = counts.number(i);
    if (here.n() < FEWEST_VALUES) {
      judgements.notApplicable(CentreRules.UNIFORM, centre);
      return;
    }
    Map.Entry<Double, Long> mode = here.mode();
    double deviation = Histogram.deviation(List.of(here));
    double elsewhere = Histogram.deviation(others.stream().map(c -> c.number(i)).toList());
    if (mode.getValue() > ONE_VALUE * here.n() || deviation < DEVIATION * elsewhere) {
      judgements.broken(
          CentreRules.UNIFORM,
          centre,
          field.name(),
          List.of(field),
          field.title(),
          mode.getValue(),
          here.n(),
          Interval.number(mode.getKey()),
          decimal(deviation),
          decimal(elsewhere));
    } else {
      judgements.holds(CentreRules.UNIFORM, centre);
    }
  }

  private void triples() {
    if (counts.triples() < IN_A_ROW) {
      judgements.notApplicable(CentreRules.TRIPLES, centre);
    } else if (counts.longestRun() >= IN_A_ROW) {
      judgements.broken(
          CentreRules.TRIPLES,
          centre,
          "",
          List.of(ER_PCT, PR_PCT, KI67_PCT),
          counts.longestRun(),
          counts.triples());
    } else {
      judgements.holds(CentreRules.TRIPLES, centre);
    }
  }

  private void missingByArm() {
    List<Integer> tested = new ArrayList<>();
    List<Double> p = new ArrayList<>();
    for (int i = 0; i < CentreCounts.COVARIATES.size(); i++) {
      Count operated = counts.missing(i, 0);
      Count not = counts.missing(i, 1);
      if (Math.min(operated.in(), not.in()) < FEWEST_IN_ARM) {
        judgements.notApplicable(CentreRules.MISSING_BY_ARM, centre);
      } else {
        tested.add(i);
        p.add(
            FisherExact.of(
                new long[][] {
                  {(long) operated.of(), (long) (operated.in() - operated.of())},
                  {(long) not.of(), (long) (not.in() - not.of())}
                }));
      }
    }
    double[] adjusted = Holm.adjusted(p.stream().mapToDouble(Double::doubleValue).toArray());
    for (int k = 0; k < adjusted.length; k++) {
      Field<?> field = CentreCounts.COVARIATES.get(tested.get(k));
      Count operated = counts.missing(tested.get(k), 0);
      Count not = counts.missing(tested.get(k), 1);
      if (Math.abs(operated.share() - not.share()) > POINTS && adjusted[k] < LEVEL) {
        judgements.broken(
            CentreRules.MISSING_BY_ARM,
            centre,
            field.name(),
            List.of(field, SURGERY_TYPE),
            field.title(),
            whole(operated.of()),
            whole(operated.in()),
            whole(not.of()),
            whole(not.in()),
            Numbers.p(adjusted[k]));
      } else {
        judgements.holds(CentreRules.MISSING_BY_ARM, centre);
      }
    }
  }

  /** The entropy of the texts, of the most that so many texts could have. */
  private void template() {
    double n = counts.margins().values().stream().mapToLong(Long::longValue).sum();
    if (n < FEWEST) {
      judgements.notApplicable(CentreRules.TEMPLATE, centre);
      return;
    }
    double entropy = 0;
    long most = 0;
    for (long times : counts.margins().values()) {
      entropy -= times / n * Math.log(times / n);
      most = Math.max(most, times);
    }
    if (entropy < ENTROPY * Math.log(n)) {
      judgements.broken(
          CentreRules.TEMPLATE,
          centre,
          "",
          List.of(MARGIN_STATUS),
          most,
          whole(n),
          counts.margins().size());
    } else {
      judgements.holds(CentreRules.TEMPLATE, centre);
    }
  }

  private void immortal() {
    Count operated = counts.followUp().early(0);
    Count not = counts.followUp().early(1);
    double expected = not.in() == 0 ? 0 : operated.in() * not.share();
    if (expected < FEWEST_EXPECTED) {
      judgements.notApplicable(CentreRules.IMMORTAL, centre);
    } else if (operated.of() == 0) {
      judgements.broken(
          CentreRules.IMMORTAL,
          centre,
          "",
          List.of(SURGERY_TYPE, DATE_DX, DATE_DEATH),
          whole(operated.in()),
          whole(not.of()),
          whole(not.in()),
          decimal(expected));
    } else {
      judgements.holds(CentreRules.IMMORTAL, centre);
    }
  }

  private void ages(Standing round) {
    List<Histogram> elsewhere = others.stream().map(CentreCounts::ages).toList();
    double there = elsewhere.stream().mapToDouble(Histogram::n).sum();
    if (counts.ages().n() < FEWEST || there < FEWEST || !round.verdict().isJudged()) {
      judgements.notApplicable(CentreRules.AGES, centre);
      return;
    }
    double median = Histogram.median(List.of(counts.ages()));
    double others = Histogram.median(elsewhere);
    if (Math.abs(median - others) > YEARS_APART || round.verdict().isFlagged()) {
      judgements.broken(
          CentreRules.AGES,
          centre,
          "",
          List.of(AGE_AT_DX),
          counts.ages().n(),
          Interval.number(median),
          Interval.number(others),
          whole(round.count().of()),
          percent(round.count().share()),
          percent(round.elsewhere().share()));
    } else {
      judgements.holds(CentreRules.AGES, centre);
    }
  }
}
