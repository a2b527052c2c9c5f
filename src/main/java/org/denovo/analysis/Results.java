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
 * @param immortal by endpoint, where ever and never operated are shown
 */
public record Results(
    List<Comparison> comparisons,
    List<Weighting> weightings,
    Map<Endpoint, ImmortalTime> immortal) {

  public Results {
    comparisons = List.copyOf(comparisons);
    weightings = List.copyOf(weightings);
    Map<Endpoint, ImmortalTime> copy = new EnumMap<>(Endpoint.class);
    copy.putAll(immortal);
    immortal = Collections.unmodifiableMap(copy);
  }

  /** The weighting of a comparison, if it has one. */
  public Optional<Weighting> weighting(Comparison comparison) {
    return weightings.stream().filter(each -> each.comparison() == comparison).findFirst();
  }

  /** The comparisons of an endpoint. */
  public List<Comparison> of(Endpoint endpoint) {
    return comparisons.stream().filter(each -> each.endpoint() == endpoint).toList();
  }
}
