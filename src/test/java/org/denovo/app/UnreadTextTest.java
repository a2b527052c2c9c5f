package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.denovo.extract.UnreadableTexts.Line;
import org.denovo.extract.UnreadableTexts.Row;
import org.denovo.normalise.KnownWords.Word;
import org.denovo.record.Remark;
import org.denovo.vocabulary.Lang;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code describe unreadable} says of a text. */
class UnreadTextTest {

  private static final String CENTRE = "c04_redcliff";

  @TempDir private Path folder;

  private UnreadText shown;

  @BeforeEach
  void night() {
    shown = new UnreadText(SampleNight.in(folder), Lang.EN);
  }

  @Test
  void aTextThatResemblesAWordIsShownWithItAndWithTheLineToWrite() {
    Row row =
        new Row(
            new Line("margin_status", CENTRE, "切面光滑无痛", 12, List.of()),
            Optional.of(new Word("切面光滑无癌", "negative")));

    assertThat(shown.of(row)).hasSize(3);
    assertThat(shown.of(row).get(0)).isEqualTo("12\tmargin_status\tc04_redcliff\t切面光滑无痛");
    assertThat(shown.of(row).get(1)).isEqualTo("    like '切面光滑无癌' (negative)?");
    assertThat(shown.of(row).get(2))
        .startsWith("    mappings/c04_redcliff.yaml:")
        .contains("negative: [切面光滑无痛");
  }

  @Test
  void aTextThatResemblesNothingLeavesTheCodeToThePerson() {
    Row row = new Row(new Line("margin_status", CENTRE, "谁知道", 1, List.of()), Optional.empty());

    assertThat(shown.of(row)).hasSize(2);
    assertThat(shown.of(row).get(1)).contains("CODE: [谁知道]");
  }

  @Test
  void aTextWithAFindingIsCorrectedAndNotTaught() {
    Line typo = new Line("margin_status", CENTRE, "切缘末见癌", 2, List.of(Remark.TYPO_FLIPS_MEANING));

    assertThat(shown.of(new Row(typo, Optional.empty())))
        .containsExactly(
            "2\tmargin_status\tc04_redcliff\t切缘末见癌",
            "    has a finding (typo_flips_meaning): correct it in the workbook");
  }

  @Test
  void aDateAndWhatWasNotKeptHaveNoLine() {
    assertThat(shown.of(new Row(new Line("date_dx", CENTRE, "去年", 3, List.of()), Optional.empty())))
        .containsExactly("3\tdate_dx\tc04_redcliff\t去年");
    assertThat(
            shown.of(
                new Row(new Line("margin_status", CENTRE, "", 7, List.of()), Optional.empty())))
        .containsExactly("7\tmargin_status\tc04_redcliff\t(others, not kept)");
  }
}
