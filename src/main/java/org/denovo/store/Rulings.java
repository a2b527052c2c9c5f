package org.denovo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.denovo.check.Finding;
import org.denovo.check.Life;
import org.denovo.check.RuleBook;
import org.denovo.check.RuleCard;
import org.denovo.check.Ruling;
import org.denovo.check.Standing;
import org.denovo.check.Waiver;
import org.denovo.vocabulary.Text;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What people, and the nights for them, said of findings: each ruling is judged, changes the
 * finding's life and is added to its history, from which nothing is ever taken away.
 */
public final class Rulings {

  /** Adds to the history of a finding. */
  static final String EVENT =
      "INSERT INTO finding_event (finding_id, kind, actor, happened, reason, why, expires,"
          + " before_state, after_state, before_inputs, after_inputs, run_id) VALUES (?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?)";

  private final JdbcTemplate jdbc;
  private final Findings findings;

  Rulings(JdbcTemplate jdbc, Findings findings) {
    this.jdbc = jdbc;
    this.findings = findings;
  }

  /**
   * When something is said.
   *
   * @param at UTC
   * @param today the day that counts as today
   * @param run the run that says it for somebody; nothing if a person says it
   */
  public record Moment(LocalDateTime at, LocalDate today, Optional<String> run) {

    public Moment {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(today, "today");
      Objects.requireNonNull(run, "run");
    }
  }

  /** A ruling that may not be made, and why. */
  public record Refused(Ruling ruling, Text why) {}

  /**
   * What was said of a finding, for its history.
   *
   * @param inputs the fingerprint of the values that it was said of
   */
  public record Event(
      String kind,
      String by,
      LocalDateTime at,
      String reason,
      String why,
      Optional<LocalDate> expires,
      Standing before,
      Standing after,
      String inputs) {}

  /**
   * Makes rulings on findings of the current registry, in the caller's transaction; those that may
   * not be made are handed back and change nothing.
   */
  public List<Refused> make(List<Ruling> rulings, RuleBook book, Moment moment) {
    Map<String, Ruling> byFinding = new LinkedHashMap<>();
    List<Refused> refused = new ArrayList<>();
    for (Ruling ruling : rulings) {
      if (byFinding.putIfAbsent(ruling.findingId(), ruling) != null) {
        refused.add(new Refused(ruling, new Text("同一问题出现两次", "the finding is named twice")));
      }
    }
    Map<String, Finding> present = findings.present(byFinding.keySet());
    byFinding.forEach(
        (id, ruling) ->
            make(ruling, Optional.ofNullable(present.get(id)), book, moment)
                .ifPresent(why -> refused.add(new Refused(ruling, why))));
    return refused;
  }

  private Optional<Text> make(
      Ruling ruling, Optional<Finding> finding, RuleBook book, Moment moment) {
    Optional<RuleCard> rule = finding.flatMap(found -> book.named(found.ruleId()));
    Optional<Life> life = life(ruling.findingId());
    if (finding.isEmpty() || rule.isEmpty() || life.isEmpty()) {
      return Optional.of(new Text("没有这个未决问题", "there is no such finding"));
    }
    Optional<Text> refusal =
        ruling.refusal(
            life.get(),
            rule.get(),
            finding.get().severity(),
            earlier(ruling.findingId()),
            moment.today());
    if (refusal.isEmpty()) {
      String inputs = finding.get().inputs();
      Life now = ruling.on(life.get(), inputs, rule.get().version(), moment.today());
      jdbc.update(
          "UPDATE finding_life SET state = ?, rule_id = ?, inputs = ?, rule_version = ?, expires ="
              + " ? WHERE finding_id = ?",
          now.standing().code(),
          rule.get().id(),
          now.inputs(),
          now.version(),
          now.expires().orElse(null),
          ruling.findingId());
      jdbc.update(
          EVENT,
          ruling.findingId(),
          ruling.kind().code(),
          ruling.by(),
          moment.at(),
          ruling.reason().map(Ruling.Reason::code).orElse(""),
          ruling.why(),
          now.expires().orElse(null),
          life.get().standing().code(),
          now.standing().code(),
          life.get().inputs(),
          inputs,
          moment.run().orElse(null));
    }
    return refusal;
  }

  private Optional<Life> life(String findingId) {
    return jdbc
        .query(
            "SELECT finding_id, rule_id, state, inputs, rule_version, first_seen, expires FROM"
                + " finding_life WHERE finding_id = ?",
            (row, number) -> life(row),
            findingId)
        .stream()
        .findFirst();
  }

  /** A row of state, inputs, version, first day and last, behind two other columns. */
  static Life life(ResultSet row) throws SQLException {
    return new Life(
        Standing.of(row.getString(3)),
        row.getString(4),
        row.getInt(5),
        row.getObject(6, LocalDate.class),
        Optional.ofNullable(row.getObject(7, LocalDate.class)));
  }

  /** Who sent a finding and who answered it, since it was last open. */
  private Set<String> earlier(String findingId) {
    Set<String> earlier = new HashSet<>();
    for (Event event : history(findingId)) {
      if (event.after() == Standing.SENT || event.after() == Standing.ANSWERED) {
        earlier.add(event.by());
      } else if (event.after() == Standing.OPEN) {
        earlier.clear();
      }
    }
    return earlier;
  }

  /** All that happened to a finding, in order. */
  public List<Event> history(String findingId) {
    return jdbc.query(
        "SELECT kind, actor, happened, reason, why, expires, before_state, after_state,"
            + " after_inputs FROM finding_event WHERE finding_id = ? ORDER BY event_id",
        (row, number) ->
            new Event(
                row.getString(1),
                row.getString(2),
                row.getObject(3, LocalDateTime.class),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getObject(6, LocalDate.class)),
                Standing.of(row.getString(7)),
                Standing.of(row.getString(8)),
                row.getString(9)),
        findingId);
  }

  /** Waives a rule for a centre; what was said of the two before counts no more. */
  public void waive(Waiver waiver, Moment moment) {
    jdbc.update(
        "INSERT INTO waiver (rule_id, centre, actor, happened, why, expires) VALUES (?, ?, ?, ?, ?,"
            + " ?)",
        waiver.ruleId(),
        waiver.centre(),
        waiver.by(),
        moment.at(),
        waiver.why(),
        waiver.until());
  }

  /** The last waiver of each rule and centre, those that ran out too, by rule and centre. */
  public List<Waiver> waivers() {
    Map<String, Waiver> last = new TreeMap<>();
    jdbc.query(
        "SELECT rule_id, centre, actor, why, expires FROM waiver ORDER BY waiver_id",
        row -> {
          Waiver waiver =
              new Waiver(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getObject(5, LocalDate.class));
          last.put(waiver.ruleId() + " " + waiver.centre(), waiver);
        });
    return List.copyOf(last.values());
  }

  /**
   * What people decided and what ran out, in lines: the part of a run's inputs that lies in the
   * registry. What a night says by itself follows from its other inputs and is not told, but for
   * answers that are overdue by now.
   */
  public List<String> decided(LocalDate today) {
    List<String> lines = new ArrayList<>();
    jdbc.query(
        "SELECT finding_id, kind, actor, reason, why, expires, after_inputs FROM finding_event"
            + " WHERE run_id IS NULL ORDER BY event_id",
        row -> {
          Optional<LocalDate> expires = Optional.ofNullable(row.getObject(6, LocalDate.class));
          lines.add(
              String.join(
                  "\t",
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(7),
                  expires.filter(today::isAfter).map(LocalDate::toString).orElse("")));
        });
    for (Waiver waiver : waivers()) {
      lines.add(waiver + (waiver.holds(today) ? "" : " ran out"));
    }
    lines.addAll(
        jdbc.queryForList(
            "SELECT finding_id FROM finding_event WHERE run_id IS NOT NULL AND after_state = 'sent'"
                + " AND expires < ? ORDER BY event_id",
            String.class,
            today));
    return lines;
  }
}
