package org.denovo.analysis;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.cohort.Endpoint;

/**
 * What a cohort's designs say, as it may be shown.
 *
 * @param comparisons endpoint by endpoint, in the order of the definition
 * @param weightings of the landmarks, for the first endpoint
 * @param adjusted of those comparisons that covariates can stand in
 * @param incidences of the landmarks, where something competes
 * @param immortal by endpoint, where ever and never exposed are shown
 */
public record Results(
    List<Comparison> comparisons,
    List<Weighting> weightings,
    List<Adjusted> adjusted,
    List<Incidence> incidences,
    Map<Endpoint, ImmortalTime> immortal) {

  public Results {
    comparisons = List.copyOf(comparisons);
    weightings = List.copyOf(weightings);
    adjusted = List.copyOf(adjusted);
    incidences = List.copyOf(incidences);
    Map<Endpoint, ImmortalTime> copy = new EnumMap<>(Endpoint.class);
    copy.putAll(immortal);
    immortal = Collections.unmodifiableMap(copy);
  }

  /** The incidences of an endpoint. */
  public List<Incidence> incidences(Endpoint endpoint) {
    return incidences.stream().filter(each -> each.endpoint() == endpoint).toList();
  }

  /** The weighting of a comparison, if it has one. */
  public Optional<Weighting> weighting(Comparison comparison) {
    return weightings.stream().filter(each -> each.comparison() == comparison).findFirst();
  }

  /** What adjusting says of a comparison, if it can. */
  public Optional<Adjusted> adjusted(Comparison comparison) {
    return adjusted.stream().filter(each -> each.comparison() == comparison).findFirst();
  }

  /** The comparisons of an endpoint. */
  public List<Comparison> of(Endpoint endpoint) {
    return comparisons.stream().filter(each -> each.endpoint() == endpoint).toList();
  }
}
