package org.denovo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.denovo.cohort.Clones;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.Exposure;
import org.denovo.cohort.FollowUp;
import org.denovo.cohort.Member;
import org.denovo.cohort.Outcome;
import org.denovo.cohort.Sensitivity;
import org.denovo.record.Answer;
import org.denovo.record.Fields;

/**
 * The follow-up of a cohort's members, endpoint by endpoint, in ten bytes each. Who has no known
 * day of exposure is in no design, as in the designs' files.
 */
public final class Followed {

  private static final int NEVER = -1;

  private final CohortDefinition definition;
  private final Map<Endpoint, Times> times = new EnumMap<>(Endpoint.class);
  private final Covariates covariates;
  private int members;

  /** Of nobody yet. */
  public Followed(CohortDefinition definition, Covariates covariates) {
    this.definition = definition;
    this.covariates = covariates;
    definition.endpoints().forEach(endpoint -> times.put(endpoint, new Times()));
  }

  /**
   * Adds a member.
   *
   * @param answers to the covariates' variables
   */
  public void add(Member member, List<Answer<?>> answers) {
    covariates.add(answers);
    for (Outcome outcome : member.outcomes()) {
      FollowUp.of(member, outcome)
          .ifPresent(followUp -> times.get(outcome.endpoint()).add(members, followUp));
    }
    members++;
  }

  /**
   * What the designs say.
   *
   * @param threshold counts from 1 to this are not shown, nor what would give them away
   */
  public Results results(int threshold) {
    List<Comparison> comparisons = new ArrayList<>();
    List<Weighting> weightings = new ArrayList<>();
    List<Adjusted> adjusted = new ArrayList<>();
    List<Incidence> incidences = new ArrayList<>();
    Map<Endpoint, ImmortalTime> immortal = new EnumMap<>(Endpoint.class);
    Map<String, Propensity> scored = new HashMap<>();
    for (Endpoint endpoint : definition.endpoints()) {
      for (View view : views(definition, endpoint)) {
        Compared compared = compared(view, endpoint, definition.exposure(), threshold, scored);
        Comparison comparison = compared.comparison;
        comparisons.add(comparison);
        compared.adjusted.ifPresent(model -> adjusted.add(model.in(comparison)));
        if (compared.propensity.isPresent()) {
          incidences.addAll(Incidence.of(comparison, compared.atRisk, threshold));
          if (endpoint == definition.endpoints().get(0)) {
            weightings.add(Weighting.of(comparison, compared.propensity.get(), threshold));
          }
        }
        if (view.isTrap() && !comparison.isWithheld()) {
          immortalTime(endpoint, new Rounding(threshold))
              .ifPresent(time -> immortal.put(endpoint, time));
        }
      }
    }
    return new Results(comparisons, weightings, adjusted, incidences, immortal);
  }

  /** What the designs say under a variant that selects the same members. */
  List<Comparison> comparisons(
      Sensitivity.Variant variant, Set<Sensitivity.Choice> adjusting, int threshold) {
    CohortDefinition how = variant.definition();
    Endpoint endpoint = how.endpoints().get(0);
    return views(how, endpoint).stream()
        .filter(
            view ->
                variant.changed().stream()
                    .allMatch(c -> view.isConcernedBy(c, adjusting.contains(c))))
        .map(
            view -> compared(view, endpoint, how.exposure(), threshold, new HashMap<>()).comparison)
        .toList();
  }

  /** A comparison with all its estimates, and where they come from. */
  private record Compared(
      Comparison comparison,
      AtRisk atRisk,
      Optional<AdjustedModel> adjusted,
      Optional<Propensity> propensity) {}

  /**
   * Compares.
   *
   * @param scored by view, for endpoints of which the same patients are at risk
   */
  private Compared compared(
      View view,
      Endpoint endpoint,
      Exposure exposure,
      int threshold,
      Map<String, Propensity> scored) {
    AtRisk atRisk = atRisk(view, endpoint, exposure);
    Rounding rounding = new Rounding(threshold);
    Comparison comparison = Comparison.of(view, endpoint, atRisk, threshold);
    if (comparison.isWithheld()) {
      return new Compared(comparison, atRisk, Optional.empty(), Optional.empty());
    }
    if (view.design() instanceof Clones clones) {
      return new Compared(
          comparison.with(cloneWeights(clones, endpoint).hazardRatio().shown(rounding)),
          atRisk,
          Optional.empty(),
          Optional.empty());
    }
    Optional<AdjustedModel> adjusted =
        view.isAdjusted() ? AdjustedModel.of(atRisk, covariates, threshold) : Optional.empty();
    Comparison whole = comparison.with(adjusted);
    if (view.isFixed()) {
      Propensity propensity =
          Optional.ofNullable(scored.get(view.code()))
              .filter(of -> of.isOf(atRisk))
              .orElseGet(() -> Propensity.of(atRisk, covariates));
      scored.putIfAbsent(view.code(), propensity.withoutTerms());
      whole = whole.with(propensity.hazardRatio(atRisk).shown(rounding));
      return new Compared(whole, atRisk, adjusted, Optional.of(propensity));
    }
    return new Compared(whole, atRisk, adjusted, Optional.empty());
  }

  private CloneWeights cloneWeights(Clones clones, Endpoint endpoint) {
    Times of = times.get(endpoint);
    return CloneWeights.of(
        clones,
        IntStream.range(0, of.size).mapToObj(i -> of.followUp(endpoint, i)).toList(),
        Arrays.copyOf(of.member, of.size),
        covariates);
  }

  private static List<View> views(CohortDefinition definition, Endpoint endpoint) {
    return definition.designs().stream()
        .flatMap(design -> View.of(design, definition.exposure()).stream())
        .filter(view -> view.follows(endpoint))
        .toList();
  }

  private AtRisk atRisk(View view, Endpoint endpoint, Exposure exposure) {
    AtRisk.Rows rows = new AtRisk.Rows();
    Times of = times.get(endpoint);
    for (int i = 0; i < of.size; i++) {
      view.add(of.followUp(endpoint, i), of.member[i], exposure.windowDays(), rows);
    }
    return rows.atRisk();
  }

  private Optional<ImmortalTime> immortalTime(Endpoint endpoint, Rounding rounding) {
    Times of = times.get(endpoint);
    double before = 0;
    double exposed = 0;
    double all = 0;
    for (int i = 0; i < of.size; i++) {
      double end = Math.max(of.days[i], 0.5);
      all += end;
      if (of.exposed[i] != NEVER) {
        exposed += end;
        before += Math.max(0, Math.min(of.exposed[i], end));
      }
    }
    return rounding.total(exposed) == 0
        ? Optional.empty()
        : Optional.of(
            new ImmortalTime(rounding.total(before), rounding.total(exposed), rounding.total(all)));
  }

  /** Primitive columns, since a cohort may have a million members. */
  private static final class Times {
    private int[] member = new int[64];
    private int[] days = new int[64];
    private int[] exposed = new int[64];
    private byte[] code = new byte[64];
    private boolean[] death = new boolean[64];
    private int size;

    void add(int who, FollowUp followUp) {
      if (size == member.length) {
        member = Arrays.copyOf(member, 2 * size);
        days = Arrays.copyOf(days, 2 * size);
        exposed = Arrays.copyOf(exposed, 2 * size);
        code = Arrays.copyOf(code, 2 * size);
        death = Arrays.copyOf(death, 2 * size);
      }
      member[size] = who;
      days[size] = followUp.outcome().days();
      exposed[size] = followUp.exposedOn().orElse(NEVER);
      code[size] = (byte) followUp.outcome().code();
      death[size++] = followUp.outcome().isDeath();
    }

    /** Of the variables that gave the end only death matters to a design. */
    FollowUp followUp(Endpoint endpoint, int i) {
      return new FollowUp(
          exposed[i] == NEVER ? OptionalInt.empty() : OptionalInt.of(exposed[i]),
          new Outcome(
              endpoint,
              days[i],
              code[i],
              death[i] ? List.of(Fields.DATE_DEATH.name()) : List.of()));
    }
  }
}
