package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.denovo.cohort.Clones;
import org.denovo.cohort.Design;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.EverNever;
import org.denovo.cohort.Landmark;
import org.denovo.cohort.Member;
import org.denovo.cohort.Onset;
import org.denovo.cohort.Outcome;
import org.denovo.cohort.Period;
import org.denovo.cohort.TimeVarying;
import org.denovo.derive.Truth;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.SurgeryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of designs against the cohort's own. All patients are invented. */
class DesignFilesTest {

  private static final List<Design> ALL =
      List.of(
          new EverNever(),
          new Landmark(Period.ofMonths(6)),
          new TimeVarying(),
          new Clones(Period.ofMonths(8)));

  @TempDir Path directory;

  @Test
  void everyDesignHasItsFileButTheFlag() {
    assertThat(Design.class.getPermittedSubclasses())
        .containsExactlyInAnyOrderElementsOf(ALL.stream().<Class<?>>map(Design::getClass).toList());
    assertThat(rows())
        .extracting(DesignRows::file)
        .containsExactly("landmark_6m.csv", "counting_process.csv", "clones_8m.csv");
  }

  @Test
  void anOperationWithoutADayIsInNoDesignAndCounted() {
    List<Member> members = new ArrayList<>(Invented.members());
    Member first = members.get(0);
    members.set(
        0, new Member(first.patient(), first.arm(), first.timeZero(), undated(), first.outcomes()));
    for (DesignRows rows : rows()) {
      DesignFile file = write(rows, members);
      DesignFlow flow = file.flow().get(0);
      assertThat(flow.endpoint()).isEqualTo(Endpoint.OS);
      assertThat(flow.exposureNotKnown()).isEqualTo(1);
      assertThat(flow.out() + flow.lost()).isEqualTo(5);
      assertThat(DesignFlow.shown(List.of(flow), true, Disclosure.OFF).get(0).missing())
          .isEqualTo("date_primary_surgery=1");
      assertThat(directory.resolve(rows.file())).content().doesNotContain("P1");
    }
  }

  @Test
  void everyIdentityHoldsOfManyMembers() throws IOException {
    List<Member> members = seeded(2000);
    cohort(members);
    WrittenDesign.check(
        directory, rows().stream().map(rows -> write(rows, members)).toList(), "surg_day");
    long atRisk = members.stream().filter(m -> m.outcomes().get(0).days() > 183).count();
    long known = members.stream().filter(member -> member.onset().isKnown()).count();
    List<String> landmark = Files.readAllLines(directory.resolve("landmark_6m.csv"));
    long unknownAtRisk =
        members.stream()
            .filter(m -> !m.onset().isKnown() && m.outcomes().get(0).days() > 183)
            .count();
    assertThat(unknownAtRisk).isEqualTo(87);
    assertThat(landmark).hasSize((int) (1 + 2 * (atRisk - unknownAtRisk)));
    List<String> clones = Files.readAllLines(directory.resolve("clones_8m.csv"));
    long ends =
        clones.stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .filter(c -> c[5].equals("1") || c[8].equals("1") || c[10].equals("1"))
            .count();
    assertThat(ends).isEqualTo(2 * known);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "landmark_6m.csv|P1,OS,183,1,717,0,0|P1,OS,183,1,716,0,0|the time from the landmark",
        "landmark_6m.csv|P1,OS,183,1,717,0,0|P1,OS,183,0,717,0,0|exposure by the landmark",
        "landmark_6m.csv|P1,OS,183,1,717,0,0|P1,OS,183,1,717,0,2|a landmark's row has another end",
        "counting_process.csv|P1,OS,60,243,|P1,OS,61,243,|an interval does not begin",
        "counting_process.csv|P2,OS,243,610,1,1|P2,OS,243,609,1,1|the intervals do not add up",
        "counting_process.csv|P2,OS,200,243,0,0|P2,OS,200,243,1,1|an interval's event is not",
        "counting_process.csv|P2,OS,243,610,1,1|P2,OS,243,610,0,1|event and evnt_code do not agree",
        "counting_process.csv|P2,OS,0,200,0,0,0|P2,OS,0,200,0,0,1|exposure is not what its day",
        "counting_process.csv|P2,OS,200,243,0,0,1|P2,OS,200,243,0,0,0|exposure is not what its day",
        "counting_process.csv|P6,OS|P7,OS|has a patient who is not in adtte.csv",
        "clones_8m.csv|P6_no_surg_by_g,no_surg_by_g|P6_no_surg_by_g,other|no clone no_surg_by_g",
        "clones_8m.csv|30,60,0,0,0,1,60,0|30,60,0,0,0,1,60,1|a clone ends 2 times",
        "clones_8m.csv|0,10,0,0,0,0,,1|0,10,0,0,0,0,,0|a clone ends 0 times"
      })
  void aFileThatDoesNotFollowFromTheCohortIsABug(
      String file, String right, String wrong, String why) throws IOException {
    cohort(Invented.members());
    DesignRows rows = rows().stream().filter(r -> r.file().equals(file)).findFirst().orElseThrow();
    DesignFile written = write(rows, Invented.members());
    WrittenDesign.check(directory, List.of(written), "surg_day");
    Path path = directory.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(right);
    Files.writeString(path, text.replace(right, wrong));
    assertThatThrownBy(() -> WrittenDesign.check(directory, List.of(written), "surg_day"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aPatientWhoWasWrittenAndIsNotThereIsABug() throws IOException {
    cohort(Invented.members());
    DesignFile written = write(rows().get(0), Invented.members());
    Path path = directory.resolve("landmark_6m.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(path));
    lines.remove("P3,OS,183,0,217,1,1");
    Files.write(path, lines);
    assertThatThrownBy(() -> WrittenDesign.check(directory, List.of(written), "surg_day"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("landmark_6m.csv has 9 rows");
  }

  @Test
  void smallCountsAndSmallDifferencesBetweenDesignsAreHidden() {
    DesignRows rows = rows().get(0);
    List<DesignFlow> flows =
        List.of(
            new DesignFlow(rows, Endpoint.OS, 100, 20, 0, 0),
            new DesignFlow(rows, Endpoint.BCSS, 100, 22, 0, 0),
            new DesignFlow(rows, Endpoint.PFS, 100, 40, 10, 0),
            new DesignFlow(rows, Endpoint.LRP, 100, 60, 2, 0));
    assertThat(DesignFlow.shown(flows, true, new Disclosure(5)))
        .extracting(
            shown ->
                String.join(
                    " ",
                    shown.in(),
                    shown.excluded(),
                    shown.unknown(),
                    shown.out(),
                    shown.missing()))
        .containsExactly("100 20 0 80 ", "100 * * * ", "100 40 10 50 PFS=10", "100 * <=5 * LRP");
    assertThat(DesignFlow.shown(flows, false, new Disclosure(5)))
        .extracting(DesignFlow.Shown::in)
        .containsOnly("*");
  }

  private static List<DesignRows> rows() {
    return ALL.stream()
        .flatMap(design -> DesignRows.of(design, Invented.DEFINITION).stream())
        .toList();
  }

  private DesignFile write(DesignRows rows, List<Member> members) {
    try (DesignFile file = new DesignFile(directory, rows, 5)) {
      members.forEach(file::accept);
      return file;
    }
  }

  /** {@code cohort.csv} and {@code adtte.csv}. */
  private void cohort(List<Member> members) {
    try (CohortFiles files =
        new CohortFiles(
            directory,
            Invented.DEFINITION,
            List.of(),
            Invented.CENTRES,
            Disclosure.OFF,
            Profile.STANDARD,
            Anonymity.DEFAULT)) {
      members.forEach(files::accept);
    }
  }

  /** Many end early, so that ties with the operation, day 0 and the landmark are among them. */
  private static List<Member> seeded(int n) {
    Random random = new Random(20180503);
    return Stream.generate(() -> 0).limit(n).map(i -> member(random)).toList();
  }

  private static Onset undated() {
    return new Onset(Truth.YES, OptionalInt.empty());
  }

  private static Member member(Random random) {
    int end = random.nextInt(random.nextBoolean() ? 20 : 1500);
    int code = random.nextInt(2);
    String day = code == 0 ? "date_last_contact" : "date_death";
    boolean operated = random.nextBoolean();
    boolean dated = random.nextInt(5) > 0;
    String pid = "P" + Long.toHexString(random.nextLong());
    PatientRecord patient =
        PatientRecord.of(new PatientKey("north", "no-" + pid, pid))
            .put(Fields.SURGERY_TYPE, operated ? SurgeryType.BCS : SurgeryType.NONE)
            .build();
    return new Member(
        patient,
        operated ? "surgical" : "non_surgical",
        Invented.members().get(0).timeZero(),
        operated
            ? dated ? Onset.on(random.nextInt(Math.max(1, Math.min(end + 1, 500)))) : undated()
            : Onset.NEVER,
        Arrays.asList(
            new Outcome(Endpoint.OS, end, code, List.of(day)),
            new Outcome(Endpoint.BCSS, end, code == 1 ? 2 : 0, List.of(day))));
  }
}
