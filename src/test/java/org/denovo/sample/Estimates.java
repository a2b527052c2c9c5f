package org.denovo.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Hazard ratios of one yes/no covariate by Cox regression (Breslow's ties), over follow-up cut into
 * intervals. Enough to say what the sample registry's own estimates are.
 */
final class Estimates {

  /** Time under observation from one day to another, with the covariate fixed. */
  record Spell(double from, double to, boolean exposed, boolean event) {}

  private Estimates() {}

  /** Operated ever against never: the analysis that immortal time spoils. */
  static double everNever(List<Course> courses) {
    return hazardRatio(
        courses.stream()
            .map(c -> new Spell(0, c.days(), c.surgery().isPresent(), c.death().isPresent()))
            .toList());
  }

  /** Operated by a day against not yet, among those still observed after it. */
  static double landmark(List<Course> courses, int day) {
    return hazardRatio(
        courses.stream()
            .filter(c -> c.days() > day)
            .map(
                c ->
                    new Spell(
                        day,
                        c.days(),
                        c.surgeryDay().filter(s -> s <= day).isPresent(),
                        c.death().isPresent()))
            .toList());
  }

  /** Operation as a covariate that turns on at its day. */
  static double timeVarying(List<Course> courses) {
    List<Spell> spells = new ArrayList<>();
    for (Course course : courses) {
      boolean died = course.death().isPresent();
      course
          .surgeryDay()
          .ifPresentOrElse(
              day -> {
                spells.add(new Spell(0, day, false, false));
                spells.add(new Spell(day, course.days(), true, died));
              },
              () -> spells.add(new Spell(0, course.days(), false, died)));
    }
    return hazardRatio(spells);
  }

  static double hazardRatio(List<Spell> spells) {
    double beta = 0;
    for (int step = 0; step < 20; step++) {
      double score = 0;
      double information = 0;
      for (Spell event : spells) {
        if (event.event()) {
          double share = exposedShareAt(spells, event.to(), StrictMath.exp(beta));
          score += (event.exposed() ? 1 : 0) - share;
          information += share * (1 - share);
        }
      }
      beta += score / information;
    }
    return StrictMath.exp(beta);
  }

  private static double exposedShareAt(List<Spell> spells, double time, double ratio) {
    double exposed = 0;
    double others = 0;
    for (Spell spell : spells) {
      if (spell.from() < time && time <= spell.to()) {
        if (spell.exposed()) {
          exposed += ratio;
        } else {
          others++;
        }
      }
    }
    return exposed / (exposed + others);
  }
}
