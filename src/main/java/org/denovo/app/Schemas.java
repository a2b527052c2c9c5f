package org.denovo.app;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.denovo.check.LocalRuleSchema;
import org.denovo.cohort.CohortSchema;
import org.denovo.job.JobSchema;
import org.denovo.mapping.MappingSchema;
import org.denovo.yaml.FileSchema;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schemas of the files that people edit, by kind of file. */
final class Schemas {

  static final Map<String, FileSchema> ALL =
      Collections.unmodifiableMap(
          new TreeMap<>(
              Map.of(
                  "job", JobSchema.job(),
                  "mapping", MappingSchema.mapping(),
                  "words", MappingSchema.sharedWords(),
                  "cohort", CohortSchema.cohort(),
                  "rules", LocalRuleSchema.rules())));

  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private Schemas() {}

  /** The same bytes on every machine. */
  static String json(FileSchema schema) {
    return JsonMapper.shared()
        .writer()
        .with(new DefaultPrettyPrinter().withObjectIndenter(INDENT))
        .writeValueAsString(schema.tree());
  }
}
