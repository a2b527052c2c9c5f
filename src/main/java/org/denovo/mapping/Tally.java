package org.denovo.mapping;

import java.util.List;
import java.util.Optional;
import org.denovo.source.Place;
import org.denovo.vocabulary.Text;

/** How often something was met on a sheet, and where first. */
final class Tally {

  private int count;
  private Place first;

  void add(Place place) {
    if (count++ == 0) {
      first = place;
    }
  }

  int count() {
    return count;
  }

  /** Where first; only if it was met. */
  Place first() {
    return first;
  }

  /** Says it, with the count for {@code {0}}, if it was met. */
  void note(Layout layout, List<Notice> notices, Notice.Kind kind, Text says) {
    if (count > 0) {
      notices.add(layout.notice(kind, Optional.of(first), count, says.with(count)));
    }
  }
}
