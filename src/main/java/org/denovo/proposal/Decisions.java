package org.denovo.proposal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.mapping.Meaning;
import org.denovo.vocabulary.Text;

/**
 * Decides what each column is. The evidence of a column is a log-odds for each target: its
 * header's, plus its values'. Targets and columns are matched so that the sum is greatest and no
 * field has two columns without a rule; a rival inside the column or beside it takes confidence
 * away. What is below {@link #THRESHOLD} is mapped with a mark that asks for a look, and what is
 * below {@link #TO_CHECK} or has an equal rival is left open, because a wrong column does more harm
 * than a missing one.
 */
record Decisions(Contents contents) {

  /** From this confidence on a column is mapped; what is less sure a person has to look at. */
  static final double THRESHOLD = 0.9;

  /** From this confidence on a look is asked for; below it a person has to find the field. */
  static final double TO_CHECK = 0.7;

  /** What to do with a column that may be mapped, by how sure its target is. */
  static ColumnDraft.Decision decision(double confidence) {
    if (confidence >= THRESHOLD) {
      return ColumnDraft.Decision.MAPPED;
    }
    return confidence >= TO_CHECK ? ColumnDraft.Decision.TO_CHECK : ColumnDraft.Decision.OPEN;
  }

  private static final double RIVAL_MARGIN = 1.0;
  private static final double RIVAL = 1.5;

  /** So near to each other neither of two targets is worth a look before the other. */
  private static final double TIE = 0.3;

  private static final double TWIN_MARGIN = 0.5;
  private static final double TWIN = 2.0;

  /** What becomes of every column but the patients' numbers. */
  Map<ColumnScan, ColumnDraft> decide(
      List<TableScan> tables,
      Map<TableScan, PatientColumn> patients,
      Map<ColumnScan, Evidence> evidence) {
    Map<ColumnScan, ColumnDraft> drafts = new IdentityHashMap<>();
    List<Evidence> open = new ArrayList<>();
    Map<String, List<Evidence>> groups = new LinkedHashMap<>();
    for (TableScan table : tables) {
      for (ColumnScan column : table.columns()) {
        Evidence e = evidence.get(column);
        Optional<Target> ignored = ignored(e);
        if (column == patients.get(table).column()) {
          continue;
        } else if (ignored.isPresent()) {
          drafts.put(column, ignored(e, ignored.get()));
        } else if (e.wide().isPresent()) {
          groups
              .computeIfAbsent(
                  table.sheet() + "\n" + e.wide().get().group(), g -> new ArrayList<>())
              .add(e);
        } else {
          open.add(e);
        }
      }
    }
    Map<Evidence, List<Evidence>> siblings = new IdentityHashMap<>();
    for (List<Evidence> group : groups.values()) {
      group.sort(java.util.Comparator.comparingInt(e -> -e.wide().orElseThrow().visit()));
      boolean visits =
          group.get(0).best().map(Evidence.Option::target).map(Wide::take).orElse("").length() > 0;
      if (visits) {
        open.add(group.get(0));
        siblings.put(group.get(0), group.subList(1, group.size()));
      } else {
        group.forEach(
            e ->
                drafts.put(
                    e.column(), candidates(e).isEmpty() ? unknown(e) : open(e, OPEN_SERIES)));
      }
    }
    match(open, drafts);
    siblings.forEach((first, others) -> others.forEach(e -> follow(drafts, first, e)));
    return withDateOrder(drafts);
  }

  private static final Text OPEN_SERIES =
      new Text("同一问题有多列，请选定一列", "several columns ask this: choose one");

  private static void follow(
      Map<ColumnScan, ColumnDraft> drafts, Evidence first, Evidence sibling) {
    ColumnDraft leader = drafts.get(first.column());
    drafts.put(
        sibling.column(),
        leader.isMapped()
            ? new ColumnDraft(
                sibling.column(),
                leader.decision(),
                leader.target(),
                leader.confidence(),
                List.of(),
                leader.options(),
                Optional.empty(),
                List.of())
            : open(sibling, OPEN_SERIES));
  }

  /** What the column is never read as anything else for. */
  private static Optional<Target> ignored(Evidence e) {
    if (e.identity().isPresent() && e.best().filter(Decisions::believed).isEmpty()) {
      return e.identity();
    }
    return e.best()
        .filter(o -> o.score() > 0)
        .map(Evidence.Option::target)
        .filter(t -> t.isIgnored() || t.isPatientNumber());
  }

  /** True if header and values agree so well that the look of names is a chance. */
  private static boolean believed(Evidence.Option option) {
    return option.target().isCoded() && option.score() > 4.5;
  }

  private static ColumnDraft ignored(Evidence e, Target target) {
    return new ColumnDraft(
        e.column(),
        ColumnDraft.Decision.IGNORED,
        Optional.of(target),
        1,
        List.of(),
        ColumnDraft.Options.NONE,
        Optional.empty(),
        List.of());
  }

  private static ColumnDraft open(Evidence e, Text why) {
    return new ColumnDraft(
        e.column(),
        ColumnDraft.Decision.OPEN,
        e.best().map(Evidence.Option::target),
        0,
        candidates(e),
        ColumnDraft.Options.NONE,
        Optional.of(why),
        List.of());
  }

  private static List<ColumnDraft.Candidate> candidates(Evidence e) {
    return e.options().stream()
        .filter(o -> !o.target().isRole() && o.score() > -1.5)
        .limit(3)
        .map(o -> new ColumnDraft.Candidate(o.target(), probability(o.score())))
        .toList();
  }

  private void match(List<Evidence> columns, Map<ColumnScan, ColumnDraft> drafts) {
    List<Target> targets = new ArrayList<>();
    Set<Target> seen = new LinkedHashSet<>();
    columns.forEach(e -> e.options().forEach(o -> seen.add(o.target())));
    seen.stream().filter(t -> !t.isRole()).forEach(targets::add);
    double[][] weights = new double[columns.size()][targets.size()];
    for (int i = 0; i < columns.size(); i++) {
      for (int j = 0; j < targets.size(); j++) {
        weights[i][j] =
            columns.get(i).option(targets.get(j)).map(Evidence.Option::score).orElse(0.0);
      }
    }
    int[] assigned = Assignment.best(weights);
    Set<String> taken = new HashSet<>();
    for (int target : assigned) {
      if (target != Assignment.NONE) {
        taken.add(targets.get(target).name());
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      Evidence e = columns.get(i);
      drafts.put(
          e.column(),
          assigned[i] == Assignment.NONE
              ? unassigned(e, columns)
              : assigned(e, targets.get(assigned[i]), columns, taken));
    }
  }

  private static ColumnDraft unassigned(Evidence e, List<Evidence> columns) {
    Optional<Evidence> rival =
        e.best().filter(o -> o.score() > 0).flatMap(o -> twin(e, o.target(), columns));
    return rival.map(r -> open(e, sameAs(r))).orElseGet(() -> unknown(e));
  }

  private static ColumnDraft unknown(Evidence e) {
    return new ColumnDraft(
        e.column(),
        ColumnDraft.Decision.OPEN,
        e.best().map(Evidence.Option::target),
        e.best().map(o -> probability(o.score())).orElse(0.0),
        candidates(e),
        ColumnDraft.Options.NONE,
        Optional.empty(),
        List.of());
  }

  private static Text sameAs(Evidence other) {
    return new Text("与列“{0}”似为同一字段", "seems to be the same field as column '{0}'")
        .with(other.column().label());
  }

  /** The other column that is best for a target. */
  private static Optional<Evidence> twin(Evidence e, Target target, List<Evidence> columns) {
    return columns.stream()
        .filter(other -> other != e)
        .filter(other -> other.best().filter(o -> o.target().equals(target)).isPresent())
        .max(java.util.Comparator.comparingDouble(other -> other.best().orElseThrow().score()));
  }

  private ColumnDraft assigned(
      Evidence e, Target target, List<Evidence> columns, Set<String> taken) {
    Evidence.Option option = e.option(target).orElseThrow();
    Evidence.Option best = e.best().orElseThrow();
    Set<String> family = Evidence.family(target);
    if (!family.contains(best.target().name()) && best.score() > option.score() + RIVAL_MARGIN) {
      return twin(e, best.target(), columns)
          .map(other -> open(e, sameAs(other)))
          .orElseGet(() -> unassigned(e, columns));
    }
    double score = option.score();
    boolean rival =
        e.options().stream()
            .filter(o -> !family.contains(o.target().name()))
            .anyMatch(o -> o.score() > option.score() - RIVAL_MARGIN);
    score -= rival ? RIVAL : 0;
    Optional<Text> note = Optional.empty();
    Optional<Evidence> twin =
        twin(e, target, columns)
            .filter(o -> o.best().orElseThrow().score() > option.score() - TWIN_MARGIN)
            .filter(o -> !o.column().leaf().equals(e.column().leaf()) || o.table() == e.table())
            .filter(o -> !sameCells(o, e));
    if (twin.isPresent()) {
      score -= TWIN;
      note = Optional.of(sameAs(twin.get()));
    }
    Target refined = ColumnOptions.refine(e, target, option.codes(), taken, contents);
    boolean question =
        e.options().stream().anyMatch(o -> o.question() && family.contains(o.target().name()));
    Optional<Evidence> other =
        columns.stream()
            .filter(o -> o != e && question && asksMore(o, family, refined))
            .findFirst();
    if (other.isPresent()) {
      // Whether there was an operation is no answer beside which one it was.
      return open(e, sameAs(other.get()));
    }
    double confidence = probability(score);
    boolean tied =
        twin.isPresent()
            || e.options().stream()
                .filter(o -> !family.contains(o.target().name()))
                .anyMatch(o -> o.score() > option.score() - TIE);
    ColumnDraft.Options options = options(e, refined, option);
    Contents.Read read = contents.read(e.values(), refined.meaning(options));
    // Numbers that nobody explains confirm nothing, so that there is little to check them by.
    boolean unexplained =
        read.known() == 0 && !read.unread().isEmpty() && !contents.areChoices(e.values());
    ColumnDraft.Decision decision = decision(confidence);
    boolean shown = decision != ColumnDraft.Decision.TO_CHECK || !tied && !unexplained;
    return new ColumnDraft(
        e.column(),
        shown ? decision : ColumnDraft.Decision.OPEN,
        Optional.of(refined),
        confidence,
        candidates(e),
        options,
        note,
        read.unread());
  }

  /** True for a column that answers in words what is asked here with yes and no. */
  private static boolean asksMore(Evidence other, Set<String> family, Target target) {
    return other
        .best()
        .filter(o -> !o.question() && o.score() > 0 && family.contains(o.target().name()))
        .filter(o -> o.target().fields().stream().anyMatch(target.fields()::contains))
        .isPresent();
  }

  private static boolean sameCells(Evidence one, Evidence other) {
    if (one.table() != other.table()) {
      return false;
    }
    for (int row = 0; row < one.column().cells().size(); row++) {
      String a = one.column().cells().get(row).text();
      if (!a.equals(other.column().cells().get(row).text())) {
        return false;
      }
    }
    return true;
  }

  private ColumnDraft.Options options(Evidence e, Target target, Evidence.Option option) {
    Map<String, String> codes = new LinkedHashMap<>(option.codes());
    if (!e.legend().isEmpty()
        && !codes.isEmpty()
        && target.isCoded()
        && !option.target().equals(target)) {
      codes = contents.codes(e.legend(), target);
    }
    return new ColumnDraft.Options(
        ColumnOptions.unit(target, e.column(), e.values()),
        codes,
        codes.isEmpty() ? ColumnOptions.splitOn(target, e.values(), contents) : "",
        Meaning.DateOrder.UNDECLARED,
        e.wide().map(w -> Wide.take(target)).orElse(""));
  }

  private static Map<ColumnScan, ColumnDraft> withDateOrder(Map<ColumnScan, ColumnDraft> drafts) {
    List<ColumnDraft> dates =
        drafts.values().stream()
            .filter(d -> d.isMapped() && d.target().filter(Target::isDate).isPresent())
            .toList();
    Meaning.DateOrder order =
        ColumnOptions.dateOrder(dates.stream().map(d -> d.scan().values()).toList());
    if (order != Meaning.DateOrder.UNDECLARED) {
      for (ColumnDraft date : dates) {
        if (date.scan().values().stream().anyMatch(ColumnOptions::isYearLast)) {
          drafts.put(date.scan(), date.with(date.options().withDateOrder(order)));
        }
      }
    }
    return drafts;
  }

  static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
