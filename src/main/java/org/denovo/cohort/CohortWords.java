package org.denovo.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.denovo.expression.Criterion;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;

/**
 * A cohort in plain words, made from the definition that selects, so that it cannot say something
 * else than what runs.
 *
 * @param parts in the order in which a reader needs them
 */
public record CohortWords(Text title, List<Part> parts) {

  /** A heading and the sentences under it. */
  public record Part(Text heading, List<Text> sentences) {
    public Part {
      sentences = List.copyOf(sentences);
    }
  }

  public CohortWords {
    parts = List.copyOf(parts);
  }

  /** What a file defines, in words. */
  public static CohortWords of(Cohort cohort) {
    List<Part> parts = new ArrayList<>();
    if (cohort instanceof CohortDefinition definition) {
      parts.addAll(selecting(definition));
    } else if (cohort instanceof NotReproducible impossible) {
      parts.add(
          part("无法复现，不产生队列", "Not reproducible: there is no cohort", List.of(impossible.reason())));
      parts.add(part("出处", "Source", named(cohort)));
    }
    parts.addAll(of(cohort.study()));
    return new CohortWords(cohort.title(), parts);
  }

  /** What is known of a study; a heading only where there is something under it. */
  public static List<Part> of(Study study) {
    List<Text> evidence = new ArrayList<>();
    study.preset().ifPresent(p -> evidence.add(new Text("预设：{0}", "Preset: {0}").with(p)));
    study.grade().ifPresent(grade -> evidence.add(grade.title()));
    return Stream.of(
            part("依据", "Evidence", evidence),
            part(
                "文献数据：另一人群，仅供对照，不作目标",
                "Figures of the study: other patients, for comparison, never a target",
                study.benchmark().stream()
                    .map(
                        f ->
                            new Text("{0}：{1}（{2}）", "{0}: {1} ({2})")
                                .with(f.says(), f.value(), f.of()))
                    .toList()),
            part("与原研究的差别及注意事项", "Differences from the study, and caveats", study.caveats()),
            part("分层或校正变量", "Strata or adjustment", variables(study.strata())),
            part("所需变量", "Needed variables", variables(study.requires())))
        .filter(part -> !part.sentences().isEmpty())
        .toList();
  }

  private static List<Text> variables(List<Variable<?>> variables) {
    return variables.stream()
        .map(v -> new Text("{0}（{1}）", "{0} ({1})").with(v.title(), v.name()))
        .toList();
  }

  private static List<Part> selecting(CohortDefinition cohort) {
    List<Part> parts =
        new ArrayList<>(
            List.of(
                part("人群：依次须满足", "Population: in this order", population(cohort)),
                part("比较组", "Compared groups", arms(cohort)),
                part("暴露", "Exposure", exposure(cohort)),
                part("时间", "Time", time(cohort)),
                part("终点", "Endpoints", endpoints(cohort)),
                part("分析设计", "Analysis designs", designs(cohort)),
                part(
                    "倾向评分与克隆权重的协变量",
                    "Covariates of the weights",
                    variables(cohort.adjustment().covariates())),
                part(
                    "校正风险比的协变量",
                    "Covariates of the adjusted hazard ratio",
                    variables(cohort.adjustment().modelled())),
                part(
                    "校正风险比的分层变量",
                    "Strata of the adjusted hazard ratio",
                    variables(cohort.adjustment().strata())),
                part("须已判定的事项", "What must be decided", List.of(Needs.says(cohort.needs()))),
                part("推导规则与出处", "Rules and source", rules(cohort))));
    cohort
        .sensitivity()
        .ifPresent(grid -> parts.add(part("敏感性分析", "Sensitivity", sensitivity(grid))));
    return parts;
  }

  /** The whole as plain text, a sentence a line. */
  public String in(Lang lang) {
    StringBuilder text = new StringBuilder(title.in(lang)).append('\n');
    for (Part part : parts) {
      text.append('\n').append(part.heading().in(lang)).append('\n');
      part.sentences().forEach(s -> text.append("- ").append(s.in(lang)).append('\n'));
    }
    return text.toString();
  }

  private static Part part(String zh, String en, List<Text> sentences) {
    return new Part(new Text(zh, en), sentences);
  }

  private static List<Text> population(CohortDefinition cohort) {
    List<Text> sentences = new ArrayList<>();
    for (CohortDefinition.Step step : Selection.of(cohort).steps()) {
      boolean own = Selection.OWN_STEPS.contains(step.name());
      sentences.add(own ? step.says() : explained(step.says(), step.criterion()));
    }
    sentences.add(
        new Text(
            "不满足者与无法判断者分别计数；无法判断时注明缺少的变量",
            "Those who do not fulfil a criterion and those of whom it is not known are counted"
                + " apart, the latter with what is missing"));
    return sentences;
  }

  private static List<Text> arms(CohortDefinition cohort) {
    return cohort.arms().stream().map(arm -> explained(arm.title(), arm.criterion())).toList();
  }

  private static List<Text> designs(CohortDefinition cohort) {
    return cohort.designs().isEmpty()
        ? List.of(new Text("未生成设计文件，见注意事项", "No file for a design is made; see the caveats"))
        : cohort.designs().stream().map(design -> design.says(cohort.exposure().title())).toList();
  }

  private static List<Text> exposure(CohortDefinition cohort) {
    Exposure exposure = cohort.exposure();
    List<Text> sentences = new ArrayList<>();
    sentences.add(explained(exposure.title(), exposure.where()));
    sentences.add(
        exposure.dates().size() == 1
            ? new Text("自“{0}”起计为暴露", "A patient is exposed from this day on: {0}")
                .with(exposure.dates().get(0).title())
            : new Text(
                    "自下列日期中最晚者起计为暴露：{0}",
                    "A patient is exposed from the last of these days on: {0}")
                .with(Text.joined(exposure.dates().stream().map(Variable::title).toList())));
    sentences.add(
        new Text(
                "在有时间窗的设计中，须始于{0}天内",
                "In designs with a window it counts if it begins within {0} days")
            .with(exposure.windowDays()));
    sentences.add(
        new Text("是否暴露或日期不详者：{0}", "Those of whom it or its day is not known {0}")
            .with(exposure.undated().says()));
    return sentences;
  }

  private static List<Text> time(CohortDefinition cohort) {
    List<Text> sentences = new ArrayList<>();
    sentences.add(new Text("从{0}起计天数", "Days count from: {0}").with(cohort.timeZero().title()));
    sentences.add(new Text("仅知年月的日期按当月15日计", "A date known to the month counts as the 15th of it"));
    return sentences;
  }

  private static List<Text> endpoints(CohortDefinition cohort) {
    return cohort.endpoints().stream()
        .map(
            endpoint ->
                new Text("{0}（{1}）：{2}", "{0} ({1}): {2}")
                    .with(endpoint.title(), endpoint.name(), meaning(endpoint)))
        .toList();
  }

  private static Text meaning(Endpoint endpoint) {
    return switch (endpoint) {
      case OS -> new Text("任何原因死亡；末次随访时删失", "death from any cause; censored at last contact");
      case BCSS ->
          new Text(
              "死于乳腺癌；其他死因为竞争事件，死因不详另记",
              "death from breast cancer; another cause competes, an unknown cause is kept apart");
      case PFS ->
          new Text(
              "首次进展或死亡；末次疗效评估时删失，无评估日期则用末次随访日期",
              "first progression or death; censored at the last disease assessment, or at last"
                  + " contact where none is recorded");
      case LRP ->
          new Text(
              "首次进展包括局部区域；死亡与仅远处进展为竞争事件",
              "first progression if locoregional; death and distant progression compete");
      case LRFS ->
          new Text(
              "首次进展包括局部区域，或死亡；仅远处进展为竞争事件",
              "first progression if locoregional, or death; distant progression alone competes");
      case MPFS ->
          new Text(
              "首次进展包括转移灶；死亡与仅局部区域进展为竞争事件",
              "first progression if of metastases; death and locoregional progression alone"
                  + " compete");
    };
  }

  private static List<Text> rules(CohortDefinition cohort) {
    String rules = String.join(", ", cohort.parameters().rules());
    List<Text> sentences = new ArrayList<>();
    sentences.add(new Text("推导规则：{0}", "Rules: {0}").with(rules));
    sentences.addAll(named(cohort));
    return sentences;
  }

  private static List<Text> named(Cohort cohort) {
    return List.of(
        new Text("出处：{0}", "Source: {0}").with(cohort.source()),
        new Text("定义：{0} {1}", "Definition: {0} {1}").with(cohort.name(), cohort.version()));
  }

  private static List<Text> sensitivity(Sensitivity grid) {
    List<Text> sentences = new ArrayList<>();
    sentences.add(
        new Text("{0}；终点：{1}；共{2}种（含基准）", "{0}; endpoint: {1}; {2} variants with the base case")
            .with(grid.vary().title(), grid.endpoint().title(), grid.variants().size()));
    Sensitivity.Variant base = grid.variants().get(0);
    base.choices()
        .forEach(
            (choice, usual) ->
                sentences.add(
                    new Text("{0}：{1}（基准）、{2}", "{0}: {1} (base case), {2}")
                        .with(
                            choice.title(),
                            usual,
                            Text.joined(
                                grid.variants().stream()
                                    .map(variant -> variant.choices().get(choice))
                                    .filter(value -> !value.equals(usual))
                                    .distinct()
                                    .map(Text::same)
                                    .toList()))));
    return sentences;
  }

  private static Text explained(Text says, Criterion criterion) {
    return new Text("{0}：{1}", "{0}: {1}").with(says, criterion.says());
  }
}
