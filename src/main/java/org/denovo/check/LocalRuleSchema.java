package org.denovo.check;

import static org.denovo.yaml.FileSchema.like;
import static org.denovo.yaml.FileSchema.list;
import static org.denovo.yaml.FileSchema.map;
import static org.denovo.yaml.FileSchema.object;
import static org.denovo.yaml.FileSchema.oneOf;
import static org.denovo.yaml.FileSchema.schemaNumber;
import static org.denovo.yaml.FileSchema.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.FileSchema;

/** The schema of files with a registry's own rules, for editors. */
public final class LocalRuleSchema {

  private LocalRuleSchema() {}

  /** A file of rules. */
  public static FileSchema rules() {
    return object(
            LocalRuleFile.FILE_KEYS,
            LocalRuleFile.FILE_KEYS,
            Map.of("schema", schemaNumber(), "rules", list(rule())))
        .titled(new Text("登记库自定规则", "A registry's own rules"));
  }

  private static FileSchema rule() {
    return object(
        LocalRuleFile.KEYS,
        List.of(
            "id",
            "version",
            "severity",
            "category",
            "says",
            "because",
            "source",
            "broken",
            "examples"),
        Map.ofEntries(
            Map.entry("id", like("LOC-[0-9]{2}")),
            Map.entry("version", FileSchema.whole(1)),
            Map.entry(
                "severity", oneOf(Arrays.stream(Severity.values()).map(Severity::code).toList())),
            Map.entry(
                "category", oneOf(Arrays.stream(Category.values()).map(Category::code).toList())),
            Map.entry(
                "blocks",
                list(oneOf(Arrays.stream(Decision.values()).map(Decision::name).toList()))),
            Map.entry(
                "overridable",
                oneOf(List.of("yes", "no"))
                    .saying("错误可否按原样确认", "Whether an error may be confirmed as it stands")),
            Map.entry(
                "says",
                FileSchema.both()
                    .saying(
                        "发现的一句话，{字段}处填入患者的值",
                        "What a finding says; {field} stands for the patient's value")),
            Map.entry("because", FileSchema.both()),
            Map.entry("source", text()),
            Map.entry(
                "broken",
                text()
                    .saying(
                        "CEL表达式；成立即为违反，未知则不适用",
                        "A CEL expression; met is broken, not known is not applicable")),
            Map.entry("examples", examples())));
  }

  private static FileSchema examples() {
    FileSchema patients = list(map(Fields.all().stream().map(Field::name).toList(), text()));
    Map<String, FileSchema> kinds = new LinkedHashMap<>();
    LocalRuleExamples.KEYS.forEach(key -> kinds.put(key, patients));
    return object(LocalRuleExamples.KEYS, List.of(), kinds);
  }
}
