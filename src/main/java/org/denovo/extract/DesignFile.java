package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.FollowUp;
import org.denovo.cohort.Member;
import org.denovo.cohort.Outcome;

/**
 * The file of one design, written member by member. It counts whom it leaves out: those no longer
 * observed, and those of whom the outcome or the day of the exposure is not known, for nobody is
 * taken for unexposed for want of a date.
 */
final class DesignFile implements AutoCloseable {

  private final DesignRows rows;
  private final DataFile data;
  private final DayClasses days;
  private final Map<Endpoint, Count> counts = new EnumMap<>(Endpoint.class);
  private long members;

  DesignFile(Path directory, DesignRows rows, int k) {
    this.rows = rows;
    this.data = new DataFile(directory, rows.stem(), rows.rowIs(), rows.columns());
    this.days = new DayClasses(rows.file(), rows.columns(), k);
    rows.endpoints().forEach(endpoint -> counts.put(endpoint, new Count()));
  }

  void accept(Member member) {
    members++;
    List<List<String>> written = new ArrayList<>();
    for (Outcome outcome : member.outcomes()) {
      Count count = counts.get(outcome.endpoint());
      if (count != null) {
        written.addAll(rows(member, outcome, count));
      }
    }
    written.forEach(data::row);
    days.add(List.of(), written);
  }

  private List<List<String>> rows(Member member, Outcome outcome, Count count) {
    count.answered++;
    Optional<FollowUp> followUp = FollowUp.of(member, outcome);
    if (!rows.isAtRisk(outcome)) {
      count.lost++;
    } else if (followUp.isEmpty()) {
      count.exposureNotKnown++;
    } else {
      return rows.rows(member.patient().key().pid(), followUp.get());
    }
    return List.of();
  }

  DesignRows rows() {
    return rows;
  }

  DataFile data() {
    return data;
  }

  /** How alike the patients in it are. */
  DayClasses days() {
    return days;
  }

  long written() {
    return data.rows();
  }

  /** How the members became the file's patients, endpoint by endpoint. */
  List<DesignFlow> flow() {
    List<DesignFlow> flow = new ArrayList<>();
    for (Endpoint endpoint : rows.endpoints()) {
      Count count = counts.get(endpoint);
      flow.add(
          new DesignFlow(
              rows,
              endpoint,
              members,
              count.lost,
              members - count.answered,
              count.exposureNotKnown));
    }
    return flow;
  }

  @Override
  public void close() {
    data.close();
  }

  private static final class Count {
    private long answered;
    private long lost;
    private long exposureNotKnown;
  }
}
