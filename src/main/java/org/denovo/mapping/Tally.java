package org.denovo.mapping;

import java.util.ArrayList;
import java.util.List;
import org.denovo.source.Place;
import org.denovo.vocabulary.Text;

/** How often something was met on a sheet, and the first places of it. */
final class Tally {

  private int count;
  private final List<Place> places = new ArrayList<>(1);

  void add(Place place) {
    if (count++ < Notice.MOST_PLACES) {
      places.add(place);
    }
  }

  int count() {
    return count;
  }

  /** Where first; only if it was met. */
  Place first() {
    return places.get(0);
  }

  /** Says it, with the count for {@code {0}}, if it was met. */
  void note(Layout layout, List<Notice> notices, Notice.Kind kind, Text says) {
    if (count > 0) {
      notices.add(layout.notice(kind, places, count, says.with(count)));
    }
  }
}
