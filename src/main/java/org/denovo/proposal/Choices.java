package org.denovo.proposal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Columns that are the answers to one question, side by side, as surveys and registries export a
 * question with several answers: 转移部位：骨, 转移部位：肝; {@code mets___bone}, {@code mets___liver}.
 */
final class Choices {

  private static final Pattern CUT =
      Pattern.compile(
          "(.{2,}?)\\s*(?:___|[:：(\\[]|--|[—–-])\\s*(?:(?:choice|option)\\s*=\\s*)?([^:：()\\[\\]—–-]{1,24}?)[)\\]]?");

  private Choices() {}

  /** The question and the answer of a label; nothing if it does not name both. */
  static Optional<List<String>> cut(String label) {
    Matcher cut = CUT.matcher(Normalizer.normalize(label, Normalizer.Form.NFKC).strip());
    return cut.matches() ? Optional.of(List.of(cut.group(1), cut.group(2))) : Optional.empty();
  }

  /** The labels of such columns as a band and what stands under it, by column index. */
  static Map<Integer, List<String>> of(List<ColumnScan> columns) {
    Map<String, List<ColumnScan>> questions = new LinkedHashMap<>();
    for (ColumnScan column : columns) {
      cut(column.leaf())
          .ifPresent(
              cut -> questions.computeIfAbsent(cut.get(0), q -> new ArrayList<>()).add(column));
    }
    Map<Integer, List<String>> parts = new HashMap<>();
    for (List<ColumnScan> answers : questions.values()) {
      for (ColumnScan column : answers.size() > 1 ? answers : List.<ColumnScan>of()) {
        List<String> all = new ArrayList<>(column.parts().subList(0, column.parts().size() - 1));
        all.addAll(cut(column.leaf()).orElseThrow());
        parts.put(column.index(), all);
      }
    }
    return parts;
  }
}
