package org.denovo.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlEditTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "key: 1 # why     | 侧别        | 侧别: 1 # why",
        "key: 1           | ER(%)       | ER(%): 1",
        "key: 1           | a: b        | \"a: b\": 1",
        "key: 1           | a #2        | \"a #2\": 1",
        "key: 1           | -a          | \"-a\": 1",
        "'it''s': 1       | she's       | 'she''s': 1",
        "\"a\\\"b\": 1    | c\\d\"      | \"c\\\\d\\\"\": 1",
        "\"ER(%)\":   1   | 雌激素      | \"雌激素\":   1",
        "{key: 1, b: 2}   | x, y        | {\"x, y\": 1, b: 2}",
        "😀: 1 # 😀       | b           | b: 1 # 😀"
      })
  void aKeyIsReplacedWhereItStands(String yaml, String text, String expected) {
    YamlNode root = read(yaml);
    YamlEdit edit = new YamlEdit(yaml);
    edit.replace(root.keys().values().iterator().next(), text);
    assertThat(edit.text()).isEqualTo(expected);
    assertThat(read(edit.text()).keys().keySet().iterator().next()).isEqualTo(text);
  }

  @Test
  void severalReplacementsKeepAllElse() {
    String yaml = "a: {b: 1}   # one\r\n\r\n😀c:\r\n  - d\r\n  -   e # two\r\n";
    YamlNode root = read(yaml);
    YamlEdit edit = new YamlEdit(yaml);
    edit.replace(root.keys().get("a"), "first");
    edit.replace(root.entries().get("😀c").items().get(1), "fifth");
    edit.replace(root.entries().get("a").entries().get("b"), "a long text");
    assertThat(edit.text())
        .isEqualTo(
            "first: {b: \"a long text\"}   # one\r\n\r\n😀c:\r\n  - d\r\n  -   fifth # two\r\n");
  }

  @Test
  void aNodeOfAnotherFileIsRefused() {
    YamlNode other = read("other: 1").keys().get("other");
    assertThatThrownBy(() -> new YamlEdit("key: 1").replace(other, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1:1");
  }

  private static YamlNode read(String yaml) {
    Problems problems = new Problems();
    YamlNode root = YamlFile.parse("a.yaml", yaml, problems).orElseThrow();
    assertThat(problems.sorted()).isEmpty();
    return root;
  }
}
