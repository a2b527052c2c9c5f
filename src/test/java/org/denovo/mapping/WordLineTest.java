package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.record.Fields.MARGIN_STATUS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.denovo.vocabulary.Lang;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one line that teaches a mapping a word, wherever its words already stand. */
class WordLineTest {

  private static final String HEAD =
      """
      schema: 1
      centre: south
      title: 南方医院
      workbooks: "south_*.xlsx"
      sheets:
        - patient: 病历号
          columns:
            切缘: margin_status
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "words: {}\n",
        "words:\n  margin_status:\n    negative: [净]\n",
        "words:\n  margin_status:\n    negative: 净\n",
        "words:\n  margin_status:\n    negative:\n      - 净\n    close: [近]\n",
        "words:\n  margin_status: {close: [近]}\n",
        "words:\n  margin_status:\n    close: [近]\n",
        "words:\n  sex:\n    female: [女性患者]\nversion: 1.0.0\n",
        "words: {sex: {female: [女性患者]}}\n"
      })
  void thatOneLineTeachesTheWord(String words) throws IOException {
    String yaml = HEAD + words;

    String taught =
        with(yaml, WordLine.in(yaml, MARGIN_STATUS, "negative", "切缘: 都好").orElseThrow());

    Problems problems = new Problems();
    Words read = read(taught, problems).all().get(0).words();
    assertThat(problems.sorted()).isEmpty();
    assertThat(read.code("margin_status", "切缘： 都好")).contains("negative");
    assertThat(taught.lines().count() - yaml.lines().count()).isBetween(0L, 1L);
  }

  @Test
  void theLineIsTheWholeLineAsItThenStands() {
    String yaml = HEAD + "words:\n  margin_status:\n    negative: [净]\n";
    assertThat(WordLine.in(yaml, MARGIN_STATUS, "negative", "都好"))
        .contains(new WordLine(11, "    negative: [都好, 净]", false));
    assertThat(WordLine.in(yaml, MARGIN_STATUS, "close", "悬"))
        .contains(new WordLine(11, "    close: [悬]", true));
    assertThat(WordLine.in("- no mapping", MARGIN_STATUS, "close", "悬")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "words:\n"
            + "  margin_status:\n"
            + "    clean: [都好]\n"
            + "|south.yaml:11:5 'clean' is not a code of margin_status",
        "words:\n"
            + "  margin_statu:\n"
            + "    negative: [都好]\n"
            + "|south.yaml:10:3 'margin_statu' is not a field; did you mean 'margin_status'?",
        "words:\n  margin_status:\n    negative: [都好]\n    close: [都好]\n"
            + "|south.yaml:12:13 '都好' already stands for 'negative', not for 'close' too"
      })
  void aWrongLineIsReportedWhereItStands(String example) throws IOException {
    int bar = example.indexOf('|');
    Problems problems = new Problems();

    read(HEAD + example.substring(0, bar), problems);

    assertThat(problems.sorted().stream().map(problem -> problem.in(Lang.EN)))
        .containsExactly(example.substring(bar + 1));
  }

  private Mappings read(String yaml, Problems problems) throws IOException {
    Files.writeString(folder.resolve("south.yaml"), yaml);
    return Mappings.read(folder, folder, problems);
  }

  private static String with(String yaml, WordLine line) {
    List<String> lines = new ArrayList<>(yaml.lines().toList());
    if (line.isNew()) {
      lines.add(line.line() - 1, line.text());
    } else {
      lines.set(line.line() - 1, line.text());
    }
    return String.join("\n", lines) + "\n";
  }
}
