package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.denovo.cohort.CohortDefinition;
import org.denovo.vocabulary.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words, numbers and pseudonyms as files show them. */
class TextTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx", "\rx"})
  void whatASpreadsheetTakesForAFormulaIsMadeInert(String text) {
    assertThat(CsvFile.inert(text)).isEqualTo("'" + text);
  }

  @Test
  void otherTextIsLeftAsItIs() {
    assertThat(CsvFile.inert("")).isEmpty();
    assertThat(CsvFile.inert("1-2=3")).isEqualTo("1-2=3");
  }

  @Test
  void aRowOfAnotherWidthIsABug() {
    try (CsvFile csv = new CsvFile(directory.resolve("a.csv"), List.of("a", "b"))) {
      assertThatThrownBy(() -> csv.row(List.of("1")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("1 cells in 2 columns");
    }
  }

  @Test
  void numbersArePlainAndRoundedHalfUp() {
    assertThat(Numbers.text(29.568788, 4)).isEqualTo("29.5688");
    assertThat(Numbers.text(0.0005, 3)).isEqualTo("0.001");
    assertThat(Numbers.text(-0.0001, 3)).isEqualTo("0");
    assertThat(Numbers.text(1200, 2)).isEqualTo("1200");
    assertThat(Numbers.text(Double.NaN, 2)).isEmpty();
    assertThat(Numbers.percent(1, 3)).isEqualTo("33.3");
    assertThat(Numbers.percent(0, 0)).isEmpty();
  }

  @Test
  void aStringOfTheScriptIsAsciiForEveryLocale() {
    assertThat(LoadR.string("切缘 \"R0\"\\")).isEqualTo("\"\\u5207\\u7f18 \\\"R0\\\"\\\\\"");
    assertThat(LoadR.string("𠮷")).isEqualTo("\"\\U00020bb7\"");
  }

  @Test
  void aStringOfAScriptIsNothingThatThePackageWouldExpand() {
    assertThat(LoadPython.string("切缘 \"R0\"\\\n{x}")).isEqualTo("\"切缘 \\\"R0\\\"\\\\ {x}\"");
    assertThat(LoadSas.string("don't &x %y")).isEqualTo("'don''t &x %y'");
    assertThat(LoadSpss.string("don't")).isEqualTo("'don''t'");
    assertThat(LoadStata.string("`x' $y \"'")).isEqualTo("`\"'x' \\$y \" '\"'");
  }

  @Test
  void aLabelIsCutBetweenCharacters() {
    assertThat(Labels.both(new Text("切缘", "Margin"))).isEqualTo("切缘 / Margin");
    assertThat(Labels.bytes("aé切𠮷")).isEqualTo(1 + 2 + 3 + 4);
    assertThat(Labels.inBytes("切缘状态", 12)).isEqualTo("切缘状态");
    assertThat(Labels.inBytes("切缘状态", 11)).isEqualTo("切缘…");
    assertThat(Labels.inBytes("a𠮷𠮷", 8)).isEqualTo("a𠮷…");
    assertThat(Labels.inCharacters("切缘𠮷状态", 4)).isEqualTo("切缘𠮷…");
  }

  @Test
  void theScriptIsAscii() throws Exception {
    byte[] script =
        Files.readAllBytes(Path.of("src/test/resources/org/denovo/extract/cohort/load.R"));
    assertThat(StandardCharsets.US_ASCII.newDecoder().decode(ByteBuffer.wrap(script)).toString())
        .hasSize(script.length);
  }

  @Test
  void aCentrePseudonymIsTheHashOfMoreThanTheCode() {
    CentrePids pids = new CentrePids(text -> "<" + text.replace('\u0000', '|') + ">");
    assertThat(pids.of("north")).isEqualTo("<centre|north>");
    assertThat(pids.of("north")).isSameAs(pids.of("north"));
  }

  @Test
  void linesOfThePictureBreakBetweenWordsOrIdeographs() {
    assertThat(SvgText.wrap("Stage IV at diagnosis of the primary tumour", 150, 13))
        .containsExactly("Stage IV at", "diagnosis of the", "primary tumour");
    assertThat(SvgText.wrap("初诊即为Ⅳ期并且原发灶完整", 90, 14)).containsExactly("初诊即为Ⅳ期", "并且原发灶完", "整");
  }

  @Test
  void wordsOfADefinitionCannotBreakThePicture() throws Exception {
    CohortDefinition plain = Invented.DEFINITION;
    CohortDefinition sharp =
        new CohortDefinition(
            plain.name(),
            plain.version(),
            new Text("年龄<70 & 手术", "Age < 70 & \"surgery\""),
            plain.source(),
            plain.parameters(),
            plain.population(),
            plain.timeZero(),
            plain.arms(),
            plain.exposure(),
            plain.endpoints(),
            plain.designs(),
            plain.adjustment(),
            plain.sensitivity(),
            plain.needs(),
            plain.study());
    Path file = directory.resolve("flow.svg");
    FlowSvg.write(file, sharp, FlowCounts.of(Invented.FLOW, Disclosure.OFF));
    String title =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getElementsByTagName("title")
            .item(0)
            .getTextContent();
    assertThat(title).isEqualTo("年龄<70 & 手术 / Age < 70 & \"surgery\"");
  }
}
