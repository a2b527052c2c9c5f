package org.denovo.cohort;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.denovo.cohort.Sensitivity.Choice;
import org.denovo.derive.Parameters;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/** The key {@code sensitivity} of a cohort file: which choices to vary, over which values. */
final class SensitivityBlock {

  static final List<String> KEYS = List.of("vary", "endpoint", "designs", "values");

  /** More variants than these nobody reads, and each costs as much as a cohort. */
  static final int MOST = 64;

  private static final String IN = "in";
  private static final String OUT = "out";

  private final YamlNode node;
  private final CohortDefinition cohort;
  private final BiFunction<CohortDefinition, Parameters, CohortDefinition> under;
  private final Problems problems;
  private final Map<Parameters, CohortDefinition> read = new HashMap<>();
  private final Set<Choice> adjusting = EnumSet.noneOf(Choice.class);

  private SensitivityBlock(
      YamlNode node,
      CohortDefinition cohort,
      BiFunction<CohortDefinition, Parameters, CohortDefinition> under,
      Problems problems) {
    this.node = node;
    this.cohort = cohort;
    this.under = under;
    this.problems = problems;
  }

  /**
   * The grid; what is wrong in it is noted.
   *
   * @param under the same cohort file read under other parameters
   */
  static Optional<Sensitivity> read(
      YamlNode node,
      CohortDefinition cohort,
      BiFunction<CohortDefinition, Parameters, CohortDefinition> under,
      Problems problems) {
    return new SensitivityBlock(node, cohort, under, problems).read();
  }

  private Optional<Sensitivity> read() {
    node.onlyKeys(problems, KEYS);
    Optional<Sensitivity.Vary> vary = vary();
    Endpoint endpoint = endpoint();
    List<Design> designs = designs();
    CohortDefinition base = compared(cohort, endpoint, designs);
    Map<Choice, List<String>> values = values(base);
    if (vary.isEmpty() || !problems.isEmpty()) {
      return Optional.empty();
    }
    double size = Combinations.size(vary.get(), values);
    if (size > MOST) {
      problems.add(
          node,
          new Text("共{0}种组合，至多{1}种", "{0} variants, {1} at most; vary one at a time, or less")
              .with(Math.round(size), MOST));
      return Optional.empty();
    }
    List<Map<Choice, String>> all = Combinations.of(vary.get(), values);
    List<Sensitivity.Variant> variants =
        all.stream().map(choices -> variant(choices, base)).toList();
    return Optional.of(new Sensitivity(vary.get(), endpoint, adjusting, variants));
  }

  private Optional<Sensitivity.Vary> vary() {
    List<String> codes =
        Arrays.stream(Sensitivity.Vary.values()).map(Sensitivity.Vary::code).toList();
    return oneOf("vary", codes, true).map(codes::indexOf).map(i -> Sensitivity.Vary.values()[i]);
  }

  private Endpoint endpoint() {
    List<String> names = cohort.endpoints().stream().map(Endpoint::name).toList();
    return oneOf("endpoint", names, false).map(Endpoint::valueOf).orElse(cohort.endpoints().get(0));
  }

  private Optional<String> oneOf(String key, List<String> right, boolean isRequired) {
    Optional<YamlNode> value = isRequired ? node.require(key, problems) : node.get(key);
    Optional<String> text = value.flatMap(each -> each.asText(problems));
    if (text.isPresent() && !right.contains(text.get())) {
      unknown(value.orElseThrow(), right);
      return Optional.empty();
    }
    return text;
  }

  private List<Design> designs() {
    Optional<YamlNode> own = node.require("designs", problems);
    List<Design> designs =
        own.isEmpty() ? List.of() : CohortChoices.designs(node, cohort.endpoints(), problems);
    if (designs.stream().anyMatch(EverNever.class::isInstance)) {
      problems.add(
          own.orElseThrow(),
          new Text("“ever_never”不给出估计", "'ever_never' has no estimate that could be varied"));
    }
    if (designs.stream().filter(Landmark.class::isInstance).count() > 1
        || designs.stream().filter(Clones.class::isInstance).count() > 1) {
      problems.add(
          own.orElseThrow(),
          new Text(
              "此处每种设计只写一个，其他月数写在“values”中",
              "one landmark and one period of clones here; the other months are among the"
                  + " 'values'"));
    }
    return designs;
  }

  /** The values of each choice, that of the base case first. */
  private Map<Choice, List<String>> values(CohortDefinition base) {
    Map<Choice, List<String>> values = new EnumMap<>(Choice.class);
    List<String> codes = Arrays.stream(Choice.values()).map(Choice::code).toList();
    Optional<YamlNode> block = node.require("values", problems);
    block.ifPresent(each -> each.onlyKeys(problems, codes));
    for (Choice choice : Choice.values()) {
      Optional<YamlNode> own = block.flatMap(each -> each.get(choice.code()));
      if (own.isPresent()) {
        values.put(choice, values(choice, own.get(), base));
      }
    }
    if (block.isPresent() && values.isEmpty() && problems.isEmpty()) {
      problems.add(block.get(), new Text("没有可改变的选择", "nothing is varied"));
    }
    return values;
  }

  private List<String> values(Choice choice, YamlNode own, CohortDefinition base) {
    Optional<String> usual = usual(choice, base);
    if (usual.isEmpty()) {
      problems.add(own, noDesign(choice));
      return List.of();
    }
    Set<String> values = new LinkedHashSet<>(List.of(usual.get()));
    adjusting.add(choice);
    for (YamlNode item : own.asList(problems)) {
      String value = item.text();
      if (!isWritten(choice, value)) {
        refuse(choice, item);
      } else if (!value.equals(usual.get()) && values.add(value)) {
        weigh(choice, value, base).ifPresent(why -> problems.add(item, why));
      }
    }
    if (values.size() < 2 && problems.isEmpty()) {
      problems.add(
          own,
          new Text("除“{0}”外没有其他取值", "nothing but '{0}', which is the base case").with(usual.get()));
    }
    return List.copyOf(values);
  }

  /** What the cohort itself chose; empty if it has no such design. */
  private static Optional<String> usual(Choice choice, CohortDefinition base) {
    return switch (choice) {
      case DE_NOVO_RULE -> Optional.of(base.parameters().deNovoRule());
      case ER_RULE -> Optional.of(base.parameters().erRule());
      case SUBTYPE_RULE -> Optional.of(base.parameters().subtypeRule());
      case OLIGO_RULE -> Optional.of(base.parameters().oligoRule());
      case MARGIN_UNKNOWN -> Optional.of(IN);
      case LANDMARK -> period(base, Landmark.class);
      case CLONES -> period(base, Clones.class);
      case WINDOW ->
          base.designs().stream().anyMatch(TimeVarying.class::isInstance)
              ? Optional.of(base.exposure().windowDays() + " d")
              : Optional.empty();
    };
  }

  private static Optional<String> period(CohortDefinition base, Class<? extends Design> kind) {
    return base.designs().stream()
        .filter(kind::isInstance)
        .findFirst()
        .map(design -> design instanceof Landmark l ? l.period() : ((Clones) design).period())
        .map(Period::word);
  }

  private static Text noDesign(Choice choice) {
    String design = choice == Choice.WINDOW ? "time_varying" : choice.code();
    return new Text("其设计中没有“{0}”", "its designs have no '{0}'").with(design);
  }

  private static boolean isWritten(Choice choice, String value) {
    return switch (choice) {
      case LANDMARK, CLONES -> value.matches(Period.WRITTEN);
      case WINDOW -> value.matches("[0-9]{1,4} d");
      case DE_NOVO_RULE -> value.matches(Parameters.DE_NOVO_RULE);
      case ER_RULE, SUBTYPE_RULE, OLIGO_RULE, MARGIN_UNKNOWN -> words(choice).contains(value);
    };
  }

  /** The values of a choice, or examples of them. */
  static List<String> words(Choice choice) {
    return switch (choice) {
      case DE_NOVO_RULE -> CohortChoices.DE_NOVO_RULES;
      case ER_RULE -> Parameters.ER_RULES;
      case SUBTYPE_RULE -> Parameters.SUBTYPE_RULES;
      case OLIGO_RULE -> Parameters.OLIGO_RULES;
      case MARGIN_UNKNOWN -> List.of(IN, OUT);
      case LANDMARK, CLONES -> List.of("3m", "6m", "8m", "12m");
      case WINDOW -> List.of("91 d", "183 d", "243 d", "365 d");
    };
  }

  private void refuse(Choice choice, YamlNode item) {
    switch (choice) {
      case LANDMARK, CLONES ->
          problems.add(item, new Text("时段应写成“6m”或“112d”", "a period is written '6m' or '112d'"));
      case WINDOW -> problems.add(item, new Text("时间窗应写成“243 d”", "a window is written '243 d'"));
      case DE_NOVO_RULE, ER_RULE, SUBTYPE_RULE, OLIGO_RULE, MARGIN_UNKNOWN ->
          unknown(item, words(choice));
    }
  }

  private void unknown(YamlNode item, List<String> right) {
    problems.add(
        item, new Text("未知的“{0}”", "'{0}' is not known").with(item.text()), item.text(), right);
  }

  /** Notes what a value moves; says so if it is nothing, for that would repeat the base case. */
  private Optional<Text> weigh(Choice choice, String value, CohortDefinition base) {
    return switch (choice) {
      case LANDMARK, CLONES, WINDOW -> {
        adjusting.remove(choice);
        yield Optional.empty();
      }
      case MARGIN_UNKNOWN -> {
        adjusting.remove(choice);
        yield base.selecting().stream()
                .anyMatch(v -> List.of("margin_group", "margin_status").contains(v.name()))
            ? Optional.of(
                new Text(
                    "本队列已要求切缘已知，切缘不详者本不在内",
                    "the cohort asks for the margin itself: who has none is not in it"))
            : Optional.empty();
      }
      case DE_NOVO_RULE, ER_RULE, SUBTYPE_RULE, OLIGO_RULE -> {
        CohortDefinition other = under(base, Map.of(choice, value));
        boolean selectsAlike = alike(base.selecting(), other.selecting());
        if (!selectsAlike) {
          adjusting.remove(choice);
        }
        yield selectsAlike && alike(base.adjustment().all(), other.adjustment().all())
            ? Optional.of(
                new Text(
                        "本队列的条件与校正变量均不取决于“{0}”",
                        "no criterion and no covariate of the cohort rests on '{0}'")
                    .with(choice.code()))
            : Optional.empty();
      }
    };
  }

  private static boolean alike(Collection<Variable<?>> some, Collection<Variable<?>> others) {
    return CohortDefinition.rules(some).equals(CohortDefinition.rules(others));
  }

  /** The cohort's file was read without a problem, and other rules bring none. */
  private CohortDefinition under(CohortDefinition base, Map<Choice, String> choices) {
    Parameters parameters = parameters(base.parameters(), choices);
    return read.computeIfAbsent(parameters, p -> under.apply(base, p));
  }

  private Sensitivity.Variant variant(Map<Choice, String> choices, CohortDefinition base) {
    Set<Choice> changed = EnumSet.noneOf(Choice.class);
    choices.forEach(
        (choice, value) -> {
          if (!usual(choice, base).equals(Optional.of(value))) {
            changed.add(choice);
          }
        });
    CohortDefinition variant = under(base, choices);
    if (OUT.equals(choices.get(Choice.MARGIN_UNKNOWN))) {
      variant = variant.asking(MarginKnown.step());
    }
    if (choices.containsKey(Choice.WINDOW)) {
      int days = Integer.parseInt(choices.get(Choice.WINDOW).replace(" d", ""));
      variant = variant.exposed(variant.exposure().within(days));
    }
    return new Sensitivity.Variant(
        choices, changed, compared(variant, variant.endpoints().get(0), designs(base, choices)));
  }

  private static List<Design> designs(CohortDefinition base, Map<Choice, String> choices) {
    return base.designs().stream()
        .map(
            design -> {
              if (design instanceof Landmark && choices.containsKey(Choice.LANDMARK)) {
                return new Landmark(written(choices.get(Choice.LANDMARK)));
              }
              return design instanceof Clones && choices.containsKey(Choice.CLONES)
                  ? new Clones(written(choices.get(Choice.CLONES)))
                  : design;
            })
        .toList();
  }

  private static Period written(String value) {
    return Period.parse(value).orElseThrow();
  }

  private static Parameters parameters(Parameters base, Map<Choice, String> choices) {
    return new Parameters(
        Objects.requireNonNullElse(choices.get(Choice.DE_NOVO_RULE), base.deNovoRule()),
        Objects.requireNonNullElse(choices.get(Choice.SUBTYPE_RULE), base.subtypeRule()),
        Objects.requireNonNullElse(choices.get(Choice.OLIGO_RULE), base.oligoRule()),
        Objects.requireNonNullElse(choices.get(Choice.ER_RULE), base.erRule()));
  }

  /** The cohort as far as the grid compares it. */
  private static CohortDefinition compared(
      CohortDefinition cohort, Endpoint endpoint, List<Design> designs) {
    return cohort.compared(List.of(endpoint), designs);
  }
}
