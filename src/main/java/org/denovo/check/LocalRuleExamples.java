package org.denovo.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.denovo.expression.Criterion;
import org.denovo.expression.InventedPatients;
import org.denovo.expression.Judgement;
import org.denovo.expression.Nobody;
import org.denovo.expression.Verdict;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/** Tries a rule on the invented patients that its author wrote beside it. */
final class LocalRuleExamples {

  /** How a rule can come out, by the key of the examples. */
  private enum Kind {
    BROKEN("broken", Verdict.MET, new Text("违反", "broken")),
    HOLDS("holds", Verdict.NOT_MET, new Text("符合", "holds")),
    NOT_APPLICABLE("not_applicable", Verdict.NOT_KNOWN, new Text("不适用", "not applicable"));

    private final String key;
    private final Verdict verdict;
    private final Text title;

    Kind(String key, Verdict verdict, Text title) {
      this.key = key;
      this.verdict = verdict;
      this.title = title;
    }

    static Kind of(Verdict verdict) {
      return switch (verdict) {
        case MET -> BROKEN;
        case NOT_MET -> HOLDS;
        case NOT_KNOWN -> NOT_APPLICABLE;
      };
    }
  }

  static final List<String> KEYS = Arrays.stream(Kind.values()).map(kind -> kind.key).toList();

  private LocalRuleExamples() {}

  /** Notes each kind that has no example, and each example that comes out differently. */
  static void check(YamlNode examples, Optional<Criterion> broken, Problems problems) {
    examples.onlyKeys(problems, KEYS);
    for (Kind kind : Kind.values()) {
      List<YamlNode> patients =
          examples.get(kind.key).map(node -> node.asList(problems)).orElse(List.of());
      if (patients.isEmpty() && (kind != Kind.NOT_APPLICABLE || canBeOpen(broken))) {
        problems.add(
            examples, new Text("缺少“{0}”的示例", "there is no example of '{0}'").with(kind.key));
      }
      for (YamlNode patient : patients) {
        check(patient, kind, broken, problems);
      }
    }
  }

  /** A rule that asks only what is known, by {@code known()}, is decided of everybody. */
  private static boolean canBeOpen(Optional<Criterion> broken) {
    return broken.filter(criterion -> !Nobody.leavesOpen(criterion)).isEmpty();
  }

  private static void check(
      YamlNode example, Kind expected, Optional<Criterion> broken, Problems problems) {
    Problems own = new Problems();
    PatientRecord patient = InventedPatients.read(example, own);
    own.sorted().forEach(problems::add);
    if (broken.isEmpty() || !own.isEmpty()) {
      return;
    }
    Judgement judgement = broken.get().of(patient);
    Kind found = Kind.of(judgement.verdict());
    if (found != expected) {
      problems.add(
          example,
          new Text(
                  "此示例应为“{0}”，结果却为“{1}”{2}",
                  "this example should be '{0}', but comes out as '{1}'{2}")
              .with(expected.title, found.title, forWantOf(judgement)));
    }
  }

  private static Text forWantOf(Judgement judgement) {
    String names =
        judgement.missing().stream().map(Variable::name).collect(Collectors.joining(", "));
    return names.isEmpty() ? Text.same("") : new Text("，因为不知道{0}", " for want of {0}").with(names);
  }
}
