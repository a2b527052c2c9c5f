package org.denovo.comparison;

import static org.denovo.record.Fields.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denovo.check.CentreRules;
import org.denovo.comparison.Standing.Verdict;
import org.denovo.vocabulary.Text;

/**
 * How complete follow-up is, in all and in each arm: person-time observed of that which the centre
 * could have observed until its data were cut (Clark's C, Lancet 2002).
 */
final class Completeness {

  private static final double LEAST = 0.90;
  private static final double APART = 0.05;
  private static final int FEWEST = 5;

  /** In a smaller arm one patient more or less is as much as the limit. */
  private static final int FEWEST_IN_ARM = 20;

  private static final Measure ALL = measure("follow_up", new Text("随访完整度", "Follow-up"));
  private static final List<Measure> ARMS =
      List.of(
          measure("follow_up_operated", new Text("随访完整度：手术组", "Follow-up: operated")),
          measure("follow_up_not_operated", new Text("随访完整度：非手术组", "Follow-up: not operated")));

  private Completeness() {}

  private static Measure measure(String id, Text title) {
    return new Measure(
        id,
        title,
        new Text("至数据截止可随访的人年", "patient-years until the data were cut"),
        CentreRules.FOLLOW_UP,
        List.of(DATE_DX, DATE_LAST_CONTACT, DATE_DEATH),
        Measure.Method.COMPLETENESS);
  }

  /** The standings of all centres, and the rule on them. */
  static List<Standing> standings(
      List<String> centres, List<CentreCounts> counts, Judgements judgements) {
    List<Standing> standings = new ArrayList<>();
    for (int i = 0; i < centres.size(); i++) {
      String centre = centres.get(i);
      FollowUp here = counts.get(i).followUp();
      double first = here.inArm(0).share();
      double second = here.inArm(1).share();
      boolean little = here.everybody() >= FEWEST && here.inAll().share() < LEAST;
      boolean uneven =
          Math.min(here.followed(0), here.followed(1)) >= FEWEST_IN_ARM
              && Math.abs(first - second) > APART;
      standings.add(
          standing(centre, ALL, here.everybody(), here.inAll(), elsewhere(counts, i, -1), little));
      for (int arm = 0; arm < 2; arm++) {
        boolean isLess = arm == 0 ? first < second : second < first;
        standings.add(
            standing(
                centre,
                ARMS.get(arm),
                here.followed(arm),
                here.inArm(arm),
                elsewhere(counts, i, arm),
                uneven && isLess));
      }
      if (here.everybody() < FEWEST) {
        judgements.notApplicable(CentreRules.FOLLOW_UP, centre);
      } else if (little || uneven) {
        judgements.broken(
            CentreRules.FOLLOW_UP,
            centre,
            ALL.id(),
            ALL.fields(),
            Numbers.percent(here.inAll().share()),
            Numbers.decimal(here.inAll().of()),
            Numbers.decimal(here.inAll().in()),
            Numbers.percent(first),
            Numbers.percent(second));
      } else {
        judgements.holds(CentreRules.FOLLOW_UP, centre);
      }
    }
    return standings;
  }

  private static Standing standing(
      String centre, Measure measure, int patients, Count count, Count elsewhere, boolean low) {
    Verdict verdict = low ? Verdict.LOW : Verdict.USUAL;
    return new Standing(
        centre,
        measure,
        count,
        elsewhere,
        Optional.empty(),
        Optional.empty(),
        patients == 0 ? Verdict.NOBODY : patients < FEWEST ? Verdict.TOO_SMALL : verdict);
  }

  /** Person-time at the other centres, of one arm or of everybody. */
  private static Count elsewhere(List<CentreCounts> counts, int own, int arm) {
    Count sum = Count.NONE;
    for (int i = 0; i < counts.size(); i++) {
      FollowUp there = counts.get(i).followUp();
      sum = i == own ? sum : sum.plus(arm < 0 ? there.inAll() : there.inArm(arm));
    }
    return sum;
  }
}
