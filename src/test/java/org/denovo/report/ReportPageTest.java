package org.denovo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.vocabulary.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page as a file; how it behaves is tried in a real browser. All is invented. */
class ReportPageTest {

  private static final long LARGEST = 8_000_000;

  @TempDir private Path folder;

  @Test
  void tenThousandFindingsFitAPage() throws IOException {
    // Kept where the build leaves it, for the browser.
    Path file = InventedReport.write(Files.createDirectories(Path.of("target/report")), 10_000);
    assertThat(Files.size(file)).isLessThan(LARGEST);
    JsonNode rows = data(Files.readString(file)).get("rows");
    assertThat(rows).hasSize(10_000);
    assertThat(rows.get(9_999).get(0).asString()).isEqualTo("00000000270f");
  }

  @Test
  void theFindingsStandInTheirOrderWithWordsByIndex() throws IOException {
    JsonNode data = data(page(3, Optional.empty()));
    JsonNode second = data.get("rows").get(1);
    assertThat(data.get("severity").get(second.get(1).asInt()).get(1).asString())
        .isEqualTo("Warning");
    assertThat(data.get("consequence").get(second.get(11).asInt()).get(1).asString())
        .isEqualTo("keeps a patient out");
    assertThat(second.get(12)).hasToString("[0,1]");
    assertThat(data.get("cohort"))
        .hasToString("[[\"margins\",\"margins\"],[\"surgery\",\"surgery\"]]");
  }

  @Test
  void noTextOfACellBecomesPartOfThePage() throws IOException {
    String page = page(1, Optional.empty());
    assertThat(page).doesNotContain("<img src=x", "<阳>").contains("&lt;阳&gt;");
    assertThat(data(page).get("rows").get(0).get(6).asString())
        .isEqualTo(InventedReport.HOSTILE.en());
    assertThat(page).doesNotContain("innerHTML", "http://", "src=\"http", "@import");
    assertThat(page).contains("content=\"default-src 'none';");
  }

  @Test
  void whatIsLeftOutIsSaid() throws IOException {
    assertThat(page(5, Optional.empty()))
        .contains("This page holds <span>5</span> of <span>12</span>", "Left out are those");
  }

  @Test
  void numbersOfRunsThatWereNotMadeAlikeHaveNoDifference() throws IOException {
    assertThat(page(1, Optional.empty()))
        .contains("<td class=\"n\">12</td><td class=\"n\"><b>10</b></td><td class=\"n\">−2</td>");
    assertThat(page(1, Optional.of(Text.same("words 1.4 → 1.5"))))
        .contains("<td class=\"n\">12</td><td class=\"n\"><b>10</b></td></tr>", "words 1.4 → 1.5")
        .doesNotContain("−2");
  }

  @Test
  void aDecisionNamesItsRulesAndWhatIsLost() {
    assertThat(DecisionsSection.view(InventedReport.of(0, Optional.empty())))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("code", "E3").containsEntry("more", 1);
              assertThat(row).containsEntry("rules", List.of(Map.of("id", "SUR-01", "count", 9L)));
              assertThat((List<?>) row.get("lost")).hasSize(3);
            });
  }

  @Test
  void theAppendixHoldsTheRulesThatFired() throws IOException {
    String page = page(0, Optional.empty());
    String appendix = page.substring(page.indexOf("id=\"appendix\""));
    assertThat(appendix)
        .contains("SUR-01", "v2", "sentence of SUR-01", "This error cannot be confirmed as true.")
        .doesNotContain("MAR-01");
  }

  @Test
  void theInputsStandWithTheirHashes() throws IOException {
    assertThat(page(0, Optional.empty())).contains("<code>" + "abcdef0123456789".repeat(4));
  }

  private String page(int findings, Optional<Text> notComparable) throws IOException {
    Path file = folder.resolve("report.html");
    ReportPage.write(file, InventedReport.of(findings, notComparable));
    return Files.readString(file);
  }

  private static JsonNode data(String page) {
    String mark = "<script type=\"application/json\" id=\"data\">";
    int from = page.indexOf(mark) + mark.length();
    return JsonMapper.shared().readTree(page.substring(from, page.indexOf("</script>", from)));
  }
}
