package org.denovo.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.denovo.change.Comparability;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.denovo.check.Settled;
import org.denovo.check.Severity;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Selection;
import org.denovo.comparison.Compared;
import org.denovo.extract.Completeness;
import org.denovo.extract.RunSummary;
import org.denovo.extract.Spellings;
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
  private static final int SPELLINGS_SHOWN = 300;

  private final Night night;
  private final Run run;
  private final Plan plan;
  private final Store store;
  private final Map<String, RuleCard> cards;

  ReportOutputs(Night night, Run run, Plan plan, Store store) {
    this.night = night;
    this.run = run;
    this.plan = plan;
    this.store = store;
    this.cards = night.book().byId();
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
      List<Report.Open> ranked,
      SinceLast since,
      List<CohortOutputs> cohorts,
      Linkage.Found pairs,
      Comparability comparability,
      Compared compared,
      Optional<Spellings> spellings) {
    List<Report.Centre> centres = centres(inForce, quarantined, findings);
    NightResult.Changes changes = findings.changes();
    Map<String, Long> before = countsBefore();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("content", contentHash);
    parameters.put("code", night.version() + "+" + night.codeHash());
    parameters.putAll(night.parameters(run.asOf()));
    Map<String, String> editions = new LinkedHashMap<>();
    night.editions().stream().filter(ReportOutputs::isNumbered).forEach(e -> put(editions, e));
    ReportPage.write(
        file,
        new Report(
            night.job().title(),
            run.asOf().toString(),
            contentHash,
            parameters,
            editions,
            comparability.says(),
            comparability.unversioned(),
            quarantined.stream().map(this::returned).toList(),
            centres,
            fields(centres, completeness),
            rules(counts, findings),
            ranked,
            findings.inAll(),
            new Report.Changes(
                changes.appeared(), changes.reopened(), changes.persisting(), changes.resolved()),
            headlines(centres, findings, cohorts, before),
            findings.byStanding(),
            findings.blocked().totals().stream().map(total -> blocked(total, cohorts)).toList(),
            overrides(findings),
            waivers(findings),
            since.centres(),
            since.proposals().entrySet().stream()
                .flatMap(
                    centre ->
                        centre.getValue().stream().map(p -> new Report.Rename(centre.getKey(), p)))
                .toList(),
            pairs,
            cohorts.stream().map(cohort -> cohort(cohort, before)).toList(),
            unread.top(UNREAD_SHOWN).stream()
                .map(
                    t ->
                        new Report.Unread(
                            Fields.named(t.field()).map(Field::title).orElse(Text.same(t.field())),
                            t.centre(),
                            t.raw(),
                            t.n()))
                .toList(),
            compared,
            spellings.map(ReportOutputs::fresh),
            inForce.stream()
                .map(s -> new Report.Input(s.centre(), s.fileName(), s.sha256(), s.received()))
                .toList()));
  }

  private static Report.Fresh fresh(Spellings spellings) {
    List<Spellings.Line> lines = spellings.fresh();
    return new Report.Fresh(
        lines.stream()
            .limit(SPELLINGS_SHOWN)
            .map(
                line ->
                    new Report.Spelling(
                        line.field().title(),
                        line.raw(),
                        line.value(),
                        line.n(),
                        line.centres().stream().sorted().toList()))
            .toList(),
        lines.size());
  }

  /** Of a decision, the cohorts that lack somebody for it who fulfils all else. */
  private static Report.Blocked blocked(BlockedPatients.Total total, List<CohortOutputs> cohorts) {
    List<Report.Lost> lost = new ArrayList<>();
    for (CohortOutputs cohort : cohorts) {
      long patients =
          cohort.attrition().steps().stream()
              .filter(step -> step.name().equals(Selection.NOTHING_BLOCKED))
              .mapToLong(step -> step.missing().getOrDefault(total.decision().name(), 0L))
              .sum();
      if (patients > 0) {
        lost.add(new Report.Lost(cohort.definition().title(), patients));
      }
    }
    lost.sort(Comparator.comparingLong(Report.Lost::patients).reversed());
    return new Report.Blocked(
        total.decision(),
        total.patients(),
        total.rules().stream()
            .map(rule -> new Report.Blocking(rule.getKey(), rule.getValue()))
            .toList(),
        lost);
  }

  /** What the last run's summary counted. */
  private Map<String, Long> countsBefore() {
    return plan.previous()
        .map(last -> night.folders().of(last.id()))
        .filter(folder -> Files.exists(folder.resolve(RunSummary.FILE)))
        .map(folder -> RunSummary.read(folder).counts())
        .orElse(Map.of());
  }

  private static Report.Cohort cohort(CohortOutputs cohort, Map<String, Long> before) {
    CohortDefinition definition = cohort.definition();
    return new Report.Cohort(
        definition.name(),
        definition.title(),
        definition.arms().stream()
            .collect(Collectors.toMap(CohortDefinition.Arm::name, CohortDefinition.Arm::title)),
        membersBefore(before, definition),
        cohort.attrition(),
        cohort.flow());
  }

  private static OptionalLong membersBefore(Map<String, Long> before, CohortDefinition definition) {
    return NightResult.size(before, definition).stream()
        .mapToLong(size -> size.arms().values().stream().mapToLong(n -> n).sum())
        .findFirst();
  }

  /** What the last run's summary counted, beside what this one counts. */
  private List<Report.Headline> headlines(
      List<Report.Centre> centres,
      FindingPass findings,
      List<CohortOutputs> cohorts,
      Map<String, Long> before) {
    List<Report.Headline> headlines = new ArrayList<>();
    headlines.add(
        headline(
            new Text("当前患者", "current patients"),
            before.get("patients"),
            centres.stream().mapToLong(Report.Centre::patients).sum()));
    for (Severity severity : Severity.values()) {
      headlines.add(
          headline(
              new Text("未决的{0}", "{0}").with(several(severity)),
              before.get("findings_" + severity.code()),
              findings.bySeverity().get(severity.code())));
    }
    for (CohortOutputs cohort : cohorts) {
      headlines.add(
          new Report.Headline(
              cohort.definition().title(),
              membersBefore(before, cohort.definition()),
              cohort.attrition().members()));
    }
    return headlines;
  }

  private static Text several(Severity severity) {
    return switch (severity) {
      case ERROR -> new Text("错误", "open errors");
      case WARNING -> new Text("警告", "open warnings");
      case INFO -> new Text("提示", "open notes");
    };
  }

  private static Report.Headline headline(Text what, Long before, long now) {
    return new Report.Headline(
        what, before == null ? OptionalLong.empty() : OptionalLong.of(before), now);
  }

  /** What a person edits and numbers; rules and parameters stand elsewhere. */
  private static boolean isNumbered(Edition edition) {
    return switch (edition.kind()) {
      case WORDS, MAPPING, RULE_FILE -> true;
      case PROGRAM, RULE, COHORT, PARAMETER, JOB -> false;
    };
  }

  private static void put(Map<String, String> editions, Edition edition) {
    String name = edition.kind() == Edition.Kind.WORDS ? "words " + edition.name() : edition.name();
    editions.put(name, edition.shown());
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
              why(verdict, refusal, open, findings.mostErrors(mapping.centre())),
              tonight.contains(mapping.centre()),
              submission.map(Submission::patients).orElse(0L),
              open,
              findings.newOf(mapping.centre()),
              findings.overdueOf(mapping.centre()),
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

  private Text why(
      Report.Verdict verdict,
      Optional<NightResult.Quarantined> refusal,
      Map<Severity, Long> open,
      Optional<Map.Entry<String, Long>> mostErrors) {
    return switch (verdict) {
      case RETURNED -> refusal.orElseThrow().says();
      case WITH_QUERIES -> {
        Map.Entry<String, Long> most = mostErrors.orElseThrow();
        Text rule = cards.get(most.getKey()).title();
        yield new Text(
                "待答复的错误{0}个，最多的是{1}（{2}）：{3}", "errors to answer: {0}, most often {1} ({2}): {3}")
            .with(open.get(Severity.ERROR), most.getKey(), most.getValue(), rule);
      }
      case NOTHING_SENT -> new Text("收件箱中没有该中心的工作簿", "no workbook of the centre lies in the inbox");
      case ACCEPTED ->
          new Text("没有未决的错误；待看的警告{0}个", "no error is open; warnings to look at: {0}")
              .with(open.getOrDefault(Severity.WARNING, 0L));
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

  private List<Report.Rule> rules(
      Map<String, Map<String, RuleCount>> counts, FindingPass findings) {
    List<Report.Rule> rules = new ArrayList<>();
    for (RuleCard card : night.book().all()) {
      RuleCount count =
          counts.getOrDefault(card.id(), Map.of()).values().stream()
              .reduce(RuleCount.NONE, RuleCount::plus);
      rules.add(
          new Report.Rule(
              card.id(),
              card.version(),
              card.source(),
              card.overridable(),
              card.category(),
              card.context(),
              card.severity(),
              card.title(),
              card.because(),
              count,
              findings.settled().getOrDefault(card.id(), Map.of()).values().stream()
                  .reduce(Settled.NONE, Settled::plus)));
    }
    return rules;
  }
}
