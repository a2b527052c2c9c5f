package org.denovo.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.StageGroup;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.junit.jupiter.api.Test;

/**
 * Random criteria on random invented patients: the compiled tree must say what a naive reading of
 * Kleene's tables says, and what it calls missing is read by it and not known exactly.
 */
class KleeneTest {

  private static final Criteria CRITERIA = Criteria.over(List.of());
  private static final List<Field<Boolean>> FLAGS =
      List.of(Fields.MET_BONE, Fields.MET_LUNG, Fields.MET_LIVER, Fields.MET_BRAIN);

  /** A criterion as text, with its naive meaning: 1 true, 0 false, ½ unknown. */
  private record Sample(String text, Function<PatientRecord, Double> means) {}

  @Test
  void theCompiledCriterionEqualsTheNaiveReading() {
    Random random = new Random(20180101);
    for (int i = 0; i < 150; i++) {
      Sample sample = sample(random, 4);
      Criterion criterion = compiled(sample.text());
      for (int j = 0; j < 40; j++) {
        PatientRecord patient = patient(random);
        double expected = sample.means().apply(patient);
        Judgement judgement = criterion.of(patient);
        assertThat(number(judgement.verdict())).as(sample.text()).isEqualTo(expected);
        assertThat(judgement.missing()).allMatch(v -> criterion.reads().contains(v));
        assertThat(judgement.missing()).allMatch(v -> !isExact(v.of(patient)));
      }
    }
  }

  private static Sample sample(Random random, int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return leaf(random);
    }
    Sample a = sample(random, depth - 1);
    Sample b = sample(random, depth - 1);
    return switch (random.nextInt(5)) {
      case 0 ->
          new Sample(
              "(" + a.text + ") && (" + b.text + ")",
              p -> Math.min(a.means.apply(p), b.means.apply(p)));
      case 1 ->
          new Sample(
              "(" + a.text + ") || (" + b.text + ")",
              p -> Math.max(a.means.apply(p), b.means.apply(p)));
      case 2 -> new Sample("!(" + a.text + ")", p -> 1 - a.means.apply(p));
      case 3 ->
          new Sample(
              "(" + a.text + ") == (" + b.text + ")",
              p -> same(a.means.apply(p), b.means.apply(p)));
      default -> {
        Sample c = leaf(random);
        yield new Sample(
            "(" + c.text + ") ? (" + a.text + ") : (" + b.text + ")",
            p -> chosen(c.means.apply(p), a.means.apply(p), b.means.apply(p)));
      }
    };
  }

  private static Sample leaf(Random random) {
    int number = random.nextInt(8);
    return switch (random.nextInt(4)) {
      case 0 -> new Sample("lesion_count <= " + number, p -> counted(p, count -> count <= number));
      case 1 -> new Sample(number + " < lesion_count", p -> counted(p, count -> number < count));
      case 2 ->
          new Sample(
              "stage_group == 'IV'",
              p -> p.value(Fields.STAGE_GROUP).map(s -> s == StageGroup.IV ? 1.0 : 0.0).orElse(.5));
      default -> {
        Field<Boolean> flag = FLAGS.get(random.nextInt(FLAGS.size()));
        yield new Sample(flag.name(), p -> p.value(flag).map(yes -> yes ? 1.0 : 0.0).orElse(.5));
      }
    };
  }

  /** Tries every whole number that the interval allows. */
  private static double counted(PatientRecord patient, Function<Integer, Boolean> test) {
    Interval interval =
        patient.value(Fields.LESION_COUNT).orElse(new Interval(0, Double.POSITIVE_INFINITY));
    int ones = 0;
    int tried = 0;
    for (int n = (int) interval.min(); n <= Math.min(interval.max(), 20); n++, tried++) {
      ones += test.apply(n) ? 1 : 0;
    }
    if (!patient.knows(Fields.LESION_COUNT)) {
      return .5;
    }
    return ones == tried ? 1 : ones == 0 ? 0 : .5;
  }

  private static double same(double a, double b) {
    return a == .5 || b == .5 ? .5 : a == b ? 1 : 0;
  }

  private static double chosen(double condition, double then, double otherwise) {
    if (condition == .5) {
      return then == otherwise ? then : .5;
    }
    return condition == 1 ? then : otherwise;
  }

  private static double number(Verdict verdict) {
    return switch (verdict) {
      case MET -> 1;
      case NOT_MET -> 0;
      case NOT_KNOWN -> .5;
    };
  }

  private static boolean isExact(Answer<?> answer) {
    return answer instanceof Answer.Known<?> known
        && !(known.value() instanceof Interval interval && !interval.isExact());
  }

  private static PatientRecord patient(Random random) {
    PatientRecord.Builder builder = PatientRecord.of(new PatientKey("example", "1", "P1"));
    for (Field<Boolean> flag : FLAGS) {
      builder.put(flag, maybe(random, random.nextBoolean()));
    }
    StageGroup stage = random.nextBoolean() ? StageGroup.IV : StageGroup.IIIC;
    builder.put(Fields.STAGE_GROUP, maybe(random, stage));
    int min = random.nextInt(8);
    Interval count =
        random.nextInt(3) == 0 ? Interval.atLeast(min) : new Interval(min, min + random.nextInt(4));
    builder.put(Fields.LESION_COUNT, maybe(random, count));
    return builder.build();
  }

  private static <T> Answer<T> maybe(Random random, T value) {
    return switch (random.nextInt(4)) {
      case 0 -> Answer.absent(Absence.BLANK);
      case 1 -> random.nextBoolean() ? Answer.unreadable() : Answer.absent(Absence.UNKNOWN);
      default -> Answer.known(value);
    };
  }

  private static Criterion compiled(String text) {
    Problems problems = new Problems();
    return CRITERIA
        .compile(YamlFile.parse("test.yaml", "|-\n  " + text, problems).orElseThrow(), problems)
        .orElseThrow(() -> new AssertionError(text + problems.sorted()));
  }
}
