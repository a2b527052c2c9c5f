package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The published JSON Schemas are current, accept every file of the project and refuse faulty ones.
 */
class SchemasTest {

  private static final Path ROOT = Path.of("");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static Stream<String> kinds() {
    return Schemas.KINDS.stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void thePublishedSchemaIsCurrent(String kind) throws IOException {
    Path file = ROOT.resolve("docs/schemas/" + kind + ".json");
    Said said = Said.by("describe", "schema", kind);
    assertThat(said.code()).isZero();
    if ("update".equals(System.getProperty("golden"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, said.out());
    }
    assertThat(file).hasContent(said.out().strip());
  }

  @Test
  void everyFileOfTheProjectIsAccepted() throws IOException {
    Map<String, List<Path>> files =
        Map.of(
            "job", yaml("jobs"),
            "mapping", yaml("mappings"),
            "cohort", yaml("jobs/cohorts"),
            "rules", yaml("jobs/rules"));
    List<String> refused = new ArrayList<>();
    int read = 0;
    for (Map.Entry<String, List<Path>> kind : files.entrySet()) {
      Schema schema = schema(kind.getKey());
      for (Path file : kind.getValue()) {
        read++;
        for (Error error : schema.validate(json(Files.readString(file)))) {
          refused.add(file + " " + error);
        }
      }
    }
    assertThat(refused).isEmpty();
    assertThat(read).isEqualTo(69);
  }

  @Test
  void sharedWordsAreAccepted() {
    assertThat(
            errors(
                "words",
                """
                schema: 1
                version: 1.4.0
                words:
                  margin_status:
                    negative: [净, 干净]
                    positive_micro: 镜下阳性
                """))
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mapping | mappings/c05_silverford.yaml | data-cut: | data-cutt:",
        "mapping | mappings/c05_silverford.yaml | version: 1.0.0 | version: v1",
        "mapping | mappings/c05_silverford.yaml | schema: 1 | schema: 2",
        "mapping | mappings/c05_silverford.yaml | ER: er | ER: err",
        "mapping | mappings/c05_silverford.yaml | unit: mm | units: mm",
        "mapping | mappings/c05_silverford.yaml | header-rows: 1 | header-rows: 4",
        "mapping | mappings/c05_silverford.yaml | patient: 住院号 | patients: 住院号",
        "mapping | mappings/c05_silverford.yaml | death_cause: | death_kause:",
        "job | jobs/nightly.yaml | max-errors: | max-error:",
        "job | jobs/nightly.yaml | profile: standard | profile: days",
        "job | jobs/nightly.yaml | stable-after: 0 s | stable-after: 0 sec",
        "cohort | jobs/cohorts/surgical-vs-nonsurgical.yaml | endpoints: [OS | endpoints: [OSS",
        "cohort | jobs/cohorts/surgical-vs-nonsurgical.yaml | window: 243 d | window: 8 months",
        "cohort | jobs/cohorts/surgical-vs-nonsurgical.yaml | time_zero: | time-zero:",
        "cohort | jobs/cohorts/p03-mf07-01.yaml | preset: P03 | preset: MF07",
        "cohort | jobs/cohorts/p03-mf07-01.yaml | grade: primary | grade: read",
        "cohort | jobs/cohorts/p03-mf07-01.yaml | value: | vale:",
        "cohort | jobs/cohorts/p03-mf07-01.yaml | caveats: | caveat:",
        "cohort | jobs/cohorts/p15-oligometastatic-concept.yaml | not-reproducible: |"
            + " reproducible:",
        "rules | jobs/rules/registry.yaml | severity: info | severity: note",
        "rules | jobs/rules/registry.yaml | id: LOC-01 | id: LOC-1",
        "rules | jobs/rules/registry.yaml | not_applicable: | notapplicable:"
      })
  void whatTheReaderRefusesTheEditorMarks(String kind, String file, String right, String wrong)
      throws IOException {
    String text = Files.readString(ROOT.resolve(file));
    assertThat(text).contains(right);
    assertThat(errors(kind, text)).isZero();
    assertThat(errors(kind, text.replace(right, wrong))).isPositive();
  }

  @Test
  void anUnknownKindIsAQuestionOfUse() {
    Said said = Said.by("describe", "schema", "mappings");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("there are: cohort, diff, job, mapping, rules, why, words");
  }

  private static int errors(String kind, String yaml) {
    return PublishedSchema.errors(kind, json(yaml));
  }

  private static Schema schema(String kind) {
    return REGISTRY.getSchema(Schemas.json(kind).orElseThrow());
  }

  private static List<Path> yaml(String folder) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static JsonNode json(String yaml) {
    Problems problems = new Problems();
    JsonNode node = json(YamlFile.parse("file", yaml, problems).orElseThrow());
    assertThat(problems.sorted()).isEmpty();
    return node;
  }

  /** The file as an editor sees it: plain numbers and truth values are none of our texts. */
  private static JsonNode json(YamlNode node) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (node.shape()) {
      case TEXT -> scalar(make, node);
      case LIST -> {
        ArrayNode list = make.arrayNode();
        node.items().forEach(item -> list.add(json(item)));
        yield list;
      }
      case MAP -> {
        ObjectNode map = make.objectNode();
        node.entries().forEach((key, value) -> map.set(key, json(value)));
        yield map;
      }
    };
  }

  private static JsonNode scalar(JsonNodeFactory make, YamlNode node) {
    boolean isPlain = node.raw().equals(node.text());
    if (isPlain && node.text().matches("-?[0-9]+")) {
      return make.numberNode(Long.parseLong(node.text()));
    }
    if (isPlain && node.text().matches("-?[0-9]+\\.[0-9]+")) {
      return make.numberNode(Double.parseDouble(node.text()));
    }
    return isPlain && node.text().matches("true|false")
        ? make.booleanNode(Boolean.parseBoolean(node.text()))
        : make.stringNode(node.text());
  }
}
