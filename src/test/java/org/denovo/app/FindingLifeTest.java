package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.denovo.extract.FindingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finding from night to night, as a registry manager sees it. Patients are invented. */
class FindingLifeTest {

  @TempDir Path folder;

  private List<String> patients(String third) {
    List<String> rows = new ArrayList<>(OwnProject.patients(8));
    rows.set(2, third);
    return rows;
  }

  private static FindingsFile.Row only(OwnProject project, String rule) throws IOException {
    List<FindingsFile.Row> rows = new ArrayList<>();
    FindingsFile.read(
        project.latest().resolve("quality/findings.csv"),
        row -> {
          if (row.rule().equals(rule)) {
            rows.add(row);
          }
        });
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static String state(OwnProject project, String rule) throws IOException {
    FindingsFile.Row row = only(project, rule);
    return row.state() + " " + row.sinceLast();
  }

  private static Said finding(OwnProject project, String... arguments) {
    List<String> all = new ArrayList<>(List.of("finding"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--job", project.job().toString()));
    return Said.by(all.toArray(String[]::new));
  }

  /** Of both sides, which is a warning. */
  private static final String BOTH = "P3,,双侧,2019-04-11,10,19,2020-05-04";

  @Test
  void aConfirmationHoldsThroughNewNamesAndOrdersAndLapsesWithTheValue() throws IOException {
    OwnProject project = new OwnProject(folder).send("north_1.csv", patients(BOTH));
    assertThat(project.run().code()).isZero();
    assertThat(state(project, "STG-15")).isEqualTo("open new");
    String id = only(project, "STG-15").id();

    Said confirmed = finding(project, "confirm", id, "--by", "Li", "--why", "moved abroad");
    assertThat(confirmed.err()).endsWith("1 noted, 0 refused; they count from the next run on\n");
    assertThat(confirmed.code()).isZero();
    assertThat(project.run().code()).isZero();
    assertThat(state(project, "STG-15")).isEqualTo("confirmed persisting");
    assertThat(project.run().out()).as("decided once").contains("Nothing changed");

    List<String> turned = patients(BOTH);
    Collections.reverse(turned);
    project.remove("north_1.csv");
    project.send("north_final.csv", turned);
    project.run();
    assertThat(state(project, "STG-15")).isEqualTo("confirmed persisting");

    project.send("north_3.csv", patients(BOTH.replace("双侧", "")));
    project.run();
    assertThat(state(project, "STG-15")).isEqualTo("open reopened");

    project.send("north_4.csv", OwnProject.patients(8));
    Said last = project.run();
    assertThat(state(project, "STG-15")).isEqualTo("resolved resolved");
    assertThat(last.out()).contains(" reopened, ").contains(", 2 resolved\n");
    assertThat(Said.by("findings", "--job", project.job().toString(), "--rule", "STG-15").out())
        .as("what is settled is shown to who asks for it")
        .isEmpty();
    assertThat(
            Said.by(
                    "findings",
                    "--job",
                    project.job().toString(),
                    "--since-last",
                    "resolved",
                    "--rule",
                    "STG-15",
                    "--csv")
                .out()
                .lines()
                .skip(1))
        .singleElement()
        .asString()
        .startsWith(id + ",resolved,north,")
        .contains(",resolved,");
  }

  @Test
  void aWaiverIsALimitationAndNoPass() throws IOException {
    OwnProject project = new OwnProject(folder).send("north_1.csv", OwnProject.patients(8));
    project.run();
    assertThat(finding(project, "waive", "CMP-13", "--by", "Li", "--why", "never kept").err())
        .contains("a waiver ends some day: --until");
    Said waived =
        finding(
            project,
            "waive",
            "CMP-13",
            "--centre",
            "north",
            "--by",
            "Li",
            "--why",
            "vital status is kept elsewhere",
            "--until",
            "2020-07-15");
    assertThat(waived.code()).isZero();
    String before = project.count("CMP-13");
    Said second = project.run();
    assertThat(second.out()).contains("0 confirmed, 8 waived, 0 overdue\n");
    assertThat(project.count("CMP-13")).isEqualTo(before).isEqualTo("8,8,0");
    assertThat(project.lines("quality/blocked.csv"))
        .as("without survival nothing rests on it any more")
        .noneMatch(line -> line.startsWith("E6,"))
        .anyMatch(line -> line.equals("E2,\"Exposure arm, surgical or not\",手术与非手术分组,north,8"));
    assertThat(Files.readString(project.latest().resolve("quality/report.html")))
        .contains("vital status is kept elsewhere");

    project.edit("jobs/nightly.yaml", "as-of: 2020-07-15", "as-of: 2020-07-16");
    assertThat(project.run().out()).as("it ran out").doesNotContain("waived");
    assertThat(project.lines("quality/findings.csv"))
        .filteredOn(line -> line.contains(",CMP-13,"))
        .allMatch(line -> line.contains(",open,") && line.contains(",persisting,E6"));
  }

  @Test
  void whatCannotBeConfirmedIsRefusedAndSaysWhy() throws IOException {
    OwnProject project =
        new OwnProject(folder).send("north_1.csv", patients("P3,,左,2019-04-11,130,19,2020-05-04"));
    project.run();
    String id = only(project, "CON-07").id();
    Said refused = finding(project, "confirm", id, "0123456789ab", "--by", "Li", "--why", "seen");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains(id + ": an error of CON-07 cannot be so: the data must be corrected\n")
        .contains("0123456789ab: there is no such finding\n")
        .endsWith("0 noted, 2 refused; they count from the next run on\n");
    assertThat(finding(project, "confirm", "CON-07", "--by", "Li", "--why", "seen").err())
        .contains("'CON-07' is not the id of a finding, as denovo findings shows");
    assertThat(project.run().out()).as("nothing was said").contains("Nothing changed");
  }
}
