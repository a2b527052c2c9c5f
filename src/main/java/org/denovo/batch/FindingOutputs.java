package org.denovo.batch;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.denovo.check.Category;
import org.denovo.check.FileRules;
import org.denovo.check.Finding;
import org.denovo.check.OverTimeRules;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.denovo.check.Settled;
import org.denovo.extract.BlockedCsv;
import org.denovo.extract.FindingsCsv;
import org.denovo.extract.RuleErrorsCsv;
import org.denovo.extract.RulesCsv;
import org.denovo.record.PatientKey;
import org.denovo.store.Store;
import org.denovo.store.Submission;

/** Writes what the rules found, in one pass over the findings, and how each rule came out. */
final class FindingOutputs {

  private final Store store;
  private final Path quality;
  private final Standings standings;
  private final LocalDate today;
  private final LocalDate lastNight;
  private final Map<Long, List<Finding>> kept = new HashMap<>();

  FindingOutputs(
      Store store, Path quality, Standings standings, LocalDate today, LocalDate lastNight) {
    this.store = store;
    this.quality = quality;
    this.standings = standings;
    this.today = today;
    this.lastNight = lastNight;
  }

  /**
   * Writes the findings that stand, and behind them those that stand no more.
   *
   * @param ranking learns of the unresolved ones
   */
  FindingPass findings(List<Submission> inForce, List<Finding> crossFindings, Ranking ranking) {
    FindingPass pass = new FindingPass(standings, ranking, today, lastNight);
    try (FindingsCsv csv = new FindingsCsv(quality.resolve("findings.csv"), this::category)) {
      for (Submission submission : inForce) {
        store
            .findings()
            .each(
                submission,
                finding -> {
                  if (standings.isInForce(finding.ruleId())) {
                    csv.accept(pass.accept(finding));
                  }
                });
      }
      crossFindings.forEach(finding -> csv.accept(pass.accept(finding)));
      former(inForce, pass, csv);
    }
    return pass;
  }

  private Category category(String ruleId) {
    return standings.card(ruleId).map(RuleCard::category).orElse(Category.CONFORMANCE_VALUE);
  }

  /** What the run before had: in workbooks that were replaced, and of rules that are no more. */
  private void former(List<Submission> inForce, FindingPass pass, FindingsCsv csv) {
    Map<String, Submission> now = new HashMap<>();
    inForce.forEach(submission -> now.put(submission.centre(), submission));
    for (Submission before : store.submissions().current()) {
      Submission successor = now.get(before.centre());
      Set<String> failed = successor.id() == before.id() ? Set.of() : failed(successor);
      store
          .findings()
          .each(
              before,
              finding -> {
                if (!standings.lives().isGone(finding)) {
                  return;
                }
                if (failed.contains(key(finding))) {
                  csv.accept(pass.keep(finding));
                  kept.computeIfAbsent(successor.id(), id -> new ArrayList<>()).add(finding);
                } else {
                  csv.accept(pass.gone(finding));
                }
              });
    }
    store
        .findings()
        .eachCross(
            finding -> {
              if (standings.lives().isGone(finding)) {
                csv.accept(pass.gone(finding));
              }
            });
  }

  /** The rules that failed on patients of a submission: of these nobody knows how they are. */
  private Set<String> failed(Submission submission) {
    Set<String> failed = new HashSet<>();
    store
        .findings()
        .eachFailed(submission.id(), error -> failed.add(error.ruleId() + " " + error.pid()));
    return failed;
  }

  private static String key(Finding finding) {
    return finding.ruleId() + " " + finding.patient().map(PatientKey::pid).orElse("");
  }

  /** Findings that were not judged because their rule failed, with the submission now theirs. */
  Map<Long, List<Finding>> kept() {
    return kept;
  }

  /**
   * Writes how each rule came out at each centre; gives the same, by rule and centre.
   *
   * @param acrossPatients the counts of rules over several patients, by centre and rule
   */
  Map<String, Map<String, RuleCount>> rules(
      List<Submission> inForce,
      List<Map<String, Map<String, RuleCount>>> acrossPatients,
      List<Finding> olderFiles,
      FindingPass pass) {
    Map<String, Map<String, RuleCount>> counts = counts(inForce, acrossPatients, pass);
    for (Finding older : olderFiles) {
      add(counts, older.ruleId(), older.centre(), RuleCount.of(OverTimeRules.OLDER, 1, 1, 0));
    }
    try (RulesCsv csv = new RulesCsv(quality.resolve("rules.csv"))) {
      counts.forEach(
          (rule, byCentre) ->
              byCentre.forEach(
                  (centre, count) -> csv.accept(rule, centre, count, settled(pass, rule, centre))));
    }
    return counts;
  }

  private static Settled settled(FindingPass pass, String rule, String centre) {
    return pass.settled().getOrDefault(rule, Map.of()).getOrDefault(centre, Settled.NONE);
  }

  private Map<String, Map<String, RuleCount>> counts(
      List<Submission> inForce,
      List<Map<String, Map<String, RuleCount>>> acrossPatients,
      FindingPass pass) {
    Map<String, Map<String, RuleCount>> counts = new TreeMap<>();
    for (Submission submission : inForce) {
      store
          .findings()
          .counts(submission.id())
          .forEach(
              (rule, count) -> {
                if (standings.isInForce(rule)) {
                  add(counts, rule, submission.centre(), count);
                }
              });
      Set<String> aboutFile = pass.aboutFile(submission.centre());
      for (RuleCard rule : FileRules.all()) {
        // A rule on two files was counted when they were compared.
        counts
            .computeIfAbsent(rule.id(), r -> new TreeMap<>())
            .putIfAbsent(
                submission.centre(),
                RuleCount.of(rule, 1, aboutFile.contains(rule.id()) ? 1 : 0, 0));
      }
    }
    acrossPatients.forEach(
        some ->
            some.forEach(
                (centre, byRule) ->
                    byRule.forEach((rule, count) -> add(counts, rule, centre, count))));
    return counts;
  }

  private static void add(
      Map<String, Map<String, RuleCount>> counts, String rule, String centre, RuleCount count) {
    counts.computeIfAbsent(rule, r -> new TreeMap<>()).merge(centre, count, RuleCount::plus);
  }

  /** Writes of how many patients each decision is blocked. */
  void blocked(FindingPass pass) {
    try (BlockedCsv csv = new BlockedCsv(quality.resolve("blocked.csv"))) {
      pass.blocked()
          .rows()
          .forEach(row -> csv.accept(row.decision(), row.centre(), row.patients()));
    }
  }

  /** Writes down where rules failed; gives how often. */
  long ruleErrors(List<Submission> inForce) {
    long[] failures = {0};
    try (RuleErrorsCsv csv = new RuleErrorsCsv(quality.resolve("rule_errors.csv"))) {
      for (Submission submission : inForce) {
        store
            .findings()
            .eachFailed(
                submission.id(),
                error -> {
                  if (standings.isInForce(error.ruleId())) {
                    csv.accept(submission.centre(), error);
                    failures[0]++;
                  }
                });
      }
    }
    return failures[0];
  }
}
