package org.denovo.comparison;

import static org.denovo.record.Fields.NATIONAL_ID;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.denovo.check.CentreRules;
import org.denovo.check.Finding;
import org.denovo.check.RuleParameters;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.Text;

/**
 * Counts the patients of every centre as they pass, those of a centre in the order of its rows, and
 * compares the centres. It keeps counts by centre and measure, and never a patient.
 */
public final class Centres {

  private static final Set<String> DUPLICATE = Set.of("DUP-01", "DUP-04");

  private static final Measure DUPLICATES =
      new Measure(
          "duplicates",
          new Text("重复登记", "Registered twice"),
          new Text("有身份证号者", "patients with an identity number"),
          CentreRules.DUPLICATES,
          List.of(NATIONAL_ID),
          Measure.Method.SHARE);

  private final RuleParameters parameters;
  private final Map<String, LocalDate> cuts;
  private final Map<String, CentreCounts> counts = new TreeMap<>();

  /**
   * Nobody yet.
   *
   * @param cuts by centre, the day on which its data were extracted, where it is known; for any
   *     other centre it is the parameters' day
   */
  public Centres(RuleParameters parameters, Map<String, LocalDate> cuts) {
    this.parameters = Objects.requireNonNull(parameters, "parameters");
    this.cuts = Map.copyOf(cuts);
  }

  /** Counts a patient. */
  public void add(PatientRecord patient) {
    String centre = patient.key().centre();
    counts
        .computeIfAbsent(centre, c -> new CentreCounts(Shares.every()))
        .add(
            Seen.of(
                patient,
                cuts.getOrDefault(centre, parameters.asOf()),
                parameters.followUpMonths()));
  }

  /**
   * Compares the centres.
   *
   * @param acrossPatients what was found across patients, for the rate of duplicates
   */
  public Compared compare(List<Finding> acrossPatients) {
    List<String> centres = List.copyOf(counts.keySet());
    List<CentreCounts> all = List.copyOf(counts.values());
    Judgements judgements = new Judgements(centres);
    List<Funnel> funnels = new ArrayList<>();
    for (int i = 0; i < Shares.every().size(); i++) {
      int measure = i;
      Share share = Shares.every().get(i);
      Funnel funnel =
          Funnel.ofShares(
              share.measure(),
              share.side(),
              centres,
              all.stream().map(c -> c.share(measure)).toList());
      funnels.add(funnel);
      if (share.tells()) {
        funnel.standings().forEach(standing -> tell(standing, judgements));
      } else {
        patterns(centres, all, funnel, judgements);
      }
    }
    funnels.add(duplicates(centres, all, acrossPatients));
    funnels.get(funnels.size() - 1).standings().forEach(s -> tell(s, judgements));
    Funnel deaths = Mortality.funnel(centres, all);
    deaths.standings().forEach(standing -> tellDeaths(standing, judgements));
    funnels.add(deaths);
    List<Standing> digits = LastDigits.standings(centres, all);
    digits.forEach(standing -> tellDigits(standing, judgements));
    List<Standing> standings = new ArrayList<>();
    funnels.forEach(funnel -> standings.addAll(funnel.standings()));
    standings.addAll(digits);
    standings.addAll(Completeness.standings(centres, all, judgements));
    return new Compared(funnels, standings, judgements.findings(), judgements.counts());
  }

  private static void patterns(
      List<String> centres, List<CentreCounts> all, Funnel ages, Judgements judgements) {
    for (int i = 0; i < centres.size(); i++) {
      List<CentreCounts> others = new ArrayList<>(all);
      others.remove(i);
      new Patterns(centres.get(i), all.get(i), others, judgements).judge(ages.standings().get(i));
    }
  }

  private static Funnel duplicates(
      List<String> centres, List<CentreCounts> all, List<Finding> acrossPatients) {
    Map<String, Long> found =
        acrossPatients.stream()
            .filter(finding -> DUPLICATE.contains(finding.ruleId()))
            .collect(Collectors.groupingBy(Finding::centre, Collectors.counting()));
    List<Count> counts = new ArrayList<>();
    for (int i = 0; i < centres.size(); i++) {
      long of = found.getOrDefault(centres.get(i), 0L);
      counts.add(new Count(Math.min(of, all.get(i).identified()), all.get(i).identified()));
    }
    return Funnel.ofShares(DUPLICATES, Share.Side.HIGH, centres, counts);
  }

  private static void tell(Standing standing, Judgements judgements) {
    if (!judged(standing, judgements)) {
      return;
    }
    Standing.Band band = standing.band().orElseThrow();
    broken(
        standing,
        judgements,
        standing.measure().title(),
        Numbers.whole(standing.count().of()),
        Numbers.whole(standing.count().in()),
        Numbers.percent(standing.count().share()),
        Numbers.whole(standing.elsewhere().of()),
        Numbers.whole(standing.elsewhere().in()),
        Numbers.percent(standing.elsewhere().share()),
        Numbers.percent(band.limits998().lower()),
        Numbers.percent(band.limits998().upper()));
  }

  private static void tellDeaths(Standing standing, Judgements judgements) {
    if (!judged(standing, judgements)) {
      return;
    }
    Standing.Band band = standing.band().orElseThrow();
    broken(
        standing,
        judgements,
        Numbers.whole(standing.count().of()),
        Numbers.decimal(standing.count().in()),
        Numbers.ratio(standing.count().share()),
        Numbers.ratio(band.limits998().lower()),
        Numbers.ratio(band.limits998().upper()),
        Numbers.whole(standing.elsewhere().of()),
        Numbers.decimal(standing.elsewhere().in()));
  }

  private static void tellDigits(Standing standing, Judgements judgements) {
    if (judged(standing, judgements)) {
      broken(
          standing,
          judgements,
          standing.measure().fields().get(0).title(),
          Numbers.whole(standing.count().of()),
          Numbers.whole(standing.count().in()),
          Numbers.percent(standing.count().share()),
          Numbers.percent(standing.elsewhere().share()),
          Numbers.p(standing.p().orElseThrow()));
    }
  }

  /** Counts what needs no sentence; true if a finding must be told. */
  private static boolean judged(Standing standing, Judgements judgements) {
    if (standing.verdict().isFlagged()) {
      return true;
    }
    if (standing.verdict().isJudged()) {
      judgements.holds(standing.measure().rule(), standing.centre());
    } else {
      judgements.notApplicable(standing.measure().rule(), standing.centre());
    }
    return false;
  }

  private static void broken(Standing standing, Judgements judgements, Object... values) {
    judgements.broken(
        standing.measure().rule(),
        standing.centre(),
        standing.measure().id(),
        standing.measure().fields(),
        values);
  }
}
