package org.denovo.analysis;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.denovo.cohort.Endpoint;

/**
 * What a cohort's designs say, as it may be shown.
 *
 * @param comparisons endpoint by endpoint, in the order of the definition
 * @param immortal by endpoint, where ever and never operated are shown
 */
public record Results(List<Comparison> comparisons, Map<Endpoint, ImmortalTime> immortal) {

  public Results {
    comparisons = List.copyOf(comparisons);
    Map<Endpoint, ImmortalTime> copy = new EnumMap<>(Endpoint.class);
    copy.putAll(immortal);
    immortal = Collections.unmodifiableMap(copy);
  }

  /** The comparisons of an endpoint. */
  public List<Comparison> of(Endpoint endpoint) {
    return comparisons.stream().filter(each -> each.endpoint() == endpoint).toList();
  }
}
