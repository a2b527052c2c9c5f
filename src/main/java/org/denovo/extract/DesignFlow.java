package org.denovo.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.denovo.cohort.Endpoint;
import org.denovo.vocabulary.Text;

/**
 * How the members of a cohort became the patients in a design's file, for one endpoint.
 *
 * @param lost no longer observed when the design begins
 * @param outcomeNotKnown the record cannot answer the endpoint
 * @param exposureNotKnown whether or when the exposure began is not known
 */
record DesignFlow(
    DesignRows rows,
    Endpoint endpoint,
    long members,
    long lost,
    long outcomeNotKnown,
    long exposureNotKnown) {

  /** A flow as it may be shown. */
  record Shown(
      String step,
      Text says,
      String in,
      String excluded,
      String unknown,
      String out,
      String missing) {}

  long notKnown() {
    return outcomeNotKnown + exposureNotKnown;
  }

  /** The patients in the file. */
  long out() {
    return members - lost - notKnown();
  }

  /**
   * The flows with small counts hidden. All of them start from the same members, so a count is
   * hidden also where its difference to another one is small; then its whole row is.
   *
   * @param membersShown false if the number of members does not follow from the flow above
   */
  static List<Shown> shown(List<DesignFlow> flows, boolean membersShown, Disclosure disclosure) {
    List<Shown> shown = new ArrayList<>();
    List<long[]> open = new ArrayList<>();
    for (DesignFlow flow : flows) {
      long[] counts = {flow.lost, flow.notKnown(), flow.out()};
      boolean isOpen = membersShown && isOpen(counts, open, disclosure);
      if (isOpen) {
        open.add(counts);
      }
      shown.add(flow.shown(counts, isOpen, membersShown, disclosure));
    }
    return shown;
  }

  private static boolean isOpen(long[] counts, List<long[]> others, Disclosure disclosure) {
    for (int i = 0; i < counts.length; i++) {
      int at = i;
      if (disclosure.isSmall(counts[at])
          || others.stream()
              .anyMatch(other -> disclosure.isSmall(Math.abs(other[at] - counts[at])))) {
        return false;
      }
    }
    return true;
  }

  private Shown shown(long[] counts, boolean isOpen, boolean membersShown, Disclosure disclosure) {
    return new Shown(
        rows.stem() + " " + endpoint.name(),
        new Text("{0}；{1}", "{0}; {1}").with(rows.says(), endpoint.title()),
        membersShown ? disclosure.show(members, false) : Disclosure.HIDDEN,
        disclosure.show(counts[0], !isOpen),
        disclosure.show(counts[1], !isOpen),
        disclosure.show(counts[2], !isOpen),
        missing(isOpen, disclosure));
  }

  private String missing(boolean isOpen, Disclosure disclosure) {
    Map<String, Long> missing = new LinkedHashMap<>();
    missing.put(endpoint.name(), outcomeNotKnown);
    missing.put(rows.exposure().dates().get(0).name(), exposureNotKnown);
    missing.values().removeIf(count -> count == 0);
    boolean namesOnly = !isOpen || missing.values().stream().anyMatch(disclosure::isSmall);
    return missing.entrySet().stream()
        .map(
            entry ->
                namesOnly
                    ? entry.getKey()
                    : entry.getKey() + "=" + disclosure.rounded(entry.getValue()))
        .collect(Collectors.joining(";"));
  }
}
