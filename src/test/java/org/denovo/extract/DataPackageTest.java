package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The descriptor is a Tabular Data Package by the published profile, which lies under {@code
 * frictionless} as npm's {@code datapackage} 1.1.10 has it (Open Knowledge, MIT licence).
 */
class DataPackageTest {

  private static final Path FILES = Path.of("src/test/resources/org/denovo/extract");

  private final JsonNode example = json(FILES.resolve("cohort/datapackage.json"));

  @Test
  void theDescriptorIsATabularDataPackage() {
    assertThat(errors(example)).isEmpty();
    assertThat(example.get("resources")).hasSize(6);
  }

  @Test
  void theProfileRefusesWhatIsNone() {
    ((ObjectNode) example.at("/resources/0/schema/fields/0")).put("type", "words");
    assertThat(errors(example)).isNotEmpty();
  }

  @Test
  void everyCodeHasItsLabelInBothLanguages() {
    JsonNode death = field("cohort", "death");
    assertThat(death.get("type").asString()).isEqualTo("integer");
    assertThat(death.at("/constraints/enum").toString()).isEqualTo("[0,1]");
    assertThat(death.get("categories").toString())
        .isEqualTo("[{\"value\":0,\"label\":\"否 / No\"},{\"value\":1,\"label\":\"是 / Yes\"}]");
    assertThat(field("cohort", "sex").at("/constraints/enum").toString())
        .isEqualTo("[\"female\",\"male\"]");
  }

  @Test
  void severalCodesInACellFollowAPattern() {
    Pattern sites =
        Pattern.compile(field("cohort", "met_sites").at("/constraints/pattern").asString());
    assertThat("bone;liver").matches(sites);
    assertThat("bone;").doesNotMatch(sites);
    assertThat("knee").doesNotMatch(sites);
  }

  private JsonNode field(String resource, String name) {
    for (JsonNode each : example.get("resources")) {
      for (JsonNode field : each.at("/schema/fields")) {
        if (each.get("name").asString().equals(resource)
            && field.get("name").asString().equals(name)) {
          return field;
        }
      }
    }
    throw new AssertionError(name);
  }

  private static List<Error> errors(JsonNode descriptor) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
        .getSchema(json(FILES.resolve("frictionless/tabular-data-package.json")))
        .validate(descriptor);
  }

  private static JsonNode json(Path file) {
    try {
      return JsonMapper.shared().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
