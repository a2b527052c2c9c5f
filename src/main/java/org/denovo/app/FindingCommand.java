package org.denovo.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.denovo.batch.FindingDesk;
import org.denovo.batch.Night;
import org.denovo.check.RuleBook;
import org.denovo.check.RuleCard;
import org.denovo.check.Ruling;
import org.denovo.check.Waiver;
import org.denovo.mapping.CentreMapping;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code finding confirm|reopen ID…}: says of findings that they are right as they stand, or that
 * they are open again; {@code finding waive RULE --centre C}: that a centre need not answer a
 * rule's findings. All of it is kept with who said so, and counts from the next run on.
 */
@Command(name = "finding", resourceBundle = "org.denovo.app.help")
final class FindingCommand implements Callable<Integer> {

  private static final List<String> REASONS =
      Arrays.stream(Ruling.Reason.values()).map(Ruling.Reason::code).toList();

  private final Clock clock = Clock.systemUTC();

  @Mixin private Common common;

  @Parameters(index = "0", paramLabel = "confirm|reopen|waive", descriptionKey = "finding.what")
  private String what;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "ID|RULE",
      descriptionKey = "finding.which")
  private List<String> which;

  @Option(names = "--by", paramLabel = "WHO", required = true, descriptionKey = "finding.by")
  private String by;

  @Option(names = "--why", paramLabel = "TEXT", required = true, descriptionKey = "finding.why")
  private String why;

  @Option(names = "--until", paramLabel = "DATE", descriptionKey = "finding.until")
  private String until;

  @Option(names = "--reason", paramLabel = "R", descriptionKey = "finding.reason")
  private String reason = Ruling.Reason.CONFIRMED_IN_SOURCE.code();

  @Option(names = "--centre", paramLabel = "C", descriptionKey = "finding.centre")
  private String centre;

  @Option(names = "--job", paramLabel = "JOB.yaml", descriptionKey = "finding.job")
  private Path job = Path.of("jobs", "nightly.yaml");

  @Override
  public Integer call() {
    Terminal terminal = common.terminal();
    Problems problems = new Problems();
    Optional<Night> night = Configuration.night(job, problems);
    if (night.isEmpty()) {
      return ValidateCommand.report(problems, terminal, common.json()).code();
    }
    Optional<Text> wrong = wrong(night.get());
    if (wrong.isPresent()) {
      terminal.error(wrong.get());
      return Exit.USAGE.code();
    }
    return Registry.write(
            terminal,
            night.get().job(),
            source -> tell(say(new FindingDesk(night.get(), source, clock)), terminal))
        .code();
  }

  /** What is wrong with the command as it was typed. */
  private Optional<Text> wrong(Night night) {
    if (!List.of("confirm", "reopen", "waive").contains(what)) {
      return Optional.of(
          new Text("应为confirm、reopen或waive，不是“{0}”", "it is confirm, reopen or waive, not '{0}'")
              .with(what));
    }
    if (by.isBlank()
        || why.isBlank()
        || by.strip().length() > 100
        || why.strip().length() > 1_000) {
      return Optional.of(
          new Text(
              "--by（100字以内）与--why（1000字以内）不能为空",
              "--by (100 characters) and --why (1,000) say something"));
    }
    if (until != null && day(until).isEmpty()) {
      return Optional.of(
          new Text("--until应为日期，例如2026-12-31，不是“{0}”", "--until is a day as 2026-12-31, not '{0}'")
              .with(until));
    }
    if (what.equals("waive")) {
      return wrongWaiver(night);
    }
    if (!REASONS.contains(reason)) {
      return Optional.of(
          new Text("--reason应为{0}之一，不是“{1}”", "--reason is one of {0}, not '{1}'")
              .with(String.join(", ", REASONS), reason));
    }
    return which.stream()
        .filter(id -> !id.matches("[0-9a-f]{12}"))
        .findFirst()
        .map(
            id ->
                new Text(
                        "“{0}”不是问题编号；编号见denovo findings",
                        "'{0}' is not the id of a finding, as denovo findings shows")
                    .with(id));
  }

  private Optional<Text> wrongWaiver(Night night) {
    List<String> centres = night.mappings().stream().map(CentreMapping::centre).toList();
    if (until == null) {
      return Optional.of(new Text("豁免须有截止日：--until", "a waiver ends some day: --until"));
    }
    if (centre == null || !centres.contains(centre)) {
      return Optional.of(
          new Text("--centre应为{0}之一", "--centre is one of {0}").with(String.join(", ", centres)));
    }
    RuleBook book = RuleBook.BUILT_IN.with(night.localRules());
    for (String id : which) {
      Optional<RuleCard> rule = book.named(id);
      if (rule.isEmpty()) {
        return Optional.of(new Text("没有规则“{0}”", "there is no rule '{0}'").with(id));
      }
      Optional<Text> refusal = Waiver.refusal(rule.get());
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What was refused, and why. */
  private List<Text> say(FindingDesk desk) {
    Optional<LocalDate> last = Optional.ofNullable(until).flatMap(FindingCommand::day);
    if (what.equals("waive")) {
      desk.waive(
          which.stream()
              .map(rule -> new Waiver(rule, centre, by, why, last.orElseThrow()))
              .toList());
      return List.of();
    }
    return desk.rule(which.stream().map(id -> ruling(id, last)).toList()).stream()
        .map(r -> new Text("{0}：{1}", "{0}: {1}").with(r.ruling().findingId(), r.why()))
        .toList();
  }

  private Ruling ruling(String id, Optional<LocalDate> last) {
    return what.equals("reopen")
        ? Ruling.reopened(id, by, why)
        : Ruling.confirmed(
            id, by, Ruling.Reason.valueOf(reason.toUpperCase(Locale.ROOT)), why, last);
  }

  private Exit tell(List<Text> refused, Terminal terminal) {
    refused.forEach(terminal::error);
    terminal.say(
        new Text(
                "已记录{0}项，拒绝{1}项；下次运行起生效", "{0} noted, {1} refused; they count from the next run on")
            .with(which.size() - refused.size(), refused.size()));
    return refused.isEmpty() ? Exit.DONE : Exit.USAGE;
  }
}
