package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.record.Fields.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.mapping.ColumnMapping;
import org.denovo.mapping.Mappings;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.WordLine;
import org.denovo.mapping.Words;
import org.denovo.normalise.KnownWords.Word;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.vocabulary.MarginStatus;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text that nobody understood may have been meant as. */
@Tag("crossing")
class KnownWordsTest {

  @ParameterizedTest
  @CsvSource({
    "margin_status, 切缘干浄, ''",
    "histology_group, 浸润性导営癌, 浸润性导管癌=invasive_ductal_nst",
    "surgery_type, modified radical mastectony, modified radical mastectomy=modified_radical",
    "met_sites, 纵隔淋巴節, 纵隔淋巴结=distant_ln",
    "vital_status, alve, alive=alive",
    "vital_status, 目前情况不清楚, ''",
    "met_sites, 谁也没见过的写法, ''"
  })
  void aSlipOfThePenResemblesItsWord(String field, String text, String expected) {
    assertThat(nearest(named(field), text).map(w -> w.spelling() + "=" + w.code()).orElse(""))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "margin_status, 切缘末见癌细胞",
    "margin_status, 均为见癌",
    "er_status, 阳姓",
    "laterality, 佐侧",
    "t_cat, T2bb",
    "her2_ihc, 2++"
  })
  void whereOneCharacterTurnsTheMeaningNothingIsSuggested(String field, String text) {
    assertThat(nearest(named(field), text)).isEmpty();
  }

  @Test
  void theCentresOwnWordsAreKnownToo() {
    Words own = new Words(Map.of("margin_status", Map.of("切面光滑无癌", "negative")));
    assertThat(KnownWords.nearest(MARGIN_STATUS, own, "切面光滑无痛"))
        .contains(new Word("切面光滑无癌", "negative"));
  }

  @Test
  void theLineThatIsShownResolvesTheText(@TempDir Path folder) throws IOException {
    String yaml = Files.readString(Path.of("mappings", "c04_redcliff.yaml"));
    String text = "断端都好 见注";
    Path file = Files.writeString(folder.resolve("c04_redcliff.yaml"), yaml);
    assertThat(margin(file, text).isKnown()).isFalse();

    WordLine line = WordLine.in(yaml, MARGIN_STATUS, "negative", text).orElseThrow();
    List<String> lines = new ArrayList<>(yaml.lines().toList());
    if (line.isNew()) {
      lines.add(line.line() - 1, line.text());
    } else {
      lines.set(line.line() - 1, line.text());
    }
    Files.write(file, lines);

    assertThat(margin(file, text)).isEqualTo(Answer.known(MarginStatus.NEGATIVE));
  }

  private static Answer<MarginStatus> margin(Path mapping, String text) {
    Problems problems = new Problems();
    Meaning meaning =
        Mappings.readOne(mapping.getParent(), mapping, problems).orElseThrow().sheets().stream()
            .flatMap(sheet -> sheet.columns().stream())
            .map(ColumnMapping::meaning)
            .filter(one -> one.fields().contains(MARGIN_STATUS))
            .findFirst()
            .orElseThrow();
    assertThat(problems.sorted()).isEmpty();
    return new Readers(hash -> "")
        .of(meaning)
        .read(Cells.text(text), meaning)
        .answer(MARGIN_STATUS);
  }

  @Test
  void numbersAndDatesHaveNoWords() {
    assertThat(nearest(KI67_PCT, "阳性")).isEmpty();
    assertThat(nearest(DATE_DX, "不详的")).isEmpty();
  }

  private static Field<?> named(String field) {
    return org.denovo.record.Fields.named(field).orElseThrow();
  }

  private static Optional<Word> nearest(Field<?> field, String text) {
    return KnownWords.nearest(field, Words.NONE, text);
  }
}
