package org.denovo.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.denovo.check.LocalRuleSchema;
import org.denovo.cohort.CohortSchema;
import org.denovo.job.JobSchema;
import org.denovo.mapping.MappingSchema;
import org.denovo.yaml.FileSchema;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schemas of the files that people edit, and of the answers that programs read. */
final class Schemas {

  private static final Map<String, FileSchema> FILES =
      Map.of(
          "job", JobSchema.job(),
          "mapping", MappingSchema.mapping(),
          "words", MappingSchema.sharedWords(),
          "cohort", CohortSchema.cohort(),
          "rules", LocalRuleSchema.rules());

  private static final List<String> ANSWERS = List.of("diff", "why");

  /** What there are schemas of, in order. */
  static final List<String> KINDS =
      Stream.concat(FILES.keySet().stream(), ANSWERS.stream()).sorted().toList();

  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private Schemas() {}

  /** The schema of a kind, the same bytes on every machine; nothing if there is no such kind. */
  static Optional<String> json(String kind) {
    if (ANSWERS.contains(kind)) {
      return Optional.of(answer(kind));
    }
    return Optional.ofNullable(FILES.get(kind)).map(Schemas::json);
  }

  private static String json(FileSchema schema) {
    return JsonMapper.shared()
        .writer()
        .with(new DefaultPrettyPrinter().withObjectIndenter(INDENT))
        .writeValueAsString(schema.tree());
  }

  private static String answer(String kind) {
    try (InputStream in = Schemas.class.getResourceAsStream("schemas/" + kind + ".json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
