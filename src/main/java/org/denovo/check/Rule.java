package org.denovo.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.denovo.derive.Truth;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.vocabulary.Text;

/**
 * A rule over one patient.
 *
 * @param given the fields that must have a value; without them the rule is not applicable, so that
 *     a cell that nobody understood gives one finding and not many
 * @param reads the fields whose values the sentence names, in its order
 * @param ofCells true if the rule says whether an answer can be used at all: where it finds an
 *     error, no rule that reads the field is judged
 */
public record Rule(
    RuleCard card,
    List<Field<?>> given,
    List<Field<?>> reads,
    boolean ofCells,
    Function<Case, Outcome> test) {

  public Rule {
    Objects.requireNonNull(card, "card");
    given = List.copyOf(given);
    reads = List.copyOf(reads);
    Objects.requireNonNull(test, "test");
  }

  /** The rule's id. */
  public String id() {
    return card.id();
  }

  /** How the rule comes out on a patient. */
  public Outcome judge(Case patient) {
    boolean isLacking = false;
    for (Field<?> field : given) {
      if (!patient.knows(field)) {
        if (patient.patient().answer(field) instanceof Answer.Unreadable<?>) {
          return new Outcome.HeldBack(field);
        }
        isLacking = true;
      }
    }
    if (isLacking) {
      return Outcome.NOT_APPLICABLE;
    }
    try {
      return test.apply(patient);
    } catch (RuntimeException bug) {
      return new Outcome.Threw(place(bug));
    }
  }

  /** What a bug is known by, without its message, which may hold a patient's value. */
  private static String place(RuntimeException bug) {
    List<StackTraceElement> trace = List.of(bug.getStackTrace());
    return trace.stream()
        .filter(frame -> frame.getClassName().startsWith("org.denovo."))
        .findFirst()
        .or(() -> trace.stream().findFirst())
        .map(frame -> bug.getClass().getName() + " at " + frame)
        .orElse(bug.getClass().getName());
  }

  /** Begins a rule over one patient. */
  static Builder named(String id, Severity severity, Category category, String source) {
    return new Builder(id, severity, category, source);
  }

  /** Puts a rule together; the test comes last and makes it. */
  static final class Builder {

    private final String id;
    private final Severity severity;
    private final Category category;
    private final String source;
    private String alias = "";
    private Set<Decision> blocks = Set.of();
    private boolean byField;
    private boolean ofCells;
    private boolean overridable;
    private List<Field<?>> given = List.of();
    private List<Field<?>> reads = List.of();
    private Optional<Text> title = Optional.empty();
    private Text says;
    private Text because;
    private Function<Case, Severity> grade;
    private Function<Case, List<Object>> adding = patient -> List.of();

    private Builder(String id, Severity severity, Category category, String source) {
      this.id = id;
      this.severity = severity;
      this.category = category;
      this.source = source;
      this.grade = patient -> severity;
      this.overridable = RuleCard.usuallyOverridable(category);
    }

    Severity severity() {
      return severity;
    }

    /** Its number in the starter catalogue of the data model. */
    Builder alias(String number) {
      alias = number;
      return this;
    }

    Builder blocks(Decision... decisions) {
      blocks = Set.of(decisions);
      return this;
    }

    /** An error blocks what rests on the field that it is about. */
    Builder blocksByField() {
      blocks = RuleCard.ANY_FIELD;
      byField = true;
      return this;
    }

    /** Nobody may confirm an error as it stands, because it cannot be so. */
    Builder impossible() {
      overridable = false;
      return this;
    }

    /** The rule is about single cells: if it is about what they hold, none in error can be used. */
    Builder ofCells() {
      ofCells = category == Category.CONFORMANCE_VALUE;
      return this;
    }

    /** The fields that must have a value; the sentence names them unless {@link #reads} is said. */
    Builder given(Field<?>... fields) {
      given = List.of(fields);
      reads = reads.isEmpty() ? List.of(fields) : reads;
      return this;
    }

    /** The fields that the sentence names, in its order. */
    Builder reads(Field<?>... fields) {
      reads = Arrays.asList(fields);
      return this;
    }

    Builder says(String zh, String en) {
      says = new Text(zh, en);
      return this;
    }

    /** What is wrong in general; without one it is the sentence without its values. */
    Builder titled(String zh, String en) {
      title = Optional.of(new Text(zh, en));
      return this;
    }

    Builder because(String zh, String en) {
      because = new Text(zh, en);
      return this;
    }

    /** A severity that depends on the patient. */
    Builder graded(Function<Case, Severity> judgement) {
      grade = judgement;
      return this;
    }

    /** Values that the sentence names after those of the fields. */
    Builder adding(Function<Case, List<Object>> values) {
      adding = values;
      return this;
    }

    /** The rule is broken if this is so. */
    Rule brokenIf(Predicate<Case> so) {
      return broken(patient -> Truth.of(so.test(patient)));
    }

    /** The rule is broken if this is certainly so, and not applicable if it cannot be decided. */
    Rule broken(Function<Case, Truth> truth) {
      return judged(
          patient ->
              switch (truth.apply(patient)) {
                case YES -> new Outcome.Broken(List.of(hit(patient)));
                case NO -> Outcome.HOLDS;
                case UNKNOWN -> Outcome.NOT_APPLICABLE;
              });
    }

    /** The rule comes out as this says. */
    Rule judged(Function<Case, Outcome> test) {
      RuleCard untitled =
          new RuleCard(
              id,
              1,
              alias,
              Scope.PATIENT,
              severity,
              category,
              blocks,
              byField,
              overridable,
              says,
              because,
              source);
      RuleCard card = title.map(t -> untitled.titled(t.zh(), t.en())).orElse(untitled);
      return new Rule(card, given, reads, ofCells, test);
    }

    private Outcome.Hit hit(Case patient) {
      List<Object> values = new ArrayList<>();
      reads.forEach(field -> values.add(Shown.answer(patient.patient(), field)));
      values.addAll(adding.apply(patient));
      return new Outcome.Hit(grade.apply(patient), reads, values);
    }
  }
}
