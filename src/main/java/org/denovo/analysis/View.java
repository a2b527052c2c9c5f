package org.denovo.analysis;

import java.util.ArrayList;
import java.util.List;
import org.denovo.cohort.Clones;
import org.denovo.cohort.Design;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.EverNever;
import org.denovo.cohort.Exposure;
import org.denovo.cohort.FollowUp;
import org.denovo.cohort.Landmark;
import org.denovo.cohort.Period;
import org.denovo.cohort.Sensitivity;
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

  private static final String IN_WINDOW = "_in_window";

  private interface Sees {
    void add(FollowUp followUp, int patient, AtRisk.Rows rows);
  }

  /** The views of a design; a time-varying exposure has a second one with the window. */
  static List<View> of(Design design, Exposure exposure) {
    Text of = exposure.title();
    Text says = design.says(of);
    String code = design.word().replace(' ', '_');
    if (design instanceof EverNever) {
      return List.of(
          new View(
              design,
              code,
              says,
              new Text("从未行{0}", "Never had {0}").with(of),
              new Text("曾行{0}", "Ever had {0}").with(of)));
    } else if (design instanceof Landmark) {
      return List.of(
          new View(
              design,
              code,
              says,
              new Text("界标前未行{0}", "No {0} by the landmark").with(of),
              new Text("界标前已行{0}", "With {0} by the landmark").with(of)));
    } else if (design instanceof TimeVarying) {
      return List.of(
          new View(
              design,
              code,
              says,
              new Text("{0}前时段", "Time without {0}").with(of),
              new Text("{0}后时段", "Time after {0}").with(of)),
          new View(
              design,
              code + IN_WINDOW,
              new Text("{0}；{1}天之后开始的不算", "{0}; what begins after day {1} does not count")
                  .with(says, exposure.windowDays()),
              new Text("期限内未行{0}时段", "Time without {0} in the window").with(of),
              new Text("期限内{0}后时段", "Time after {0} in the window").with(of)));
    } else if (design instanceof Clones) {
      return List.of(
          new View(
              design,
              code,
              says,
              Clones.Strategy.UNEXPOSED_BY_G.title(exposure),
              Clones.Strategy.EXPOSED_BY_G.title(exposure)));
    }
    throw new IllegalStateException("no view of " + design.word());
  }

  /** The groups, the unexposed first. */
  public List<Text> groups() {
    return List.of(unexposed, exposed);
  }

  /** The design in a few words, with its period if it has one. */
  public Text title() {
    if (design instanceof Landmark landmark) {
      return after(landmark.period());
    }
    return design instanceof Clones clones ? after(clones.period()) : family();
  }

  private Text after(Period period) {
    return new Text("{0}，{1}", "{0}, {1}").with(family(), period.title());
  }

  /** The same without its period, as all variants of one design are called. */
  public Text family() {
    if (design instanceof EverNever) {
      return new Text("曾暴露与从未暴露", "Ever against never");
    } else if (design instanceof Landmark) {
      return new Text("界标分析", "Landmark");
    } else if (design instanceof TimeVarying) {
      return isWindowed()
          ? new Text("时变暴露（限期内）", "Time-varying, within the window")
          : new Text("时变暴露", "Time-varying");
    } else if (design instanceof Clones) {
      return new Text("克隆分析", "Clones");
    }
    throw new IllegalStateException("no words for " + design.word());
  }

  /** The name without its period, by which variants of one design stand together. */
  public String kind() {
    return code.replaceFirst("_[0-9]+[md]$", "");
  }

  /**
   * True if it may say something else under another such choice.
   *
   * @param onlyAdjusts whether only the covariates rest on the choice
   */
  boolean isConcernedBy(Sensitivity.Choice choice, boolean onlyAdjusts) {
    return switch (choice) {
      case DE_NOVO_RULE, ER_RULE, SUBTYPE_RULE, OLIGO_RULE, MARGIN_UNKNOWN ->
          !onlyAdjusts || !isTrap();
      case LANDMARK -> design instanceof Landmark;
      case CLONES -> design instanceof Clones;
      case WINDOW -> isWindowed();
    };
  }

  private boolean isWindowed() {
    return code.endsWith(IN_WINDOW);
  }

  /** True if its hazard ratio would count immortal time. */
  public boolean isTrap() {
    return design instanceof EverNever;
  }

  /** True if the groups are as they are from the first day on. */
  boolean isFixed() {
    return design instanceof Landmark;
  }

  /** True if covariates can stand beside the exposure; clones are weighted by them instead. */
  boolean isAdjusted() {
    return !isTrap() && !(design instanceof Clones);
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
              followUp.exposedOn().isPresent(),
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
      boolean windowed = isWindowed();
      return (followUp, patient, rows) -> {
        boolean counts =
            !windowed
                || followUp.exposedOn().isPresent()
                    && followUp.exposedOn().getAsInt() <= windowDays;
        for (Spell spell : joined(varying.spells(followUp, windowDays), counts)) {
          rows.add(spell.start(), spell.stop(), spell.code(), spell.exposed(), patient);
        }
      };
    } else if (design instanceof Clones clones) {
      return (followUp, patient, rows) -> {
        for (Clones.Clone clone : clones.of(followUp)) {
          boolean exposed = clone.strategy() == Clones.Strategy.EXPOSED_BY_G;
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
