package org.denovo.normalise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Remark;

/**
 * Which of several readings of a marker counts. Two that differ and of which neither goes before
 * the other may be of two specimens, so neither is taken.
 *
 * @param ofMetastasis true if the metastasis is asked for, not the primary
 */
record Precedence(boolean ofMetastasis) {

  /** A reading and where it comes from. */
  record Candidate(Origin origin, Reading reading) {}

  /**
   * The reading that counts, marked if it is not the only one; none if no candidate can be of the
   * tumour that is asked for.
   *
   * @param undecided the fields that are unreadable where none counts more
   */
  Optional<Reading> whole(List<Candidate> all, List<Field<?>> undecided) {
    List<Candidate> candidates = ranked(all);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    if (candidates.size() == 1) {
      return Optional.of(candidates.get(0).reading());
    }
    Set<Reading> first = new LinkedHashSet<>();
    Set<Reading> others = new LinkedHashSet<>();
    int best = rank(candidates.get(0));
    for (Candidate candidate : candidates) {
      (rank(candidate) == best ? first : others).add(candidate.reading());
    }
    if (first.size() > 1) {
      return Optional.of(Reading.unreadable(undecided, Remark.TWO_READINGS));
    }
    Reading chosen = first.iterator().next();
    return Optional.of(
        others.stream().allMatch(chosen::equals) ? chosen : chosen.withKnown(Remark.TWO_READINGS));
  }

  /**
   * The same, but a field of which the reading that counts is silent is taken from the next:
   * hybridisation may be of another specimen than the stain.
   */
  Optional<Reading> byField(List<Candidate> all, List<Field<?>> undecided) {
    List<Candidate> candidates = ranked(all);
    if (candidates.size() == 1 && !candidates.get(0).reading().answers().isEmpty()) {
      return Optional.of(candidates.get(0).reading());
    }
    if (ofBothSides(candidates)) {
      return Optional.of(Reading.unreadable(undecided, Remark.TWO_READINGS));
    }
    Set<Field<?>> fields = new LinkedHashSet<>();
    candidates.forEach(candidate -> fields.addAll(candidate.reading().answers().keySet()));
    Optional<Reading> reading = Optional.empty();
    for (Field<?> field : fields) {
      List<Candidate> about = new ArrayList<>();
      for (Candidate candidate : candidates) {
        Answer<?> answer = candidate.reading().answers().get(field);
        if (answer != null) {
          about.add(new Candidate(candidate.origin(), new Reading(Map.of(field, answer))));
        }
      }
      Reading one = whole(about, List.of(field)).orElseThrow();
      reading = Optional.of(reading.map(before -> before.or(one)).orElse(one));
    }
    return reading.or(
        () -> candidates.isEmpty() ? Optional.empty() : Optional.of(Reading.unreadable(undecided)));
  }

  /** True if the two breasts differ: nothing of one may be joined with anything of the other. */
  private static boolean ofBothSides(List<Candidate> candidates) {
    Set<Reading> left = new LinkedHashSet<>();
    Set<Reading> right = new LinkedHashSet<>();
    for (Candidate candidate : candidates) {
      if (candidate.origin().labels().contains(Origin.Label.LEFT)) {
        left.add(candidate.reading());
      } else if (candidate.origin().labels().contains(Origin.Label.RIGHT)) {
        right.add(candidate.reading());
      }
    }
    return !left.isEmpty() && !right.isEmpty() && !left.equals(right);
  }

  private List<Candidate> ranked(List<Candidate> all) {
    return all.stream()
        .filter(c -> ofMetastasis ? c.origin().mayBeMetastasis() : c.origin().mayBePrimary())
        .sorted(Comparator.comparingInt(this::rank))
        .toList();
  }

  private int rank(Candidate candidate) {
    return candidate.origin().rank(ofMetastasis);
  }
}
