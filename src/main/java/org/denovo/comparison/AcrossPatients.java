package org.denovo.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.denovo.check.CentreRules;
import org.denovo.check.CrossRecordRules;
import org.denovo.check.CrossRecords;
import org.denovo.check.Finding;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.denovo.check.RuleParameters;
import org.denovo.record.PatientRecord;

/**
 * Judges every rule that one patient alone cannot break: over persons and rows, and over the
 * centres. Patients are added one by one, those of a centre in the order of its rows.
 */
public final class AcrossPatients {

  private final CrossRecords records;
  private final Centres centres;

  /**
   * What was found.
   *
   * @param compared how the centres stand
   * @param findings by centre, rule and id
   * @param counts by centre and rule, how often it could be judged and how it ended
   */
  public record Found(
      Compared compared, List<Finding> findings, Map<String, Map<String, RuleCount>> counts) {

    public Found {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Nobody yet.
   *
   * @param cuts by centre, the day on which its data were extracted, where it is known
   */
  public AcrossPatients(RuleParameters parameters, Map<String, LocalDate> cuts) {
    this.records = new CrossRecords(parameters);
    this.centres = new Centres(parameters, cuts);
  }

  /** The rules that are judged here. */
  public static List<RuleCard> rules() {
    return Stream.of(CrossRecordRules.all(), CentreRules.all()).flatMap(List::stream).toList();
  }

  /** Adds a patient. */
  public void add(PatientRecord patient) {
    records.add(patient);
    centres.add(patient);
  }

  /** What is found among the patients so far. */
  public Found found() {
    List<Finding> findings = new ArrayList<>(records.findings());
    Compared compared = centres.compare(findings);
    findings.addAll(compared.findings());
    findings.sort(
        Comparator.comparing(Finding::centre)
            .thenComparing(Finding::ruleId)
            .thenComparing(Finding::id));
    Map<String, Map<String, RuleCount>> counts = new TreeMap<>();
    Stream.of(records.counts(), compared.counts())
        .forEach(
            some ->
                some.forEach(
                    (centre, byRule) ->
                        counts.computeIfAbsent(centre, c -> new TreeMap<>()).putAll(byRule)));
    return new Found(compared, findings, counts);
  }
}
