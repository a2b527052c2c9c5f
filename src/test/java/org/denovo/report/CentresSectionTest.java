package org.denovo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.denovo.check.Category;
import org.denovo.check.Context;
import org.denovo.check.RuleCount;
import org.denovo.check.Settled;
import org.denovo.check.Severity;
import org.denovo.comparison.Compared;
import org.denovo.comparison.Funnel;
import org.denovo.comparison.InventedCentres;
import org.denovo.vocabulary.Text;
import org.junit.jupiter.api.Test;

/** Funnels and Kahn's grid. All patients are invented. */
class CentresSectionTest {

  private static final Compared COMPARED =
      new InventedCentres().others(14, 6).with("north", 5, 15).with("<i>&", 2, 1).compared();

  private static Funnel er() {
    return COMPARED.funnels().stream()
        .filter(f -> f.measure().id().equals("er_positive"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyCentreIsAPointWithItsCodeAndDenominator() {
    String svg = FunnelSvg.of(er());
    assertThat(svg.split("<circle ")).hasSize(8);
    assertThat(svg)
        .contains("<circle class=\"out\"")
        .contains("<title>north: 5\u00a0/\u00a020 (25.0\u00a0%)</title>")
        .contains("<title>other5: 14\u00a0/\u00a020 (70.0\u00a0%)</title>")
        .contains("<title>&lt;i&gt;&amp;: 2\u00a0/\u00a03 (66.7\u00a0%)</title>")
        .contains("class=\"name\"")
        .doesNotContain("NaN", "Infinity", "<i>");
  }

  @Test
  void theCurvesLieWithinTheDrawing() {
    for (Funnel funnel : COMPARED.funnels()) {
      if (funnel.largest() > 0) {
        String svg = FunnelSvg.of(funnel);
        assertThat(svg).doesNotContain("NaN", "Infinity", " -");
        assertThat(svg.split("<path ")).hasSize(5);
      }
    }
  }

  @Test
  void whatIsMarkedIsListedWithBothDenominators() {
    Map<String, Object> view = CentresSection.view(COMPARED);
    assertThat(view.get("flagged").toString())
        .contains("centre=north, rule=DST-02, severity=warning")
        .contains(
            "counted=5\u00a0/\u00a020 (25.0\u00a0%), elsewhere=72\u00a0/\u00a0103 (69.9\u00a0%)");
    assertThat((long) view.get("standingsJudged") + (long) view.get("standingsNot"))
        .isEqualTo(COMPARED.standings().size());
  }

  @Test
  void theGridAddsUpRulesOfOneCategoryAndContext() {
    List<Map<String, Object>> grid =
        KahnGrid.view(
            List.of(
                rule(Context.VALIDATION, Severity.WARNING, new RuleCount(9, 0, 1, 2, 0, 0)),
                rule(Context.VERIFICATION, Severity.ERROR, new RuleCount(36, 4, 0, 0, 0, 0)),
                rule(Context.VERIFICATION, Severity.ERROR, new RuleCount(59, 1, 0, 5, 0, 0))));
    assertThat(grid).hasSize(2);
    assertThat(grid.get(0))
        .containsEntry("first", true)
        .containsEntry("height", 2)
        .containsEntry("rules", 2)
        .containsEntry("notApplicable", 5L);
    assertThat(((List<?>) grid.get(0).get("cells")).get(0))
        .isEqualTo(
            Map.of("rules", 2, "share", "5.0 %", "broken", 5L, "judged", 100L, "kind", "error"));
    assertThat(grid.get(1)).containsEntry("first", false).containsEntry("rules", 1);
  }

  private static Report.Rule rule(Context context, Severity severity, RuleCount count) {
    Text words = Text.same("");
    return new Report.Rule(
        "XXX-01",
        1,
        "invented",
        true,
        Category.COMPLETENESS,
        context,
        severity,
        words,
        words,
        count,
        Settled.NONE);
  }
}
