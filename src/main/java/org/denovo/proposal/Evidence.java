package org.denovo.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.denovo.mapping.Words;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Topic;

/**
 * All that is known of a column before it is compared with others: what its header names and its
 * values confirm. The score of a target is the log-odds of the header plus those of the values.
 *
 * @param options the targets, the likeliest first
 * @param identity what the column is by its values, if they tell who somebody is
 * @param legend code to label, as a legend row, the header or a dictionary says
 */
record Evidence(
    TableScan table,
    ColumnScan column,
    List<ColumnScan.Value> values,
    List<Option> options,
    Optional<Target> identity,
    Map<String, String> legend,
    Optional<Wide.Member> wide) {

  /**
   * A target that the column may be.
   *
   * @param codes what its codes stand for, if a legend or the question says so
   * @param initials true if the header was taken for the initials of pinyin
   * @param question true if the column answers a field of codes with yes and no
   */
  record Option(
      Target target, double score, Map<String, String> codes, boolean initials, boolean question) {

    Option(Target target, double score, Map<String, String> codes, boolean initials) {
      this(target, score, codes, initials, false);
    }

    private Option atMost(double most) {
      return stronger(Math.min(0, most - score));
    }

    private Option stronger(double by) {
      return new Option(target, score + by, codes, initials, question);
    }
  }

  /** A legend all of whose labels are understood, as a column of those words would be. */
  private static final double EXPLAINED = 2.0;

  private static final double PARTLY_EXPLAINED = 1.5;
  private static final double UNEXPLAINED = -2.0;
  private static final double ANSWERED = 1.0;

  /** From this score on a header leaves little doubt of what it asks. */
  private static final double NAMED = 3.1;

  private static final double UNKNOWN_WORDS = -2.0;

  /** What a header leaves open stays below {@link Decisions#THRESHOLD}. */
  private static final double OPEN = 2.1;

  /** Nothing but 0 and 1 is hardly a column of many codes. */
  private static final double TOO_FEW = -1.0;

  private static final int MANY_CODES = 4;

  /** Organs side by side are where the disease has spread, and not what was looked at. */
  private static final double AMONG_ORGANS = 1.3;

  /** Where many headers of a sheet are initials, the others probably are. */
  private static final double MANY_INITIALS = 1.3;

  static final int MANY = 4;

  /** A header lists no more choices than that. */
  private static final int MOST_CHOICES = 12;

  /** Holds where the header may name one: a report after treatment tells of another tumour. */
  private static final Target REPORT = Target.of(Topic.REPORT);

  private static final Set<String> TREATMENTS = Set.of("chemotherapy", "systemic_therapy");
  private static final Target REGIMEN = Target.of(Topic.REGIMEN);

  /** Drugs answer which chemotherapy it was sooner than whether there was one. */
  private static final double DRUGS = 0.5;

  private static final String DAYS = "日期";

  private static final Map<String, String> ZERO_ONE = Map.of("1", "yes", "0", "no");

  Evidence {
    options = List.copyOf(options);
  }

  Optional<Option> best() {
    return options.stream().findFirst();
  }

  /** True if the header may name a report in words. */
  boolean mayBeReport() {
    return option(REPORT).filter(o -> o.score() > 0).isPresent();
  }

  Optional<Option> option(Target target) {
    return options.stream().filter(o -> o.target().equals(target)).findFirst();
  }

  /** The evidence with the weight that initials have when others of the sheet are initials too. */
  Evidence inInitials() {
    List<Option> more =
        options.stream()
            .map(o -> o.initials() ? o.stronger(MANY_INITIALS) : o)
            .sorted(BY_SCORE)
            .toList();
    return new Evidence(table, column, values, more, identity, legend, wide);
  }

  /** The evidence with the weight that an organ has when others of the sheet are organs too. */
  Evidence amongOrgans() {
    List<Option> more =
        options.stream()
            .map(o -> o.target().isMetastasisSite() ? o.stronger(AMONG_ORGANS) : o)
            .sorted(BY_SCORE)
            .toList();
    return new Evidence(table, column, values, more, identity, legend, wide);
  }

  /** True for a column that answers yes or no under the bare name of an organ. */
  boolean isOrgan() {
    return best().filter(o -> o.target().isMetastasisSite() && o.score() > 0).isPresent();
  }

  boolean restsOnInitials() {
    return best().filter(Option::initials).isPresent();
  }

  private static final Comparator<Option> BY_SCORE =
      Comparator.comparingDouble((Option o) -> -o.score());

  /**
   * Gathers it.
   *
   * @param title what a dictionary says that the column is about; it tells more than a short name
   * @param choice the label cut into question and answer, if others answer the same question
   */
  static Evidence of(
      TableScan table,
      ColumnScan column,
      Map<String, String> legend,
      Optional<String> title,
      Optional<List<String>> choice,
      Optional<Wide.Member> wide,
      HeaderWords words,
      Identifying identifying,
      Contents contents) {
    List<ColumnScan.Value> values = column.values();
    List<String> parts = wide.map(Wide.Member::parts).orElse(column.parts());
    List<HeaderGuess> told =
        title.map(text -> words.guesses(List.of(text), table.sheet())).orElse(List.of());
    List<HeaderGuess> bare = words.guesses(withoutChoices(parts, values), table.sheet());
    // What may be chosen is sometimes all that is said: Breast (R/L).
    List<HeaderGuess> own =
        new ArrayList<>(
            bare.stream().anyMatch(guess -> guess.score() > 0)
                ? bare
                : words.guesses(parts, table.sheet()));
    if (own.stream().noneMatch(g -> g.target().isDate() || g.target().isIgnored())
        && contents.areDates(values)) {
      // Days under the bare name of an event are when it was.
      List<String> dated = new ArrayList<>(List.of(DAYS));
      dated.addAll(parts);
      words.guesses(dated, table.sheet()).stream()
          .filter(guess -> guess.target().isDate())
          .forEach(own::add);
    }
    List<HeaderGuess> said = told.isEmpty() ? own : withRoles(told, own);
    List<HeaderGuess> guesses =
        said.stream().anyMatch(guess -> guess.score() > 0)
            ? said
            : choice.map(cut -> words.guesses(cut, table.sheet())).orElse(said);
    boolean number =
        guesses.stream()
            .anyMatch(g -> g.target().name().equals(Target.PATIENT_NUMBER) && g.score() > 0);
    Optional<Target> identity =
        identifying
            .of(values)
            // The digits of a patients' number may look like a telephone's.
            .filter(target -> !(number && target.name().equals("phone")))
            .or(
                () ->
                    guesses.stream().noneMatch(g -> fits(g, values, contents))
                            && identifying.areAFewPeople(values)
                        ? Optional.of(Target.named("staff"))
                        : Optional.empty())
            .or(
                () ->
                    guesses.stream().noneMatch(g -> g.score() > 0)
                            && Identifying.areNumbersOfPersons(values)
                        ? Optional.of(Target.named(Target.OTHER_NUMBER))
                        : Optional.empty());
    boolean report = guesses.stream().anyMatch(g -> g.target().equals(REPORT) && g.score() > 0);
    List<Option> options = new ArrayList<>();
    for (HeaderGuess guess : guesses) {
      String unit = ColumnOptions.unit(guess.target(), column, values);
      Option option = option(guess, values, unit, legend, report, contents);
      options.add(guess.open() ? option.atMost(OPEN) : option);
    }
    boolean letters = Contents.areBareCodes(values) && legend.isEmpty();
    if (identity.isEmpty() && (letters || options.stream().noneMatch(o -> o.score() > 0))) {
      Map<Target, Double> byValues = new Telling(contents).of(values, words.says(parts));
      if (!byValues.isEmpty()) {
        // Letters that mean something by themselves are not the codes of something else.
        options.replaceAll(
            o ->
                o.target().isIgnored() || byValues.containsKey(o.target())
                    ? o
                    : o.stronger(UNEXPLAINED + UNEXPLAINED));
      }
      byValues.forEach(
          (target, score) -> {
            options.removeIf(o -> o.target().equals(target) && o.score() < score);
            options.add(new Option(target, score, Map.of(), false));
          });
    }
    drugs(options, values, contents).ifPresent(options::add);
    options.sort(BY_SCORE);
    return new Evidence(table, column, values, options, identity, legend, wide);
  }

  /** True if the values may well be what the header names; what is never kept is not read. */
  private static boolean fits(HeaderGuess guess, List<ColumnScan.Value> values, Contents contents) {
    return guess.score() > 0
        && (guess.target().isRole()
            || guess.target().isIgnored()
            || contents.score(values, guess.target(), "") >= 0);
  }

  /**
   * The regimen, where drugs stand under a header that asks for a treatment: yes would lose them.
   */
  private static Optional<Option> drugs(
      List<Option> options, List<ColumnScan.Value> values, Contents contents) {
    Optional<Option> asked =
        options.stream()
            .filter(o -> TREATMENTS.contains(o.target().name()) && o.score() > 0)
            .findFirst();
    if (asked.isEmpty() || contents.isYesNo(values) || !contents.areDrugs(values)) {
      return Optional.empty();
    }
    options.removeIf(o -> o.target().equals(REGIMEN));
    return Optional.of(
        new Option(REGIMEN, asked.get().score() + DRUGS, Map.of(), asked.get().initials()));
  }

  /** What tells who somebody is by its own label stays so, whatever a dictionary calls it. */
  private static List<HeaderGuess> withRoles(List<HeaderGuess> told, List<HeaderGuess> own) {
    List<HeaderGuess> all = new ArrayList<>(told);
    if (told.stream().noneMatch(guess -> guess.score() > 0)) {
      own.stream().filter(g -> g.target().isRole() && g.score() > 0).forEach(all::add);
    }
    return all;
  }

  private static List<String> withoutChoices(List<String> parts, List<ColumnScan.Value> values) {
    if (values.isEmpty() || values.size() > MOST_CHOICES) {
      return parts;
    }
    Set<String> held =
        values.stream().map(v -> Words.fold(v.cell().text())).collect(Collectors.toSet());
    return parts.stream().map(part -> HeaderText.withoutChoices(part, held)).toList();
  }

  private static Option option(
      HeaderGuess guess,
      List<ColumnScan.Value> values,
      String unit,
      Map<String, String> legend,
      boolean report,
      Contents contents) {
    Target target = guess.target();
    if (target.isRole() || target.isIgnored()) {
      return new Option(target, guess.score(), Map.of(), guess.initials());
    }
    boolean bare = !values.isEmpty() && Contents.areBareCodes(values);
    if (bare && legend.size() > 1 && target.equals(REPORT)) {
      // What is written in codes is no text.
      return new Option(target, guess.score() + UNEXPLAINED, Map.of(), guess.initials());
    }
    if (guess.polarity().isPresent()) {
      boolean asked =
          bare && !legend.isEmpty()
              ? contents.codes(legend, Target.named("local_pain")).size() > 1
              : contents.isYesNo(contents.unread(values, target))
                  || guess.whether() && Contents.zeroOne(values);
      if (asked) {
        Map<String, String> codes = contents.polarity(values, guess.polarity().get(), legend);
        return new Option(target, guess.score() + ANSWERED, codes, guess.initials(), true);
      }
    }
    if (bare && legend.size() > 1 && (target.isCoded() || target.topic().isPresent())) {
      Map<String, String> codes = contents.codes(legend, target);
      long told = legend.values().stream().filter(label -> !Contents.isRest(label)).count();
      double content =
          codes.size() >= told
              ? EXPLAINED
              : 2 * codes.size() >= legend.size() ? PARTLY_EXPLAINED : UNEXPLAINED;
      return new Option(target, guess.score() + content, codes, guess.initials());
    }
    Map<String, String> categories =
        legend.isEmpty() ? contents.categories(values, target) : Map.of();
    if (!categories.isEmpty()) {
      return new Option(target, guess.score() + EXPLAINED, categories, guess.initials());
    }
    if (target.field().isPresent() && contents.score(values, target, unit) < 0) {
      Map<String, String> labelled = contents.labelled(values, target);
      if (!labelled.isEmpty()) {
        return new Option(target, guess.score() + PARTLY_EXPLAINED, labelled, guess.initials());
      }
    }
    // Registries write 1 for yes and 0 for no; any other pair of numbers waits for its table.
    if (target.isYesNo() && Contents.zeroOne(values)) {
      return new Option(target, guess.score(), ZERO_ONE, guess.initials());
    }
    boolean tooFew =
        legend.isEmpty() && !values.isEmpty() && Contents.zeroOne(values) && hasMany(target);
    // Which of a family it is, the values decide: a column named stage may hold TNM strings.
    double content =
        family(target).stream()
            .filter(name -> report || !name.equals(REPORT.name()))
            .mapToDouble(name -> contents.score(values, Target.named(name), unit))
            .max()
            .orElseThrow();
    boolean unknownWords =
        content == Contents.FOREIGN
            && guess.score() >= NAMED
            && (target.isCoded() || target.topic().isPresent())
            && contents.areChoices(values)
            && new Telling(contents).of(values, Telling.Header.STRANGE).isEmpty();
    if (unknownWords) {
      // The centre's own words for what the header names are for a person to translate.
      content = UNKNOWN_WORDS;
    }
    return new Option(
        target, guess.score() + content + (tooFew ? TOO_FEW : 0), Map.of(), guess.initials());
  }

  /** True if its first field is a list of many codes. */
  private static boolean hasMany(Target target) {
    return target.fields().stream()
        .limit(1)
        .map(Field::type)
        .anyMatch(t -> t instanceof FieldType.Code<?> code && code.byCode().size() > MANY_CODES);
  }

  /** Targets that are one question, asked more or less widely; the values decide between them. */
  static Set<String> family(Target target) {
    for (Set<String> family : FAMILIES) {
      if (family.contains(target.name())) {
        return family;
      }
    }
    return Set.of(target.name());
  }

  private static final List<Set<String>> FAMILIES =
      List.of(
          Set.of("er", "er_status", "er_pct"),
          Set.of("pr", "pr_status", "pr_pct"),
          Set.of("her2", "her2_ihc", "her2_status_recorded"),
          Set.of("histology_group", "receptors", "report"),
          Set.of("tnm", "stage_group"),
          Set.of("surgery_type", "operation"),
          Set.of("metastases", "met_sites"),
          Set.of("margin_status", "margin"),
          Set.of("regimen", "line1_drugs"),
          Set.of("nodes", "nodes_positive"),
          Set.of("vital_status", "vital"));
}
