package org.denovo.report;

import java.util.Map;
import org.denovo.vocabulary.Text;

/** What must be known to make the run again, each with a name that a person can read. */
final class AgainSection {

  private static final String COHORT = "cohort ";

  private static final Map<String, Text> TITLES =
      Map.ofEntries(
          Map.entry("content", new Text("内容校验码", "content hash")),
          Map.entry("code", new Text("程序版本", "program")),
          Map.entry("as_of", new Text("截至日期", "as of")),
          Map.entry("approval", new Text("批准文号", "approval")),
          Map.entry("purpose", new Text("用途", "purpose")),
          Map.entry("profile", new Text("发布方式", "release profile")),
          Map.entry("genomic", new Text("基因数据", "genomic data")),
          Map.entry("k", new Text("k-匿名的k", "k of k-anonymity")),
          Map.entry("small_cells", new Text("小数目遮盖界限", "small cells hidden below")),
          Map.entry("key", new Text("假名密钥的校验码", "check value of the key")),
          Map.entry("pairs_shown_from", new Text("疑似同一人的概率下限", "pairs shown from probability")));

  private AgainSection() {}

  static Map<String, Object> view(Report report) {
    return Map.of(
        "parameters",
        report.parameters().entrySet().stream()
            .map(
                parameter ->
                    Map.of(
                        "title",
                        Page.text(title(parameter.getKey())),
                        "value",
                        parameter.getValue()))
            .toList(),
        "editions",
        report.editions().entrySet().stream()
            .map(edition -> Map.of("name", edition.getKey(), "value", edition.getValue()))
            .toList(),
        "inputs",
        report.inputs().stream().map(AgainSection::input).toList());
  }

  private static Text title(String name) {
    return name.startsWith(COHORT)
        ? new Text("队列 {0}", "cohort {0}").with(name.substring(COHORT.length()))
        : TITLES.getOrDefault(name, Text.same(name));
  }

  private static Map<String, Object> input(Report.Input input) {
    return Map.of(
        "centre", input.centre(),
        "workbook", input.workbook(),
        "sha256", input.sha256(),
        "received", input.received().toString());
  }
}
