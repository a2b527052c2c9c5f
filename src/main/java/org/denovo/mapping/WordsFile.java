package org.denovo.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.Topic;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/** Reads {@code words}: field to code to spellings. */
final class WordsFile {

  static final List<String> FIELD_NAMES = Fields.all().stream().map(field -> field.name()).toList();

  private final Map<String, Map<String, String>> byField = new HashMap<>();

  /** Adds the words of one node; a spelling may stand for only one code of a field. */
  void add(YamlNode words, Problems problems) {
    words
        .asMap(problems)
        .forEach(
            (name, codes) ->
                Fields.named(name)
                    .ifPresentOrElse(
                        field -> addField(field, codes, problems),
                        () -> noField(words.keys().get(name), problems)));
  }

  Words words() {
    return new Words(byField);
  }

  private void addField(Field<?> field, YamlNode codes, Problems problems) {
    Map<String, String> words = byField.computeIfAbsent(field.name(), name -> new HashMap<>());
    codes
        .asMap(problems)
        .forEach(
            (code, spellings) -> {
              checkCode(List.of(field), codes.keys().get(code), problems);
              for (YamlNode spelling : spellings.asList(problems)) {
                spelling
                    .asText(problems)
                    .ifPresent(text -> addWord(words, text, code, spelling, problems));
              }
            });
  }

  /** Adds a spelling to a table, unless it stands for another code already. */
  static void addWord(
      Map<String, String> words, String spelling, String code, YamlNode at, Problems problems) {
    String folded = Words.fold(spelling);
    if (folded.isEmpty()) {
      problems.add(at, new Text("写法不能为空", "a spelling cannot be blank"));
      return;
    }
    String other = words.putIfAbsent(folded, code);
    if (other != null && !other.equals(code)) {
      problems.add(
          at,
          new Text("“{0}”已代表“{1}”，不能再代表“{2}”", "'{0}' already stands for '{1}', not for '{2}' too")
              .with(spelling, other, code));
    }
  }

  /** Notes a problem if the text of the node is not a code of any of the fields. */
  static void checkCode(List<Field<?>> fields, YamlNode code, Problems problems) {
    if (!FieldCodes.fits(fields, code.text())) {
      String names = String.join(", ", fields.stream().map(Field::name).toList());
      problems.add(
          code,
          new Text("“{0}”不是{1}的代码", "'{0}' is not a code of {1}").with(code.text(), names),
          code.text(),
          FieldCodes.known(fields));
    }
  }

  private static void noField(YamlNode key, Problems problems) {
    Optional<Topic> topic = Topic.named(key.text());
    if (topic.isPresent()) {
      String fields = String.join(", ", topic.get().fields().stream().map(Field::name).toList());
      problems.add(
          key,
          new Text(
                  "“{0}”是主题；词语应写在其字段下：{1}",
                  "'{0}' is a topic; its words stand under one of its fields {1}")
              .with(key.text(), fields));
      return;
    }
    problems.add(
        key,
        new Text("“{0}”不是字段", "'{0}' is not a field").with(key.text()),
        key.text(),
        FIELD_NAMES);
  }
}
