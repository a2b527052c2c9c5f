package org.denovo.cohort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.denovo.check.Decision;
import org.denovo.derive.Parameters;
import org.denovo.expression.Criteria;
import org.denovo.expression.Criterion;
import org.denovo.expression.Nobody;
import org.denovo.record.PartialDate;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;

/** Reads a cohort file, and gathers everything that is wrong in it. */
public final class CohortFile {

  static final List<String> KEYS =
      List.of(
          "schema",
          "cohort",
          "version",
          "title",
          "source",
          "preset",
          "grade",
          "parameters",
          "population",
          "time_zero",
          "exposure",
          "endpoints",
          "designs",
          "adjust_for",
          "stratify_by",
          "sensitivity",
          "needs",
          "strata",
          "requires",
          "benchmark",
          "caveats",
          "not-reproducible");

  /** What selects and compares; a study that cannot be repeated has none of it. */
  static final List<String> SELECTING =
      List.of(
          "parameters",
          "population",
          "time_zero",
          "exposure",
          "endpoints",
          "designs",
          "adjust_for",
          "stratify_by",
          "sensitivity",
          "needs");

  static final List<String> STEP_KEYS = List.of("name", "keep", "where");
  static final List<String> ARM_KEYS = List.of("title", "where");

  private final YamlNode file;
  private final Problems problems;
  private final Criteria criteria;
  private final Function<Parameters, Criteria> under;

  private CohortFile(
      YamlNode file, Problems problems, Criteria criteria, Function<Parameters, Criteria> under) {
    this.file = file;
    this.problems = problems;
    this.criteria = criteria;
    this.under = under;
  }

  /**
   * What a file defines; empty if anything in it is wrong.
   *
   * @param root the folder against which the file is named in problems
   * @param variables the derived variables under a choice of rules
   */
  public static Optional<Cohort> read(
      Path root,
      Path file,
      Function<Parameters, ? extends Collection<? extends Variable<?>>> variables,
      Problems problems) {
    Problems own = new Problems();
    Optional<Cohort> cohort =
        YamlFile.read(root, file, own)
            .flatMap(node -> cohort(node, fileName(file), variables, own));
    own.sorted().forEach(problems::add);
    return cohort;
  }

  private static Optional<Cohort> cohort(
      YamlNode node,
      String name,
      Function<Parameters, ? extends Collection<? extends Variable<?>>> variables,
      Problems problems) {
    node.onlyKeys(problems, KEYS);
    Parameters parameters = CohortChoices.parameters(node, problems);
    Function<Parameters, Criteria> under = choice -> Criteria.over(variables.apply(choice));
    return new CohortFile(node, problems, under.apply(parameters), under).cohort(name, parameters);
  }

  private Optional<Cohort> cohort(String name, Parameters parameters) {
    CohortChoices.schema(file, problems);
    checkName(name);
    Optional<String> version = CohortChoices.version(file, problems);
    Optional<Text> title = file.require("title", problems).map(node -> node.asBilingual(problems));
    Optional<String> source = required(file, "source");
    Study study = StudyBlock.read(file, criteria.variables(), problems);
    Optional<YamlNode> impossible = file.get("not-reproducible");
    if (impossible.isPresent()) {
      Text reason = impossible.get().asBilingual(problems);
      refuseWhatSelects();
      return problems.isEmpty()
          ? Optional.of(
              new NotReproducible(
                  name,
                  version.orElseThrow(),
                  title.orElseThrow(),
                  source.orElseThrow(),
                  study,
                  reason))
          : Optional.empty();
    }
    List<CohortDefinition.Step> population = population();
    Optional<Variable<PartialDate>> timeZero = timeZero();
    Optional<YamlNode> block = file.require("exposure", problems);
    block.ifPresent(node -> node.onlyKeys(problems, ExposureBlock.KEYS));
    List<CohortDefinition.Arm> arms = block.map(this::arms).orElse(List.of());
    Optional<Exposure> exposure =
        block.flatMap(
            node -> ExposureBlock.read(node, criteria.variables(), this::criterion, problems));
    List<Endpoint> endpoints = CohortChoices.endpoints(file, problems);
    List<Design> designs = CohortChoices.designs(file, endpoints, problems);
    Adjustment adjustment = AdjustmentBlock.read(file, criteria.variables(), problems);
    Optional<Set<Decision>> needs = Needs.read(file, problems);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    CohortDefinition cohort =
        new CohortDefinition(
            name,
            version.orElseThrow(),
            title.orElseThrow(),
            source.orElseThrow(),
            parameters,
            population,
            timeZero.orElseThrow(),
            arms,
            exposure.orElseThrow(),
            endpoints,
            designs,
            adjustment,
            Optional.empty(),
            needs.orElseGet(() -> Needs.of(population, arms, endpoints, designs)),
            study);
    return varied(cohort);
  }

  /** The cohort with its grid, if the file has one. */
  private Optional<Cohort> varied(CohortDefinition cohort) {
    Optional<YamlNode> block = file.get("sensitivity");
    if (block.isEmpty()) {
      return Optional.of(cohort);
    }
    return SensitivityBlock.read(block.get(), cohort, this::under, problems).map(cohort::varied);
  }

  /** The cohort's comparison under other parameters; its criteria then mean something else. */
  private CohortDefinition under(CohortDefinition cohort, Parameters parameters) {
    Problems own = new Problems();
    CohortFile other = new CohortFile(file, own, under.apply(parameters), under);
    YamlNode exposure = file.get("exposure").orElseThrow();
    return new CohortDefinition(
        cohort.name(),
        cohort.version(),
        cohort.title(),
        cohort.source(),
        parameters,
        other.population(),
        other.timeZero().orElseThrow(),
        other.arms(exposure),
        ExposureBlock.read(exposure, other.criteria.variables(), other::criterion, own)
            .orElseThrow(),
        cohort.endpoints(),
        cohort.designs(),
        AdjustmentBlock.read(file, other.criteria.variables(), own),
        Optional.empty(),
        cohort.needs(),
        cohort.study());
  }

  private void refuseWhatSelects() {
    for (String key : SELECTING) {
      if (file.get(key).isPresent()) {
        problems.add(
            file.keys().get(key),
            new Text(
                    "无法复现的研究不产生队列，请删去“{0}”",
                    "a study that is not reproducible has no cohort; leave '{0}' out")
                .with(key));
      }
    }
  }

  private void checkName(String fileName) {
    Optional<YamlNode> node = file.require("cohort", problems);
    if (node.isPresent() && !node.get().text().equals(fileName)) {
      problems.add(
          node.get(),
          new Text("队列名“{0}”须与文件名一致", "the cohort '{0}' must be named as its file")
              .with(node.get().text()),
          fileName,
          List.of(fileName));
    } else if (!fileName.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      problems.add(
          file,
          new Text("文件名只用小写字母、数字和连字符", "a file name has small letters, digits and hyphens only"));
    }
  }

  private List<CohortDefinition.Step> population() {
    List<CohortDefinition.Step> steps = new ArrayList<>();
    Set<String> names = new HashSet<>(Selection.OWN_STEPS);
    List<YamlNode> items =
        file.require("population", problems)
            .map(
                node ->
                    node.shape() == YamlNode.Shape.TEXT ? notAList(node) : node.asList(problems))
            .orElse(List.of());
    for (YamlNode item : items) {
      item.onlyKeys(problems, STEP_KEYS);
      Optional<Text> says = item.require("keep", problems).map(n -> n.asBilingual(problems));
      Optional<Criterion> criterion = criterion(item.require("where", problems));
      String name = stepName(item, says, steps.size() + 1);
      if (!names.add(name)) {
        problems.add(item, new Text("步骤名“{0}”重复", "the step name '{0}' stands twice").with(name));
      }
      if (says.isPresent() && criterion.isPresent()) {
        steps.add(new CohortDefinition.Step(name, says.get(), criterion.get()));
      }
    }
    if (items.isEmpty()) {
      file.get("population")
          .ifPresent(
              node -> problems.add(node, new Text("人群没有条件", "the population has no criterion")));
    }
    return steps;
  }

  private List<YamlNode> notAList(YamlNode node) {
    problems.add(node, new Text("此处应为列表", "a list was expected here"));
    return List.of();
  }

  /** The name as given, or the English sentence in small letters. */
  private String stepName(YamlNode item, Optional<Text> says, int number) {
    Optional<String> given = item.text("name", problems);
    if (given.isPresent()) {
      item.get("name").ifPresent(node -> CohortChoices.checkColumnName(node, problems));
      return given.get();
    }
    String words =
        says.map(Text::en)
            .orElse("")
            .toLowerCase(java.util.Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_|_$", "");
    String cut = words.substring(0, Math.min(32, words.length())).replaceAll("_$", "");
    return cut.isEmpty() ? "step_" + number : cut;
  }

  private List<CohortDefinition.Arm> arms(YamlNode exposure) {
    List<CohortDefinition.Arm> arms = new ArrayList<>();
    Optional<YamlNode> node = exposure.require("arms", problems);
    Map<String, YamlNode> entries = node.map(n -> n.asMap(problems)).orElse(Map.of());
    entries.forEach(
        (name, value) -> {
          CohortChoices.checkColumnName(node.orElseThrow().keys().get(name), problems);
          Text title = Text.same(name.replace('_', ' '));
          Optional<YamlNode> where = Optional.of(value);
          if (value.shape() == YamlNode.Shape.MAP) {
            value.onlyKeys(problems, ARM_KEYS);
            title = value.get("title").map(n -> n.asBilingual(problems)).orElse(title);
            where = value.require("where", problems);
          }
          Text shown = title;
          criterion(where).ifPresent(c -> arms.add(new CohortDefinition.Arm(name, shown, c)));
        });
    if (node.isPresent() && entries.size() < 2) {
      problems.add(node.get(), new Text("至少须有两个比较组", "at least two groups are compared"));
    }
    return arms;
  }

  private Optional<Criterion> criterion(Optional<YamlNode> where) {
    Optional<Criterion> criterion = where.flatMap(node -> criteria.compile(node, problems));
    if (criterion.isPresent() && Nobody.meets(criterion.get())) {
      problems.add(
          where.orElseThrow(),
          new Text(
              "一无所知的患者也会满足此条件；请写明须已知的内容",
              "a patient of whom nothing is known would meet this; say what must be known"));
    }
    return criterion;
  }

  private Optional<Variable<PartialDate>> timeZero() {
    return file.require("time_zero", problems)
        .flatMap(node -> ExposureBlock.date(node, criteria.variables(), problems));
  }

  private Optional<String> required(YamlNode node, String key) {
    return node.require(key, problems).flatMap(value -> value.asText(problems));
  }

  private static String fileName(Path file) {
    return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }
}
