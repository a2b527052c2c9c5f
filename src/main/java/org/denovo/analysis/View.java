package org.denovo.analysis;

import java.util.ArrayList;
import java.util.List;
import org.denovo.cohort.Clones;
import org.denovo.cohort.Design;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.EverNever;
import org.denovo.cohort.FollowUp;
import org.denovo.cohort.Landmark;
import org.denovo.cohort.Spell;
import org.denovo.cohort.TimeVarying;
import org.denovo.vocabulary.Text;

/**
 * How a design sees a patient's follow-up.
 *
 * @param code the design's name in files
 * @param unexposed the group that the exposed are compared with
 */
public record View(Design design, String code, Text says, Text unexposed, Text exposed) {

  private interface Sees {
    void add(FollowUp followUp, int patient, AtRisk.Rows rows);
  }

  /** The views of a design; a time-varying exposure has a second one with the window. */
  static List<View> of(Design design, int windowDays) {
    String code = design.word().replace(' ', '_');
    if (design instanceof EverNever) {
      return List.of(
          new View(
              design,
              code,
              design.says(),
              new Text("从未手术", "Never operated"),
              new Text("曾手术", "Ever operated")));
    } else if (design instanceof Landmark) {
      return List.of(
          new View(
              design,
              code,
              design.says(),
              new Text("界标前未手术", "Not operated by the landmark"),
              new Text("界标前已手术", "Operated by the landmark")));
    } else if (design instanceof TimeVarying) {
      return List.of(
          new View(
              design,
              code,
              design.says(),
              new Text("未手术时段", "Time without the operation"),
              new Text("手术后时段", "Time after the operation")),
          new View(
              design,
              code + "_in_window",
              new Text("{0}；{1}天之后的手术不算", "{0}; an operation after day {1} does not count")
                  .with(design.says(), windowDays),
              new Text("期限内未手术时段", "Time without one in the window"),
              new Text("期限内手术后时段", "Time after one in the window")));
    } else if (design instanceof Clones) {
      return List.of(
          new View(
              design,
              code,
              design.says(),
              Clones.Strategy.NO_SURG_BY_G.title(),
              Clones.Strategy.SURG_BY_G.title()));
    }
    throw new IllegalStateException("no view of " + design.word());
  }

  /** The groups, the unexposed first. */
  public List<Text> groups() {
    return List.of(unexposed, exposed);
  }

  /** True if its hazard ratio would count immortal time. */
  public boolean isTrap() {
    return design instanceof EverNever;
  }

  /** True if the groups are as they are from the first day on. */
  boolean isFixed() {
    return design instanceof Landmark;
  }

  boolean follows(Endpoint endpoint) {
    return !(design instanceof Clones) || endpoint == Endpoint.OS;
  }

  /** Adds the rows of a patient, none if the patient is no longer observed. */
  void add(FollowUp followUp, int patient, int windowDays, AtRisk.Rows rows) {
    sees(windowDays).add(followUp, patient, rows);
  }

  private Sees sees(int windowDays) {
    if (design instanceof EverNever) {
      return (followUp, patient, rows) ->
          rows.add(
              0,
              followUp.end(),
              followUp.outcome().code(),
              followUp.surgery().isPresent(),
              patient);
    } else if (design instanceof Landmark landmark) {
      return (followUp, patient, rows) -> {
        if (landmark.isAtRisk(followUp.outcome())) {
          rows.add(
              0,
              followUp.outcome().days() - landmark.day(),
              followUp.outcome().code(),
              landmark.isExposed(followUp),
              patient);
        }
      };
    } else if (design instanceof TimeVarying varying) {
      boolean windowed = code.endsWith("_in_window");
      return (followUp, patient, rows) -> {
        boolean counts =
            !windowed
                || followUp.surgery().isPresent() && followUp.surgery().getAsInt() <= windowDays;
        for (Spell spell : joined(varying.spells(followUp, windowDays), counts)) {
          rows.add(spell.start(), spell.stop(), spell.code(), spell.exposed(), patient);
        }
      };
    } else if (design instanceof Clones clones) {
      return (followUp, patient, rows) -> {
        for (Clones.Clone clone : clones.of(followUp)) {
          boolean exposed = clone.strategy() == Clones.Strategy.SURG_BY_G;
          Spell last = clone.spells().get(clone.spells().size() - 1);
          rows.add(0, last.stop(), last.code(), exposed, patient);
        }
      };
    }
    throw new IllegalStateException("no view of " + design.word());
  }

  /** Without the cuts at which the exposure stays as it was. */
  private static List<Spell> joined(List<Spell> spells, boolean counts) {
    List<Spell> joined = new ArrayList<>();
    for (Spell spell : spells) {
      boolean exposed = counts && spell.exposed();
      Spell last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && last.exposed() == exposed) {
        joined.set(joined.size() - 1, new Spell(last.start(), spell.stop(), exposed, spell.code()));
      } else {
        joined.add(new Spell(spell.start(), spell.stop(), exposed, spell.code()));
      }
    }
    return joined;
  }
}
