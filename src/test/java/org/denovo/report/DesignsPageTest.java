package org.denovo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.denovo.analysis.Covariates;
import org.denovo.analysis.Followed;
import org.denovo.cohort.Adjustment;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.Member;
import org.denovo.cohort.Onset;
import org.denovo.cohort.Outcome;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.SurgeryType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All designs on one page. All patients are invented. */
class DesignsPageTest {

  @TempDir Path folder;

  private final Followed followed =
      new Followed(TableOnePageTest.definition(), new Covariates(Adjustment.NONE));

  @BeforeEach
  void ninetyPatients() {
    for (int i = 0; i < 90; i++) {
      boolean operated = i % 3 == 0;
      int day = 30 + i % 7 * 20;
      int end = 200 + i * 37 % 900;
      followed.add(
          new Member(
              PatientRecord.of(new PatientKey("north", "no-" + i, "P" + i))
                  .put(
                      Fields.SURGERY_TYPE,
                      operated ? SurgeryType.MODIFIED_RADICAL : SurgeryType.NONE)
                  .build(),
              operated ? "surgical" : "non_surgical",
              LocalDate.of(2020, 1, 1),
              operated ? Onset.on(day) : Onset.NEVER,
              List.of(
                  new Outcome(
                      Endpoint.OS,
                      end,
                      i % 4 == 0 ? 0 : 1,
                      List.of(i % 4 == 0 ? "date_last_contact" : "date_death")))),
          List.of());
    }
  }

  @Test
  void theTrapHasNoRatioAndEachOtherDesignHas() throws IOException {
    String page = page(0);
    String os =
        page.substring(page.indexOf("<section id=\"os\""), page.indexOf("<section id=\"bcss\""));
    assertThat(os.split("<tr class=\"trap\">")).hasSize(2);
    assertThat(os.split("P = |P &lt; ")).hasSize(1 + 4 * 2 + 2 + 2);
    assertThat(os).contains("Refused: it would count immortal time", "person-years before");
    assertThat(os.split("data:image/svg")).hasSize(1 + 8);
  }

  @Test
  void whatIsTooSmallIsWithheld() throws IOException {
    String page = page(40);
    assertThat(page)
        .contains("Withheld: too few patients or events")
        .doesNotContain("person-years before", "P = ");
  }

  @Test
  void thePageNeedsNothingElse() throws IOException {
    assertThat(page(0)).doesNotContain("src=\"http", "href=\"http", "@import", "th:each");
  }

  private String page(int threshold) throws IOException {
    Path file = folder.resolve("designs.html");
    DesignsPage.write(
        file,
        TableOnePageTest.definition(),
        followed.results(threshold),
        comparison -> "<svg/>",
        weighting -> "<svg/>",
        Optional.of("<svg/>"));
    return Files.readString(file);
  }
}
