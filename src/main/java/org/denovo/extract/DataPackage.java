package org.denovo.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code datapackage.json}: the data files as a Frictionless Tabular Data Package with a Table
 * Schema for each (datapackage.org, version 1, and the code labels of version 2). Dates are text of
 * a pattern there, for a partial date is none of its types.
 */
final class DataPackage {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DataPackage() {}

  static void write(Path file, CohortTables tables) {
    ObjectNode root = JSON.objectNode();
    root.put("profile", "tabular-data-package");
    root.put("name", tables.definition().name());
    root.put("title", Labels.both(tables.definition().title()));
    root.put("version", tables.definition().version());
    ArrayNode resources = root.putArray("resources");
    DataFile cohort = tables.files().get(0);
    for (DataFile each : tables.files()) {
      ObjectNode resource = resource(tables.directory(), each);
      ObjectNode schema = schema(each);
      if (each == cohort) {
        schema.put("primaryKey", DesignRows.PATIENT.name());
      } else {
        ObjectNode key = schema.putArray("foreignKeys").addObject();
        key.put("fields", DesignRows.PATIENT.name());
        key.putObject("reference")
            .put("resource", cohort.stem())
            .put("fields", DesignRows.PATIENT.name());
      }
      resources.add(resource.set("schema", schema));
    }
    Json.write(file, root);
  }

  private static ObjectNode resource(Path directory, DataFile file) {
    Path data = directory.resolve(file.name());
    ObjectNode resource = JSON.objectNode();
    resource.put("profile", "tabular-data-resource");
    resource.put("name", file.stem());
    resource.put("path", file.name());
    resource.put("title", Labels.both(file.rowIs()));
    resource.put("format", "csv").put("mediatype", "text/csv").put("encoding", "utf-8");
    try {
      resource.put("bytes", Files.size(data)).put("hash", "sha256:" + Manifest.sha256(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return resource;
  }

  private static ObjectNode schema(DataFile file) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode fields = schema.putArray("fields");
    file.columns().forEach(column -> fields.add(field(column)));
    schema.putArray("missingValues").add("");
    return schema;
  }

  private static ObjectNode field(Column column) {
    ObjectNode field = JSON.objectNode();
    field.put("name", column.name());
    field.put("type", type(column));
    field.put("title", Labels.both(column.title()));
    field.put("label_zh", column.title().zh()).put("label_en", column.title().en());
    if (!column.unit().isEmpty()) {
      field.put("unit", column.unit());
    }
    ObjectNode constraints = JSON.objectNode();
    switch (column.kind()) {
      case CODE -> {
        ArrayNode codes = constraints.putArray("enum");
        ArrayNode categories = field.putArray("categories");
        for (Column.Level level : column.levels()) {
          ObjectNode category = categories.addObject();
          if (column.hasNumberCodes()) {
            codes.add(Integer.parseInt(level.code()));
            category.put("value", Integer.parseInt(level.code()));
          } else {
            codes.add(level.code());
            category.put("value", level.code());
          }
          category.put("label", Labels.both(level.title()));
        }
      }
      case CODES -> constraints.put("pattern", several(column.levels()));
      case DATE -> constraints.put("pattern", "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
      case TEXT, WHOLE, DECIMAL -> {}
    }
    if (column.name().equals(DesignRows.PATIENT.name())) {
      constraints.put("required", true);
    }
    if (!constraints.isEmpty()) {
      field.set("constraints", constraints);
    }
    return field;
  }

  private static String type(Column column) {
    return switch (column.kind()) {
      case TEXT, CODES, DATE -> "string";
      case CODE -> column.hasNumberCodes() ? "integer" : "string";
      case WHOLE -> "integer";
      case DECIMAL -> "number";
    };
  }

  /** Codes of the list, joined by semicolons. */
  private static String several(List<Column.Level> levels) {
    String one =
        levels.stream()
            .map(level -> level.code().replaceAll("[^A-Za-z0-9_]", "\\\\$0"))
            .collect(Collectors.joining("|", "(", ")"));
    return one + "(;" + one + ")*";
  }
}
