package org.denovo.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.change.Comparability;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.denovo.check.Settled;
import org.denovo.check.Severity;
import org.denovo.comparison.Compared;
import org.denovo.extract.Completeness;
import org.denovo.extract.UnreadableTexts;
import org.denovo.linkage.Linkage;
import org.denovo.mapping.CentreMapping;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.report.Report;
import org.denovo.report.ReportPage;
import org.denovo.store.Run;
import org.denovo.store.Store;
import org.denovo.store.Submission;
import org.denovo.vocabulary.Edition;
import org.denovo.vocabulary.Text;

/** Gathers what the report shows. */
final class ReportOutputs {

  private static final int UNREAD_SHOWN = 100;

  private final Night night;
  private final Run run;
  private final Plan plan;
  private final Store store;

  ReportOutputs(Night night, Run run, Plan plan, Store store) {
    this.night = night;
    this.run = run;
    this.plan = plan;
    this.store = store;
  }

  void write(
      Path file,
      List<Submission> inForce,
      List<NightResult.Quarantined> quarantined,
      String contentHash,
      Completeness completeness,
      UnreadableTexts unread,
      Map<String, Map<String, RuleCount>> counts,
      FindingPass findings,
      SinceLast since,
      List<CohortOutputs> cohorts,
      Linkage.Found pairs,
      Comparability comparability,
      Compared compared) {
    List<Report.Centre> centres = centres(inForce, quarantined, findings);
    NightResult.Changes changes = findings.changes();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("content", contentHash);
    parameters.put("code", night.version() + "+" + night.codeHash());
    parameters.putAll(night.parameters(run.asOf()));
    night.editions().stream().filter(ReportOutputs::isNumbered).forEach(e -> put(parameters, e));
    ReportPage.write(
        file,
        new Report(
            night.job().title(),
            run.asOf().toString(),
            contentHash,
            parameters,
            comparability.says(),
            comparability.unversioned(),
            quarantined.stream().map(this::returned).toList(),
            centres,
            fields(centres, completeness),
            rules(counts),
            findings.shown(),
            findings.inAll(),
            new Report.Changes(
                changes.appeared(), changes.reopened(), changes.persisting(), changes.resolved()),
            findings.blocked().totals().stream()
                .map(total -> new Report.Blocked(total.decision(), total.patients(), total.rules()))
                .toList(),
            overrides(findings),
            waivers(findings),
            since.centres(),
            since.proposals().entrySet().stream()
                .flatMap(
                    centre ->
                        centre.getValue().stream().map(p -> new Report.Rename(centre.getKey(), p)))
                .toList(),
            pairs,
            cohorts.stream()
                .map(
                    c ->
                        new Report.Cohort(
                            c.definition().name(), c.definition().title(), c.attrition(), c.flow()))
                .toList(),
            unread.top(UNREAD_SHOWN).stream()
                .map(
                    t ->
                        new Report.Unread(
                            Fields.named(t.field()).map(Field::title).orElse(Text.same(t.field())),
                            t.centre(),
                            t.raw(),
                            t.n()))
                .toList(),
            compared));
  }

  /** What a person edits and numbers; rules have their own table, parameters their own lines. */
  private static boolean isNumbered(Edition edition) {
    return switch (edition.kind()) {
      case WORDS, MAPPING, RULE_FILE -> true;
      case PROGRAM, RULE, COHORT, PARAMETER, JOB -> false;
    };
  }

  private static void put(Map<String, String> parameters, Edition edition) {
    String name = edition.kind() == Edition.Kind.WORDS ? "words " + edition.name() : edition.name();
    parameters.put(name, edition.shown());
  }

  /** The rules and centres of which a finding was confirmed. */
  private static List<Report.Overridden> overrides(FindingPass findings) {
    List<Report.Overridden> overrides = new ArrayList<>();
    findings
        .settled()
        .forEach(
            (rule, centres) ->
                centres.forEach(
                    (centre, settled) -> {
                      if (settled.confirmed() > 0) {
                        overrides.add(new Report.Overridden(rule, centre, settled));
                      }
                    }));
    return overrides;
  }

  private List<Report.Waived> waivers(FindingPass findings) {
    return store.rulings().waivers().stream()
        .map(
            waiver ->
                new Report.Waived(
                    waiver,
                    waiver.holds(run.asOf()),
                    findings
                        .settled()
                        .getOrDefault(waiver.ruleId(), Map.of())
                        .getOrDefault(waiver.centre(), Settled.NONE)
                        .waived()))
        .toList();
  }

  private Report.Returned returned(NightResult.Quarantined file) {
    Text centre =
        night.mappings().stream()
            .filter(mapping -> mapping.centre().equals(file.centre()))
            .map(CentreMapping::title)
            .findFirst()
            .orElse(new Text("不知是哪家中心", "of no known centre"));
    return new Report.Returned(centre, file.file(), file.says());
  }

  private List<Report.Centre> centres(
      List<Submission> inForce, List<NightResult.Quarantined> quarantined, FindingPass findings) {
    Map<String, Submission> present = new HashMap<>();
    inForce.forEach(s -> present.put(s.centre(), s));
    Map<String, NightResult.Quarantined> refused = new HashMap<>();
    quarantined.forEach(q -> refused.put(q.centre(), q));
    Set<String> tonight = new HashSet<>();
    plan.reading().values().forEach(reading -> tonight.add(reading.mapping().centre()));
    List<Report.Centre> centres = new ArrayList<>();
    for (CentreMapping mapping : night.mappings()) {
      Optional<Submission> submission = Optional.ofNullable(present.get(mapping.centre()));
      Optional<NightResult.Quarantined> refusal =
          Optional.ofNullable(refused.get(mapping.centre()));
      Map<Severity, Long> open = findings.of(mapping.centre());
      Report.Verdict verdict = verdict(submission, refusal, open);
      centres.add(
          new Report.Centre(
              mapping.centre(),
              mapping.title(),
              refusal
                  .map(NightResult.Quarantined::file)
                  .or(() -> submission.map(Submission::fileName)),
              verdict,
              why(verdict, refusal, open),
              tonight.contains(mapping.centre()),
              submission.map(Submission::patients).orElse(0L),
              open,
              findings.newOf(mapping.centre()),
              submission.map(s -> store.submissions().sheets(s.id())).orElse(List.of()),
              submission.map(Submission::fileName).orElse("")));
    }
    return centres;
  }

  private static Report.Verdict verdict(
      Optional<Submission> submission,
      Optional<NightResult.Quarantined> refusal,
      Map<Severity, Long> open) {
    if (refusal.isPresent()) {
      return Report.Verdict.RETURNED;
    }
    if (submission.isEmpty()) {
      return Report.Verdict.NOTHING_SENT;
    }
    return open.getOrDefault(Severity.ERROR, 0L) > 0
        ? Report.Verdict.WITH_QUERIES
        : Report.Verdict.ACCEPTED;
  }

  private static Text why(
      Report.Verdict verdict, Optional<NightResult.Quarantined> refusal, Map<Severity, Long> open) {
    return switch (verdict) {
      case RETURNED -> refusal.orElseThrow().says();
      case WITH_QUERIES ->
          new Text("{0} 个错误待中心答复", "errors for the centre to answer: {0}")
              .with(open.getOrDefault(Severity.ERROR, 0L));
      case NOTHING_SENT -> new Text("收件箱中没有该中心的工作簿", "no workbook of the centre lies in the inbox");
      case ACCEPTED -> Text.same("");
    };
  }

  /** The fields that at least one centre collects. */
  private static List<Report.Completeness> fields(
      List<Report.Centre> centres, Completeness completeness) {
    List<Report.Completeness> fields = new ArrayList<>();
    for (Field<?> field : Fields.all()) {
      List<Optional<Double>> shares =
          centres.stream().map(c -> completeness.share(field, c.code())).toList();
      if (shares.stream().anyMatch(Optional::isPresent)) {
        fields.add(new Report.Completeness(field.title(), shares));
      }
    }
    return fields;
  }

  private List<Report.Rule> rules(Map<String, Map<String, RuleCount>> counts) {
    List<Report.Rule> rules = new ArrayList<>();
    for (RuleCard card : night.book().all()) {
      RuleCount count =
          counts.getOrDefault(card.id(), Map.of()).values().stream()
              .reduce(RuleCount.NONE, RuleCount::plus);
      rules.add(
          new Report.Rule(
              card.id(),
              card.category(),
              card.context(),
              card.severity(),
              card.inGeneral(),
              card.because(),
              count));
    }
    return rules;
  }
}
