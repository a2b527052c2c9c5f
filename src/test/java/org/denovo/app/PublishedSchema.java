package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program was told, held to the schema that is published for it. */
final class PublishedSchema {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private PublishedSchema() {}

  /** How much of an answer, or of a file that people edit, the schema of a kind refuses. */
  static int errors(String kind, JsonNode json) {
    return REGISTRY.getSchema(Schemas.json(kind).orElseThrow()).validate(json).size();
  }

  /** The answer, which the schema accepts. */
  static JsonNode read(String kind, String json) {
    JsonNode node = JsonMapper.shared().readTree(json);
    assertThat(REGISTRY.getSchema(Schemas.json(kind).orElseThrow()).validate(node)).isEmpty();
    return node;
  }
}
