package org.denovo.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/** Reads one entry of {@code sheets} in a mapping file. */
final class SheetReader {

  static final List<String> KEYS =
      List.of("sheet", "header-rows", "patient", "columns", "ignore", "legend-rows", "total-rows");

  private final YamlNode node;
  private final Words words;
  private final Problems problems;

  SheetReader(YamlNode node, Words words, Problems problems) {
    this.node = node;
    this.words = words;
    this.problems = problems;
  }

  SheetMapping read() {
    node.onlyKeys(problems, KEYS);
    return new SheetMapping(
        node.text("sheet", problems).orElse("").strip(),
        headerRows(),
        node.require("patient", problems).flatMap(n -> n.asText(problems)).orElse(""),
        columns(),
        texts("ignore"),
        legendRows(),
        texts("total-rows"));
  }

  private List<String> texts(String key) {
    return node.get(key).map(n -> n.asTexts(problems)).orElse(List.of());
  }

  private OptionalInt headerRows() {
    String written = node.text("header-rows", problems).orElse("find");
    return switch (written) {
      case "find" -> OptionalInt.empty();
      case "1", "2", "3" -> OptionalInt.of(Integer.parseInt(written));
      default -> {
        problems.add(
            node.get("header-rows").orElseThrow(),
            new Text("header-rows应为1、2、3或find", "header-rows is 1, 2, 3 or find, not '{0}'")
                .with(written),
            written,
            List.of("find"));
        yield OptionalInt.empty();
      }
    };
  }

  private int legendRows() {
    String written = node.text("legend-rows", problems).orElse("0");
    if (written.matches("[0-9]")) {
      return Integer.parseInt(written);
    }
    problems.add(
        node.get("legend-rows").orElseThrow(),
        new Text("legend-rows应为0至9", "legend-rows is 0 to 9, not '{0}'").with(written));
    return 0;
  }

  private List<ColumnMapping> columns() {
    List<ColumnMapping> columns = new ArrayList<>();
    Map<String, List<ColumnMapping>> byField = new HashMap<>();
    Set<String> headers = new HashSet<>();
    Optional<YamlNode> written = node.require("columns", problems);
    if (written.isEmpty()) {
      return columns;
    }
    written
        .get()
        .asMap(problems)
        .forEach(
            (header, value) -> {
              YamlNode key = written.get().keys().get(header);
              if (!headers.add(HeaderName.fold(header))) {
                problems.add(
                    key, new Text("列“{0}”写了两次", "column '{0}' is written twice").with(header));
              }
              for (ColumnMapping column : new ColumnReader(header, words, problems).read(value)) {
                columns.add(column);
                column
                    .meaning()
                    .field()
                    .ifPresent(field -> claim(field.name(), column, key, byField));
              }
            });
    return columns;
  }

  private void claim(
      String field, ColumnMapping column, YamlNode key, Map<String, List<ColumnMapping>> byField) {
    List<ColumnMapping> claims = byField.computeIfAbsent(field, name -> new ArrayList<>());
    claims.add(column);
    if (claims.size() > 1 && claims.stream().anyMatch(c -> c.take().isEmpty())) {
      problems.add(
          key,
          new Text(
                  "列“{0}”与列“{1}”都对应{2}；请删去一列，或对两列都写take",
                  "columns '{0}' and '{1}' both mean {2}: drop one, or give both a 'take'")
              .with(column.header(), claims.get(0).header(), field));
    } else if (claims.stream().map(c -> c.take().map(Take::which)).distinct().count() > 1) {
      problems.add(
          key,
          new Text(
                  "列“{0}”与列“{1}”都对应{2}，take应相同",
                  "columns '{0}' and '{1}' both mean {2}: their 'take' must be the same")
              .with(column.header(), claims.get(0).header(), field));
    }
  }
}
