package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.denovo.vocabulary.Lang;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.junit.jupiter.api.Test;

class WordsTest {

  private final Problems problems = new Problems();

  @Test
  void aSpellingIsFoundWhateverItsWidthAndSpace() {
    Words words = words("margin_status: {negative: ['（－）', 'R0 切除'], not_done: 未做}");

    assertThat(words.code("margin_status", "(-)")).contains("negative");
    assertThat(words.code("margin_status", "（—）")).contains("negative");
    assertThat(words.code("margin_status", " ｒ０　 切除\u200B")).contains("negative");
    assertThat(words.code("margin_status", "未做")).contains("not_done");
    assertThat(words.code("margin_status", "R0")).isEmpty();
    assertThat(words.code("er_status", "(-)")).isEmpty();
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void theCentresOwnWordsComeBeforeTheShared() {
    Words own = words("er_status: {pos: 强}");
    Words both = own.or(words("er_status: {neg: [强, 阴]}"));

    assertThat(both.of("er_status")).isEqualTo(Map.of("强", "pos", "阴", "neg"));
    assertThat(own.of("er_status")).isEqualTo(Map.of("强", "pos"));
  }

  @Test
  void aSetsWordMayStandForSeveralCodes() {
    assertThat(words("met_sites: {bone;liver: 骨肝}").code("met_sites", "骨肝")).contains("bone;liver");
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void aSpellingStandsForOneCode() {
    words("er_status: {pos: [阳, '＋'], neg: ['+']}");

    assertThat(said())
        .containsExactly("words.yaml:1:34 '+' already stands for 'pos', not for 'neg' too");
  }

  @Test
  void aCodeMustBeTheFields() {
    words("er_status: {poss: 阳, unknwn: 不详}");

    assertThat(said())
        .containsExactly(
            "words.yaml:1:13 'poss' is not a code of er_status; did you mean 'pos'?",
            "words.yaml:1:22 'unknwn' is not a code of er_status; did you mean 'unknown'?");
  }

  @Test
  void aBlankSpellingIsAProblem() {
    words("er_status: {pos: '　'}");

    assertThat(said()).containsExactly("words.yaml:1:18 a spelling cannot be blank");
  }

  @Test
  void wordsAreByFieldNotByTopic() {
    words("er: {pos: 阳}");

    assertThat(said())
        .containsExactly(
            "words.yaml:1:1 'er' is a topic; its words stand under one of its fields er_status, er_pct, er_score_system, er_score");
  }

  private List<String> said() {
    return problems.sorted().stream().map(problem -> problem.in(Lang.EN)).toList();
  }

  private Words words(String yaml) {
    WordsFile file = new WordsFile();
    file.add(YamlFile.parse("words.yaml", yaml, problems).orElseThrow(), problems);
    return file.words();
  }
}
