package org.denovo.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.denovo.extract.Disclosure;
import org.denovo.extract.Genomic;
import org.denovo.extract.Profile;
import org.denovo.vocabulary.Lang;
import org.denovo.workbook.Limits;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFilesTest {

  @TempDir Path root;

  @BeforeEach
  void folders() throws IOException {
    for (String folder : List.of("jobs/cohorts", "inbox", "mappings")) {
      Files.createDirectories(root.resolve(folder));
    }
    Files.writeString(root.resolve("jobs/cohorts/surgical.yaml"), "x");
  }

  @Test
  void aJobIsReadWithItsDefaults() throws IOException {
    Problems problems = new Problems();
    JobFile job = read("schema: 1\njob: night\ninbox: inbox\nmappings: mappings\n", problems);
    assertThat(problems.sorted()).isEmpty();
    assertThat(job.inbox()).isEqualTo(root.resolve("inbox"));
    assertThat(job.out()).isEqualTo(root.resolve("out"));
    assertThat(job.data()).isEqualTo(root.resolve("data"));
    assertThat(job.asOf()).isEmpty();
    assertThat(job.stableAfter()).isEqualTo(Duration.ofMinutes(1));
    assertThat(job.gates()).isEqualTo(Gates.OPEN);
    assertThat(job.limits()).isEqualTo(Limits.DEFAULT);
    assertThat(job.privacy()).isEqualTo(Privacy.DEFAULT);
    assertThat(job.privacy().disclosure()).as("exact only if asked").isEqualTo(new Disclosure(7));
    assertThat(job.privacy().genomic()).isEqualTo(Genomic.EXCLUDE);
    assertThat(job.queries()).as("nobody is asked").isEmpty();
  }

  @Test
  void whatIsSaidOfQueriesIsReadAndTheRestIsUsual() throws IOException {
    String job = "schema: 1\njob: night\ninbox: inbox\nmappings: mappings\nqueries: ";
    Problems problems = new Problems();
    assertThat(read(job + "{language: zh}\n", problems).queries())
        .contains(new Queries(Lang.ZH, 30, false, Queries.Accept.BY_HAND));
    assertThat(
            read(job + "{language: en, days: 14, copies: yes, accept: warnings}\n", problems)
                .queries())
        .contains(new Queries(Lang.EN, 14, true, Queries.Accept.WARNINGS));
    assertThat(problems.sorted()).isEmpty();

    read(job + "{language: fr, days: 0, copies: maybe, accept: all, by: me}\n", problems);
    assertThat(problems.sorted())
        .extracting(problem -> problem.message().en())
        .containsExactly(
            "'fr' is not understood; write it like 'zh / en'",
            "'0' is not understood; write it like '30'",
            "'maybe' is not understood; write it like 'yes / no'",
            "'all' is not understood; write it like 'by-hand / warnings / overridable'",
            "unknown key 'by'; known here: language, days, copies, accept");
  }

  @Test
  void aJobIsReadWithAllThatItSays() throws IOException {
    Problems problems = new Problems();
    JobFile job =
        read(
            """
            schema: 1
            job: night
            title: {zh: 夜, en: night}
            inbox: inbox
            mappings: mappings
            cohorts: [surgical]
            as-of: 2022-06-30
            accrual: {from: 2017-01-01, to: 2018-12-31}
            stable-after: 2 min
            schedule: {cron: "30 1 * * *", zone: Asia/Shanghai}
            gates: {warn-quarantined: 0, max-errors: 12.5 %}
            privacy: {profile: limited, genomic: include, small-cells: 3}
            limits: {file-size: 1 GB, xls-size: 20 MB, cell-text: 32767, lock-turns: 10000000}
            """,
            problems);
    assertThat(problems.sorted()).isEmpty();
    assertThat(job.cohorts()).containsExactly(root.resolve("jobs/cohorts/surgical.yaml"));
    assertThat(job.asOf()).contains(LocalDate.of(2022, 6, 30));
    assertThat(job.accrual())
        .contains(new JobFile.Accrual(LocalDate.of(2017, 1, 1), LocalDate.of(2018, 12, 31)));
    assertThat(job.stableAfter()).isEqualTo(Duration.ofMinutes(2));
    assertThat(job.gates().warnQuarantined()).isZero();
    assertThat(job.gates().maxErrorPct()).isEqualTo(12.5);
    assertThat(job.privacy().profile()).isEqualTo(Profile.LIMITED);
    assertThat(job.privacy().disclosure()).isEqualTo(new Disclosure(3));
    assertThat(job.privacy().genomic()).isEqualTo(Genomic.INCLUDE);
    assertThat(job.limits().fileBytes()).isEqualTo(1_073_741_824L);
    assertThat(job.limits().oldFormatBytes()).isEqualTo(20_971_520L);
    assertThat(job.limits().cellText()).isEqualTo(32_767);
    assertThat(job.limits().lockTurns()).isEqualTo(10_000_000);
    assertThat(job.limits().rows()).isEqualTo(Limits.DEFAULT.rows());
  }

  @Test
  void everyProblemIsNotedWithItsPlaceAndASuggestion() throws IOException {
    Problems problems = new Problems();
    read(
        """
        schema: 1
        job: day
        inbx: inbox
        mappings: mapping
        cohorts: [surgicl]
        as-of: 30.6.2022
        schedule: {cron: "0 2 * *", zone: Asia/Shanghai}
        privacy: {profile: exact, genomic: yes}
        limits: {file-sise: 1 GB, unpacked-size: 4096, rows: -1, cell-text: 0, columns: [3], bytes: 3}
        """,
        problems);
    assertThat(problems.sorted())
        .extracting(p -> p.in(Lang.EN))
        .containsExactly(
            "jobs/night.yaml:1:1 'inbox' is missing",
            "jobs/night.yaml:2:6 the job must be named like its file: night",
            "jobs/night.yaml:3:1 unknown key 'inbx'; did you mean 'inbox'?",
            "jobs/night.yaml:4:11 there is no folder 'mapping'",
            "jobs/night.yaml:5:11 there is no cohort 'surgicl'; did you mean 'surgical'?",
            "jobs/night.yaml:6:8 '30.6.2022' is not understood; write it like '2022-06-30'",
            "jobs/night.yaml:7:18 '0 2 * *' is not understood; write it like '0 2 * * *'",
            "jobs/night.yaml:8:20 'exact' is not understood; write it like 'standard / limited /"
                + " safe-harbor'",
            "jobs/night.yaml:8:36 'yes' is not understood; write it like 'exclude / include'",
            "jobs/night.yaml:9:10 unknown key 'file-sise'; did you mean 'file-size'?",
            "jobs/night.yaml:9:42 '4096' is not understood; write it like '4096 MB'",
            "jobs/night.yaml:9:54 '-1' is not understood; write it like '1048576'",
            "jobs/night.yaml:9:69 '0' is not understood; write it like '100000'",
            "jobs/night.yaml:9:81 a text was expected here",
            "jobs/night.yaml:9:86 unknown key 'bytes'; known here: file-size, xls-size,"
                + " unpacked-size, unpacked-ratio, entries, cell-text, rows, columns, shared-texts,"
                + " shared-characters, merged-cells, lock-turns");
  }

  @Test
  void nothingIsExportedWithoutAPurposeWhereTheJobDemandsIt() throws IOException {
    assertThat(privacy("{require-purpose: true, purpose: a study of margins}"))
        .containsExactly(
            "jobs/night.yaml:5:28 nothing may be exported without a purpose and an approval"
                + " number");
    assertThat(privacy("{require-purpose: true, purpose: \" \", approval: IRB-7}")).hasSize(2);
    assertThat(privacy("{require-purpose: true, purpose: margins, approval: IRB-7}")).isEmpty();
    assertThat(privacy("{require-purpose: false}")).isEmpty();
  }

  @Test
  void whatIsAskedOfAFileIsChecked() throws IOException {
    assertThat(
            privacy(
                "{k: 1, small-cells: 1, sensitive: [deth],"
                    + " quasi-identifiers: [sex, sex, birth_day]}"))
        .containsExactly(
            "jobs/night.yaml:5:14 '1' is not understood; write it like '5'",
            "jobs/night.yaml:5:30 '1' is not understood; write it like '7'",
            "jobs/night.yaml:5:45 there is no column 'deth'; did you mean 'death'?",
            "jobs/night.yaml:5:77 'sex' is named twice",
            "jobs/night.yaml:5:82 there is no column 'birth_day'; did you mean 'death_day'?");
    assertThat(privacy("{k: 11, quasi-identifiers: [dx_year, sex]}")).isEmpty();
    assertThat(privacy("{profile: limited, quasi-identifiers: [birth_date]}")).isEmpty();
  }

  private List<String> privacy(String says) throws IOException {
    Problems problems = new Problems();
    read(
        "schema: 1\njob: night\ninbox: inbox\nmappings: mappings\nprivacy: " + says + "\n",
        problems);
    return problems.sorted().stream().map(problem -> problem.in(Lang.EN)).toList();
  }

  @Test
  void aScheduleKnowsItsZone() {
    Schedule schedule = new Schedule("0 2 * * *", ZoneId.of("Asia/Shanghai"));
    assertThat(schedule.next(Instant.parse("2022-06-30T17:00:00Z")))
        .contains(Instant.parse("2022-06-30T18:00:00Z"));
    assertThat(schedule.next(Instant.parse("2022-06-30T18:00:00Z")))
        .contains(Instant.parse("2022-07-01T18:00:00Z"));
  }

  @Test
  void aMissedNightIsDue() {
    Schedule schedule = new Schedule("0 2 * * *", ZoneId.of("Asia/Shanghai"));
    Instant started = Instant.parse("2022-06-29T18:00:00Z");
    assertThat(schedule.isDue(started, Instant.parse("2022-06-30T17:59:59Z"))).isFalse();
    assertThat(schedule.isDue(started, Instant.parse("2022-06-30T18:00:00Z"))).isTrue();
    assertThat(schedule.isDue(started, Instant.parse("2022-07-09T00:00:00Z"))).isTrue();
  }

  @Test
  void gatesWarnBeforeTheyClose() {
    Gates gates = new Gates(0, 2, 10, 50);
    assertThat(gates.judge(0, 100, 10)).isEqualTo(Gates.Result.PASSED);
    assertThat(gates.judge(1, 100, 0)).isEqualTo(Gates.Result.WARNED);
    assertThat(gates.judge(0, 100, 11)).isEqualTo(Gates.Result.WARNED);
    assertThat(gates.judge(3, 100, 0)).isEqualTo(Gates.Result.FAILED);
    assertThat(gates.judge(0, 100, 51)).isEqualTo(Gates.Result.FAILED);
    assertThat(gates.judge(0, 0, 0)).isEqualTo(Gates.Result.PASSED);
  }

  @Test
  void theRulesBesideTheJobHoldUnlessItNamesOthers() throws IOException {
    Path beside = write("jobs/rules/b.yaml");
    Path first = write("jobs/rules/a.yaml");
    Path others = write("own/c.yaml");
    write("own/readme.txt");
    String yaml = "schema: 1\njob: night\ninbox: inbox\nmappings: mappings\n";
    Problems problems = new Problems();
    assertThat(read(yaml, problems).rules()).containsExactly(first, beside);
    assertThat(read(yaml + "rules: own\n", problems).rules()).containsExactly(others);
    assertThat(problems.sorted()).isEmpty();
    read(yaml + "rules: onw\n", problems);
    assertThat(problems.sorted())
        .extracting(problem -> problem.in(Lang.EN))
        .containsExactly("jobs/night.yaml:5:8 there is no folder 'onw'");
  }

  private Path write(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }

  private JobFile read(String yaml, Problems problems) throws IOException {
    Path file = Files.writeString(root.resolve("jobs/night.yaml"), yaml);
    return JobFiles.read(file, problems).orElseThrow();
  }
}
