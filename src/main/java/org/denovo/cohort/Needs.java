package org.denovo.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.denovo.check.Decision;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/**
 * What must be decided of a patient before a cohort may count her: a patient with an unresolved
 * error that blocks one of these does not enter.
 */
final class Needs {

  /** What no criterion tells: whether two records are one person, and how far a centre is done. */
  private static final Set<Decision> ONLY_IF_NAMED =
      Collections.unmodifiableSet(EnumSet.of(Decision.E8, Decision.E9, Decision.E10));

  private Needs() {}

  /** The decisions that a file names; nothing if it leaves them to what it uses. */
  static Optional<Set<Decision>> read(YamlNode file, Problems problems) {
    Optional<YamlNode> node = file.get("needs");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    List<String> codes = Arrays.stream(Decision.values()).map(Decision::name).toList();
    Set<Decision> needs = EnumSet.noneOf(Decision.class);
    for (YamlNode item : node.get().asList(problems)) {
      if (item.asText(problems).filter(codes::contains).isPresent()) {
        needs.add(Decision.valueOf(item.text()));
      } else if (item.shape() == YamlNode.Shape.TEXT) {
        problems.add(
            item,
            new Text("未知的“{0}”；可用：{1}", "'{0}' is not one of {1}")
                .with(item.text(), String.join(", ", codes)),
            item.text(),
            codes);
      }
    }
    return Optional.of(needs);
  }

  /**
   * The decisions that follow from what a cohort uses: who is eligible and in which arm, always;
   * what its criteria rest on; survival if it has endpoints, and timing if a design follows time.
   */
  static Set<Decision> of(
      List<CohortDefinition.Step> population,
      List<CohortDefinition.Arm> arms,
      List<Endpoint> endpoints,
      List<Design> designs) {
    Set<Decision> needs = EnumSet.of(Decision.E1, Decision.E2);
    population.forEach(
        step -> step.criterion().reads().forEach(v -> needs.addAll(Decision.restingOn(v))));
    arms.forEach(arm -> arm.criterion().reads().forEach(v -> needs.addAll(Decision.restingOn(v))));
    if (!endpoints.isEmpty()) {
      needs.add(Decision.E6);
    }
    if (designs.stream().anyMatch(design -> !(design instanceof EverNever))) {
      needs.add(Decision.E7);
    }
    needs.removeAll(ONLY_IF_NAMED);
    return needs;
  }

  /** The step of a flow at which the needs must not be blocked. */
  static Text open(Set<Decision> needs) {
    String codes = needs.stream().map(Decision::name).collect(Collectors.joining(", "));
    return new Text("没有未解决的错误妨碍分析（{0}）", "No unresolved error stands in the way ({0})")
        .with(codes.isEmpty() ? "–" : codes);
  }

  /** The needs in words, a sentence. */
  static Text says(Set<Decision> needs) {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    for (Decision decision : needs) {
      zh.add(decision.title().zh() + "（" + decision.name() + "）");
      en.add(decision.title().en() + " (" + decision.name() + ")");
    }
    return needs.isEmpty()
        ? new Text("任何错误都不阻止进入", "No error keeps a patient out")
        : new Text(
                "有未解决的错误而无法判定下列各项之一者不进入：{0}",
                "A patient of whom an unresolved error leaves one of these open does not enter:"
                    + " {0}")
            .with(new Text(String.join("、", zh), String.join("; ", en)));
  }
}
