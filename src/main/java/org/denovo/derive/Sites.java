package org.denovo.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.record.Variable;
import org.denovo.vocabulary.MetPattern;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.SingleSiteGroup;

/**
 * Where a patient has metastases, from the field of each site and from the list of sites. A list
 * that ends in 等 says nothing of the sites that it does not name; a site that field and list
 * contradict is not known.
 */
public final class Sites {

  /** Lung, pleura, liver, brain and the serous cavities (registry's own choice, no source). */
  public static final Set<MetSite> VISCERAL =
      Collections.unmodifiableSet(
          EnumSet.of(
              MetSite.LUNG,
              MetSite.PLEURA,
              MetSite.LIVER,
              MetSite.BRAIN,
              MetSite.PERITONEUM,
              MetSite.PERICARDIUM,
              MetSite.ADRENAL,
              MetSite.OVARY));

  private static final Set<MetSite> ALL = Collections.unmodifiableSet(EnumSet.allOf(MetSite.class));

  private static final Set<MetSite> BONE = EnumSet.of(MetSite.BONE, MetSite.BONE_MARROW);
  private static final Set<MetSite> NOT_BONE = EnumSet.complementOf(EnumSet.copyOf(BONE));
  private static final Set<MetSite> BRAIN = EnumSet.of(MetSite.BRAIN, MetSite.LEPTOMENINGES);
  private static final Set<MetSite> SOFT =
      EnumSet.of(
          MetSite.DISTANT_LN,
          MetSite.CONTRALATERAL_BREAST,
          MetSite.SKIN_CHEST_WALL,
          MetSite.SOFT_TISSUE);

  private static final Map<MetSite, Field<Boolean>> FLAGS = new EnumMap<>(MetSite.class);

  static {
    FLAGS.put(MetSite.BONE, Fields.MET_BONE);
    FLAGS.put(MetSite.LUNG, Fields.MET_LUNG);
    FLAGS.put(MetSite.PLEURA, Fields.MET_PLEURA);
    FLAGS.put(MetSite.LIVER, Fields.MET_LIVER);
    FLAGS.put(MetSite.BRAIN, Fields.MET_BRAIN);
    FLAGS.put(MetSite.LEPTOMENINGES, Fields.MET_LEPTOMENINGES);
    FLAGS.put(MetSite.DISTANT_LN, Fields.MET_DISTANT_LN);
    FLAGS.put(MetSite.CONTRALATERAL_BREAST, Fields.MET_CONTRALATERAL_BREAST);
    FLAGS.put(MetSite.SKIN_CHEST_WALL, Fields.MET_SKIN_CHEST_WALL);
    FLAGS.put(MetSite.PERITONEUM, Fields.MET_PERITONEUM);
    FLAGS.put(MetSite.PERICARDIUM, Fields.MET_PERICARDIUM);
    FLAGS.put(MetSite.ADRENAL, Fields.MET_ADRENAL);
    FLAGS.put(MetSite.OVARY, Fields.MET_OVARY);
    FLAGS.put(MetSite.BONE_MARROW, Fields.MET_BONE_MARROW);
    FLAGS.put(MetSite.SOFT_TISSUE, Fields.MET_SOFT_TISSUE);
    FLAGS.put(MetSite.OTHER, Fields.MET_OTHER);
  }

  private static final List<Variable<?>> INPUTS = inputs(FLAGS.values());

  private static List<Variable<?>> inputs(Collection<Field<Boolean>> flags) {
    List<Variable<?>> inputs = new ArrayList<>(flags);
    inputs.add(Fields.MET_SITES);
    return List.copyOf(inputs);
  }

  private Sites() {}

  /** The field that asks for one site. */
  public static Field<Boolean> flag(MetSite site) {
    return FLAGS.get(site);
  }

  /** The fields of all sites, in the order of the code list. */
  public static Collection<Field<Boolean>> flags() {
    return FLAGS.values();
  }

  /** All fields that say where metastases are. */
  static List<Variable<?>> inputs() {
    return INPUTS;
  }

  /** True if the patient has a metastasis there. */
  public static Truth at(PatientRecord patient, MetSite site) {
    Truth flag = Truth.of(patient.value(flag(site)));
    if (flag == Truth.YES) {
      return Truth.YES;
    }
    Truth listed = listed(patient, site);
    if (flag == Truth.NO && listed == Truth.YES) {
      return Truth.UNKNOWN;
    }
    return flag.orElse(listed);
  }

  /** What the list of sites alone says of one site. */
  public static Truth listed(PatientRecord patient, MetSite site) {
    Optional<Set<MetSite>> sites = patient.value(Fields.MET_SITES);
    if (sites.isEmpty()) {
      return Truth.UNKNOWN;
    }
    if (sites.get().contains(site)) {
      return Truth.YES;
    }
    return patient.answer(Fields.MET_SITES).has(Remark.OPEN_LIST) ? Truth.UNKNOWN : Truth.NO;
  }

  /** True if the patient has a metastasis at any of them. */
  public static Truth anyOf(PatientRecord patient, Set<MetSite> sites) {
    Truth any = Truth.NO;
    for (MetSite site : sites) {
      any = any.or(at(patient, site));
      if (any == Truth.YES) {
        break;
      }
    }
    return any;
  }

  /** True if the patient has a metastasis anywhere. */
  public static Truth anywhere(PatientRecord patient) {
    return anyOf(patient, ALL);
  }

  /** How many of the sites have metastases; empty if nothing is known of any. */
  public static Optional<Interval> count(PatientRecord patient, Set<MetSite> sites) {
    int certain = 0;
    int possible = 0;
    for (MetSite site : sites) {
      Truth here = at(patient, site);
      certain += here == Truth.YES ? 1 : 0;
      possible += here == Truth.NO ? 0 : 1;
    }
    return certain == 0 && possible == sites.size()
        ? Optional.empty()
        : Optional.of(new Interval(certain, possible));
  }

  /** How many organs have metastases. */
  public static Optional<Interval> organs(PatientRecord patient) {
    return count(patient, ALL);
  }

  /** True if bone or marrow has metastases and no other organ has. */
  public static Truth boneOnly(PatientRecord patient) {
    Truth bone = anyOf(patient, BONE);
    return bone == Truth.NO ? Truth.NO : bone.and(anyOf(patient, NOT_BONE).not());
  }

  static Optional<MetPattern> pattern(PatientRecord patient) {
    Truth brain = anyOf(patient, BRAIN);
    Truth visceral =
        anyOf(patient, VISCERAL)
            .or(at(patient, MetSite.OTHER) == Truth.NO ? Truth.NO : Truth.UNKNOWN);
    Truth bone = anyOf(patient, BONE);
    Truth soft = anyOf(patient, SOFT);
    if (brain == Truth.YES) {
      return Optional.of(MetPattern.BRAIN_ANY);
    }
    if (brain == Truth.UNKNOWN || visceral == Truth.UNKNOWN || bone == Truth.UNKNOWN) {
      return Optional.empty();
    }
    if (visceral == Truth.YES) {
      return Optional.of(
          bone == Truth.YES ? MetPattern.BONE_PLUS_VISCERAL : MetPattern.VISCERAL_ONLY);
    }
    return switch (soft) {
      case YES ->
          Optional.of(bone == Truth.YES ? MetPattern.BONE_PLUS_SOFT : MetPattern.SOFT_TISSUE_ONLY);
      case NO -> bone == Truth.YES ? Optional.of(MetPattern.BONE_ONLY) : Optional.empty();
      case UNKNOWN -> Optional.empty();
    };
  }

  static Optional<SingleSiteGroup> single(PatientRecord patient) {
    Optional<Interval> organs = organs(patient);
    if (organs.isEmpty() || organs.get().max() < 1) {
      return Optional.empty();
    }
    if (organs.get().min() >= 2) {
      return Optional.of(SingleSiteGroup.MULTI);
    }
    if (organs.get().max() > 1) {
      return Optional.empty();
    }
    return Arrays.stream(MetSite.values())
        .filter(site -> at(patient, site) == Truth.YES)
        .findFirst()
        .map(Sites::alone);
  }

  private static SingleSiteGroup alone(MetSite site) {
    return switch (site) {
      case LIVER -> SingleSiteGroup.LIVER_ONLY;
      case LUNG -> SingleSiteGroup.LUNG_ONLY;
      case BONE -> SingleSiteGroup.BONE_ONLY;
      case BRAIN -> SingleSiteGroup.BRAIN_ONLY;
      case PLEURA,
          LEPTOMENINGES,
          DISTANT_LN,
          CONTRALATERAL_BREAST,
          SKIN_CHEST_WALL,
          PERITONEUM,
          PERICARDIUM,
          ADRENAL,
          OVARY,
          BONE_MARROW,
          SOFT_TISSUE,
          OTHER ->
          SingleSiteGroup.OTHER_SINGLE;
    };
  }
}
