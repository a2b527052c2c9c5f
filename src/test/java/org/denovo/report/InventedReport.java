package org.denovo.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.denovo.check.Category;
import org.denovo.check.Context;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.check.RuleCount;
import org.denovo.check.Settled;
import org.denovo.check.Severity;
import org.denovo.check.Standing;
import org.denovo.check.Turn;
import org.denovo.cohort.Attrition;
import org.denovo.cohort.Consequence;
import org.denovo.cohort.Consequences;
import org.denovo.comparison.InventedCentres;
import org.denovo.linkage.Decisions;
import org.denovo.linkage.Linkage;
import org.denovo.record.PatientKey;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Text;

/** A report of as many findings as asked for, the same for the same number. All is invented. */
final class InventedReport {

  static final Text HOSTILE =
      new Text("</script><b>“不详”</b>", "</script><img src=x onerror=alert(1)>");

  private InventedReport() {}

  static Report of(int findings, Optional<Text> notComparable) {
    return new Report(
        new Text("虚构登记库", "Invented registry"),
        "2026-11-24",
        "0123456789abcdef".repeat(4),
        Map.of("as_of", "2026-11-24"),
        Map.of("mappings/c01.yaml", "1.0.0"),
        notComparable,
        List.of(),
        List.of(),
        centres(),
        List.of(
            new Report.Completeness(
                Text.same("ER"), List.of(Optional.of(0.5), Optional.empty(), Optional.of(1.0)))),
        List.of(rule("SUR-01", 3), rule("MAR-01", 0)),
        findings(findings),
        findings + 7L,
        new Report.Changes(findings, 1, 2, 3),
        List.of(
            new Report.Headline(new Text("患者", "patients"), OptionalLong.of(12), 10),
            new Report.Headline(new Text("错误", "errors"), OptionalLong.empty(), 4)),
        Map.of(Standing.OPEN, 5L, Standing.ANSWERED, 2L),
        List.of(
            new Report.Blocked(
                Decision.E3,
                12,
                List.of(new Report.Blocking("SUR-01", 9)),
                List.of(
                    new Report.Lost(Text.same("margins"), 12), new Report.Lost(Text.same("b"), 3),
                    new Report.Lost(Text.same("c"), 2), new Report.Lost(Text.same("d"), 1)))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Linkage().find(Decisions.NONE),
        List.of(cohort("margins"), cohort("surgery")),
        List.of(),
        new InventedCentres().others(14, 6).compared(),
        Optional.of(
            new Report.Fresh(
                List.of(new Report.Spelling(Text.same("ER"), "<阳>", "positive", 3, List.of("c01"))),
                2)),
        List.of(
            new Report.Input(
                "c01", "c01_2026.xlsx", "abcdef0123456789".repeat(4), LocalDate.of(2026, 11, 23))));
  }

  private static List<Report.Centre> centres() {
    List<Report.Centre> centres = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      Map<Severity, Long> open = new EnumMap<>(Severity.class);
      open.put(Severity.ERROR, 20L - i);
      centres.add(
          new Report.Centre(
              "c0" + i,
              new Text("虚构医院" + i, "Hospital " + i),
              Optional.of("c0" + i + "_2026.xlsx"),
              Report.Verdict.WITH_QUERIES,
              Text.same("errors"),
              true,
              100L * i,
              open,
              Map.of(Severity.ERROR, (long) i),
              i == 3 ? 4 : 0,
              List.of(),
              "c0" + i + "_2026.xlsx"));
    }
    return centres;
  }

  private static Report.Rule rule(String id, long broken) {
    return new Report.Rule(
        id,
        2,
        "invented",
        false,
        Category.PLAUSIBILITY_ATEMPORAL,
        Context.VERIFICATION,
        Severity.ERROR,
        Text.same("sentence of " + id),
        Text.same("reason"),
        new RuleCount(10, broken, 0, 4, 0, 0),
        new Settled(broken, broken / 3, 0));
  }

  private static Report.Cohort cohort(String name) {
    return new Report.Cohort(
        name,
        Text.same(name),
        Map.of("a", Text.same("A"), "b", Text.same("B")),
        OptionalLong.of(1),
        new Attrition(0, List.of(), Map.of("a", 0L, "b", 0L), 0, Map.of()),
        "<svg xmlns='http://www.w3.org/2000/svg'/>");
  }

  private static List<Report.Open> findings(int many) {
    Random random = new Random(468);
    List<Report.Open> all = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      all.add(finding(i, random));
    }
    return all;
  }

  private static Report.Open finding(int i, Random random) {
    String centre = String.format("c%02d", 1 + random.nextInt(33));
    int row = 2 + random.nextInt(900);
    List<SourceCell> cells =
        List.of(
            SourceCell.text(new Place(centre + "_2026.xlsx", "基本信息", row, 3), "ER(+)"),
            SourceCell.text(new Place(centre + "_2026.xlsx", "手术", row, 9), "R0"));
    Finding finding =
        new Finding(
            String.format("%012x", i),
            centre,
            Optional.of(new PatientKey(centre, "n" + i, String.format("p%08x", random.nextInt()))),
            "SUR-" + (10 + random.nextInt(80)),
            Severity.values()[i % 3],
            List.of("margin_status"),
            cells,
            i == 0
                ? HOSTILE
                : new Text(
                    "切缘状态为“阴性”，但手术方式为“未手术”，第" + row + "行应核对原始病历",
                    "The margin is 'negative' but the surgery type is 'none': compare row "
                        + row
                        + " with the chart"));
    return new Report.Open(
        finding,
        Turn.values()[random.nextInt(3)],
        Standing.OPEN,
        LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)),
        new Consequences.Weight(
            Consequence.values()[Math.min(7, i * 8 / 10_000)], List.of("margins", "surgery")));
  }

  /** Writes the page, for a look at it in a browser. */
  static Path write(Path folder, int findings) {
    Path file = folder.resolve("report-" + findings + ".html");
    ReportPage.write(file, of(findings, Optional.empty()));
    return file;
  }
}
