package org.denovo.cohort;

import static org.denovo.yaml.FileSchema.either;
import static org.denovo.yaml.FileSchema.items;
import static org.denovo.yaml.FileSchema.like;
import static org.denovo.yaml.FileSchema.list;
import static org.denovo.yaml.FileSchema.map;
import static org.denovo.yaml.FileSchema.object;
import static org.denovo.yaml.FileSchema.oneOf;
import static org.denovo.yaml.FileSchema.schemaNumber;
import static org.denovo.yaml.FileSchema.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denovo.check.Decision;
import org.denovo.derive.Parameters;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.FileSchema;

/** The schema of cohort files, for editors. */
public final class CohortSchema {

  private static final FileSchema CRITERION =
      text().saying("CEL表达式，三值逻辑", "A CEL expression, judged in three-valued logic");

  private CohortSchema() {}

  /** A cohort. */
  public static FileSchema cohort() {
    return object(
            CohortFile.KEYS,
            List.of("cohort", "version", "title", "source"),
            Map.ofEntries(
                Map.entry("schema", schemaNumber()),
                Map.entry("cohort", like("[a-z0-9]+(?:-[a-z0-9]+)*")),
                Map.entry("version", like("[0-9]+\\.[0-9]+\\.[0-9]+")),
                Map.entry("title", FileSchema.bilingual()),
                Map.entry("source", text()),
                Map.entry("parameters", parameters()),
                Map.entry(
                    "population",
                    items(
                        object(
                            CohortFile.STEP_KEYS,
                            List.of("keep", "where"),
                            Map.of(
                                "name",
                                text(),
                                "keep",
                                FileSchema.bilingual(),
                                "where",
                                CRITERION)))),
                Map.entry("time_zero", text().saying("日期变量", "A date")),
                Map.entry("exposure", exposure()),
                Map.entry(
                    "endpoints",
                    list(oneOf(Arrays.stream(Endpoint.values()).map(Endpoint::name).toList()))),
                Map.entry(
                    "designs",
                    list(like("(?:" + String.join("|", DesignWords.words()) + ")(?: .*)?"))),
                Map.entry(
                    "adjust_for",
                    list(text())
                        .saying(
                            "权重模型与校正风险比的协变量，重要者在前",
                            "Covariates of the weights and of the adjusted hazard ratio, the"
                                + " weightiest first")),
                Map.entry(
                    "stratify_by",
                    list(text())
                        .saying(
                            "校正风险比的分层变量，各层有自己的基线风险",
                            "Strata of the adjusted hazard ratio, each with a baseline of its"
                                + " own")),
                Map.entry("sensitivity", sensitivity()),
                Map.entry(
                    "needs",
                    list(oneOf(Arrays.stream(Decision.values()).map(Decision::name).toList()))),
                Map.entry("preset", like(StudyBlock.PRESET)),
                Map.entry("grade", oneOf(StudyBlock.grades())),
                Map.entry("strata", list(text())),
                Map.entry("requires", list(text())),
                Map.entry("benchmark", items(figure())),
                Map.entry("caveats", items(FileSchema.bilingual())),
                Map.entry(
                    "not-reproducible",
                    FileSchema.bilingual()
                        .saying("为何不能复现；写此键则无队列", "Why there can be no cohort; it then has none"))))
        .wholeWith(
            List.of(
                List.of("population", "time_zero", "exposure", "endpoints", "designs"),
                List.of("not-reproducible")))
        .titled(new Text("队列", "A cohort"));
  }

  private static FileSchema figure() {
    return object(
        StudyBlock.FIGURE_KEYS,
        StudyBlock.FIGURE_KEYS,
        Map.of(
            "says",
            FileSchema.bilingual(),
            "value",
            FileSchema.bilingual(),
            "of",
            FileSchema.bilingual()));
  }

  private static FileSchema parameters() {
    return object(
        CohortChoices.PARAMETER_KEYS,
        List.of(),
        Map.of(
            "de_novo_rule",
            like(Parameters.DE_NOVO_RULE),
            "subtype_rule",
            oneOf(Parameters.SUBTYPE_RULES),
            "oligo_rule",
            oneOf(Parameters.OLIGO_RULES),
            "er_rule",
            oneOf(Parameters.ER_RULES)));
  }

  private static FileSchema sensitivity() {
    Map<String, FileSchema> values = new LinkedHashMap<>();
    for (Sensitivity.Choice choice : Sensitivity.Choice.values()) {
      values.put(choice.code(), list(value(choice)));
    }
    return object(
        SensitivityBlock.KEYS,
        List.of("vary", "designs", "values"),
        Map.of(
            "vary",
            oneOf(Arrays.stream(Sensitivity.Vary.values()).map(Sensitivity.Vary::code).toList()),
            "endpoint",
            oneOf(Arrays.stream(Endpoint.values()).map(Endpoint::name).toList()),
            "designs",
            list(like("(?:" + String.join("|", DesignWords.words()) + ")(?: .*)?")),
            "values",
            object(List.copyOf(values.keySet()), List.of(), values)));
  }

  private static FileSchema value(Sensitivity.Choice choice) {
    return switch (choice) {
      case DE_NOVO_RULE -> like(Parameters.DE_NOVO_RULE);
      case ER_RULE, SUBTYPE_RULE, OLIGO_RULE, MARGIN_UNKNOWN ->
          oneOf(SensitivityBlock.words(choice));
      case LANDMARK, CLONES -> like(Period.WRITTEN);
      case WINDOW -> like("[0-9]{1,4} d");
    };
  }

  private static FileSchema exposure() {
    FileSchema arm =
        object(
            CohortFile.ARM_KEYS,
            List.of("where"),
            Map.of("title", FileSchema.bilingual(), "where", CRITERION));
    return object(
        ExposureBlock.KEYS,
        List.of("arms", "window"),
        Map.of(
            "arms",
            map(either(CRITERION, arm)),
            "window",
            like("[0-9]{1,4} ?d"),
            "title",
            FileSchema.bilingual(),
            "where",
            CRITERION,
            "date",
            list(text()).saying("日期变量；多个时取最晚者", "A date; of several, the last"),
            "undated",
            oneOf(Arrays.stream(Exposure.Undated.values()).map(Exposure.Undated::code).toList())));
  }
}
