package org.denovo.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlEdit;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;

/**
 * A column that has another header now, as an edit of a mapping file. The column keeps its meaning,
 * and the file its comments and its layout.
 *
 * @param sheet the sheet on which the column stands; empty for every entry that has it
 */
public record HeaderRename(Optional<String> sheet, String oldHeader, String newHeader) {

  /**
   * The file's text with the new header; nothing if that is not possible, with the problem.
   *
   * @param name how the file is named in problems
   */
  public Optional<String> in(String name, String yaml, Problems problems) {
    Optional<YamlNode> root = YamlFile.parse(name, yaml, problems);
    if (root.isEmpty() || !problems.isEmpty()) {
      return Optional.empty();
    }
    YamlEdit edit = new YamlEdit(yaml);
    List<String> headers = new ArrayList<>();
    int places = 0;
    for (YamlNode entry : entries(root.get())) {
      places += rename(entry, edit, headers, problems);
    }
    if (places == 0 && problems.isEmpty()) {
      problems.add(
          root.get(),
          new Text("映射中没有列“{0}”", "the mapping has no column '{0}'").with(oldHeader),
          oldHeader,
          headers);
    }
    return problems.isEmpty() ? Optional.of(edit.text()) : Optional.empty();
  }

  private List<YamlNode> entries(YamlNode root) {
    return root.get("sheets").map(YamlNode::items).orElse(List.of()).stream()
        .filter(
            entry ->
                sheet.isEmpty()
                    || entry
                        .get("sheet")
                        .map(node -> Glob.matches(node.text().strip(), sheet.get().strip()))
                        .orElse(true))
        .toList();
  }

  /** Renames in one entry; gives the number of columns that had the name. */
  private int rename(YamlNode entry, YamlEdit edit, List<String> headers, Problems problems) {
    Optional<YamlNode> columns = entry.get("columns");
    int places = 0;
    if (entry.get("patient").filter(node -> isOld(node.text())).isPresent()) {
      edit.replace(entry.get("patient").get(), newHeader);
      places++;
    }
    if (columns.isEmpty()) {
      return places;
    }
    for (Map.Entry<String, YamlNode> column : columns.get().entries().entrySet()) {
      YamlNode key = columns.get().keys().get(column.getKey());
      headers.add(column.getKey());
      if (isOld(column.getKey())) {
        edit.replace(key, newHeader);
        places++;
      } else if (HeaderName.fold(column.getKey()).equals(HeaderName.fold(newHeader))) {
        problems.add(
            key, new Text("列“{0}”已在映射中", "column '{0}' is in the mapping already").with(newHeader));
      }
      takes(column.getValue()).forEach(take -> renameBy(take, edit));
    }
    return places;
  }

  private boolean isOld(String header) {
    return HeaderName.fold(header).equals(HeaderName.fold(oldHeader));
  }

  /** The {@code take} of a column, in each of its meanings. */
  private static List<YamlNode> takes(YamlNode column) {
    return switch (column.shape()) {
      case TEXT -> List.of();
      case MAP -> column.get("take").map(List::of).orElse(List.of());
      case LIST -> column.items().stream().flatMap(item -> takes(item).stream()).toList();
    };
  }

  /** {@code last by 日期} names the column by which rows are ordered. */
  private void renameBy(YamlNode take, YamlEdit edit) {
    int by = take.text().indexOf(" by ");
    if (by >= 0 && isOld(take.text().substring(by + 4).strip())) {
      edit.replace(take, take.text().substring(0, by + 4) + newHeader);
    }
  }
}
