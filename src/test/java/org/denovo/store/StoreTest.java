package org.denovo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.denovo.change.Change;
import org.denovo.change.RenameProposal;
import org.denovo.check.Finding;
import org.denovo.check.Life;
import org.denovo.check.RuleBook;
import org.denovo.check.RuleCount;
import org.denovo.check.Ruling;
import org.denovo.check.Severity;
import org.denovo.check.Standing;
import org.denovo.check.Turn;
import org.denovo.check.Waiver;
import org.denovo.linkage.Decision;
import org.denovo.mapping.RowKind;
import org.denovo.mapping.RowNumbers;
import org.denovo.mapping.SheetHeader;
import org.denovo.mapping.SheetLedger;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Edition;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.ReceptorStatus;
import org.denovo.vocabulary.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same on every database. Patients are invented. */
class StoreTest {

  private static final LocalDate DAY = LocalDate.of(2022, 6, 30);

  @TempDir Path folder;

  @Test
  void aPatientComesBackAsSheWasSaved() {
    onEach(
        source -> {
          Store store = Store.in(source);
          long id = submission(store, "20220630T000000Z-00000001");
          PatientRecord patient = patient("中-0001");
          store.patients().save(id, 0, List.of(patient, patient("a"), patient("A")));
          List<PatientRecord> read = new ArrayList<>();
          store.patients().each(store.submissions().get(id), read::add);
          assertThat(read).hasSize(3);
          for (Field<?> field : Fields.all()) {
            assertThat(read.get(0).answer(field)).as(field.name()).isEqualTo(patient.answer(field));
          }
          assertThat(read.get(0).key()).isEqualTo(patient.key());
          SourceCell cell = read.get(0).cell(Fields.ER_PCT).orElseThrow();
          assertThat(cell.place()).isEqualTo(new Place("north.xlsx", "基本信息", 4, 2));
          assertThat(cell.text()).isEqualTo("（+）90％");
          assertThat(cell.marks())
              .containsExactlyInAnyOrder(Mark.FORMULA, Mark.MERGED, Mark.DRESSED);
          assertThat(cell.formula()).isEqualTo("A1&\"％\"");
          assertThat(cell.format()).isEqualTo("@\"阳性\"");
          assertThat(read.get(0).cell(Fields.NATIONAL_ID).orElseThrow().text()).isEmpty();
        });
  }

  @Test
  void sqlReadersFindTypedColumns() {
    onEach(
        source -> {
          Store store = Store.in(source);
          long id = submission(store, "20220630T000000Z-00000001");
          store.patients().save(id, 0, List.of(patient("1")));
          Map<String, Object> row =
              new JdbcTemplate(source)
                  .queryForMap(
                      "SELECT er_status, er_pct_min, er_pct_max, lesion_count_min,"
                          + " lesion_count_max, date_dx, date_dx_precision, met_sites, sex FROM"
                          + " patient");
          assertThat(row.get("er_status")).isEqualTo("pos");
          assertThat(row.get("er_pct_min")).isEqualTo(90.0);
          assertThat(row.get("lesion_count_min")).isEqualTo(2.0);
          assertThat(row.get("lesion_count_max")).isNull();
          assertThat(row.get("date_dx")).hasToString("2018-05-01");
          assertThat(row.get("date_dx_precision")).isEqualTo("month");
          assertThat(row.get("met_sites")).isEqualTo("bone;liver");
          assertThat(row.get("sex")).isNull();
        });
  }

  @Test
  void patientsWhoShareANumberAreFoundOverSubmissions() {
    onEach(
        source -> {
          Store store = Store.in(source);
          long north = submission(store, "20220630T000000Z-00000001");
          long south = submission(store, "20220630T000000Z-00000002");
          store
              .patients()
              .save(
                  north, 0, List.of(numbered("n1", "a"), numbered("n2", "b"), numbered("n3", "c")));
          store
              .patients()
              .save(
                  south, 0, List.of(numbered("s1", "a"), numbered("s2", "c"), numbered("s3", "c")));
          List<Submission> both =
              List.of(store.submissions().get(north), store.submissions().get(south));
          assertThat(store.patients().sharingNumber(both, 3))
              .containsExactlyInAnyOrder("P-n1", "P-n3", "P-s1", "P-s2", "P-s3");
          assertThat(store.patients().sharingNumber(both, 2))
              .as("a number of three is no person's")
              .containsExactlyInAnyOrder("P-n1", "P-s1");
        });
  }

  private static PatientRecord numbered(String number, String nationalId) {
    return PatientRecord.of(new PatientKey("north", number, "P-" + number))
        .put(Fields.NATIONAL_ID, nationalId)
        .build();
  }

  @Test
  void theLastDecisionOnAPairHolds() {
    onEach(
        source -> {
          Store store = Store.in(source);
          Decision same = new Decision("p1", "p2", Decision.Verdict.SAME, "王", "同一人", DAY);
          Decision other =
              new Decision("p3", "p1", Decision.Verdict.DIFFERENT, "w", "sisters", DAY);
          store.pairs().add(same);
          store.pairs().add(other);
          assertThat(store.pairs().inForce().all()).containsExactly(same, other);
          store.pairs().add(new Decision("p2", "p1", Decision.Verdict.OPEN, "w", "not sure", DAY));
          assertThat(store.pairs().inForce().all()).containsExactly(other);
          new JdbcTemplate(source).execute("DROP TABLE pair_decision");
          assertThat(store.pairs().inForce().all()).as("as an older program left it").isEmpty();
        });
  }

  @Test
  void aSubmissionIsCurrentOnlyWhenItsRunIsPublished() {
    onEach(
        source -> {
          Store store = Store.in(source);
          long first = submission(store, "20220630T000000Z-00000001");
          store.patients().save(first, 0, List.of(patient("1")));
          SheetLedger ledger =
              new SheetLedger(
                  "表",
                  9,
                  Map.of(
                      RowKind.HEADER, RowNumbers.read(2, "1..2"),
                      RowKind.BLANK, RowNumbers.read(1, "4"),
                      RowKind.TOTAL, RowNumbers.read(1, "9"),
                      RowKind.PATIENT, RowNumbers.read(5, "3, 5..8")));
          store.submissions().loaded(first, 1, List.of(ledger));
          assertThat(store.submissions().current()).isEmpty();
          store.submissions().publish("20220630T000000Z-00000001");
          assertThat(store.submissions().current())
              .extracting(Submission::id)
              .containsExactly(first);
          assertThat(store.submissions().sheets(first)).containsExactly(ledger);

          long second = submission(store, "20220701T000000Z-00000002");
          store.submissions().loaded(second, 0, List.of());
          store.submissions().publish("20220701T000000Z-00000002");
          assertThat(store.submissions().current())
              .extracting(Submission::id)
              .containsExactly(second);
          assertThat(store.submissions().get(first).state()).isEqualTo(Submission.State.SUPERSEDED);
          assertThat(store.patients().count(first)).isEqualTo(1);
        });
  }

  @Test
  void aRunThatIsFrozenKeepsItsSubmissions() {
    onEach(
        source -> {
          Store store = Store.in(source);
          String early = "20220630T000000Z-00000001";
          String late = "20220701T000000Z-00000002";
          long first = submission(store, early);
          store.patients().save(first, 0, List.of(patient("1"), patient("2")));
          store.submissions().loaded(first, 2, List.of());
          store.submissions().publish(early);
          store.runs().end(early, Run.State.PUBLISHED, LocalDateTime.of(2022, 6, 30, 1, 0));
          String fingerprint = store.patients().fingerprint(store.submissions().get(first));
          long second = submission(store, late);
          store.patients().save(second, 0, List.of(patient("1")));
          store.submissions().loaded(second, 1, List.of());
          store.submissions().publish(late);
          store.runs().end(late, Run.State.PUBLISHED, LocalDateTime.of(2022, 7, 1, 1, 0));

          Run run = store.runs().published("nightly", DAY).orElseThrow();
          assertThat(store.runs().published("nightly", DAY.minusDays(1))).isEmpty();
          Run frozen = new Run(early, "nightly", "0".repeat(64), DAY, run.state(), run.started());
          assertThat(store.submissions().inForce(frozen))
              .extracting(Submission::id)
              .containsExactly(first);
          assertThat(store.submissions().inForce(run))
              .extracting(Submission::id)
              .containsExactly(run.id().equals(late) ? second : first);
          Cuts.Cut cut = new Cuts.Cut("paper", "nightly", early, DAY, DAY, "ef".repeat(32));
          store.cuts().lock(cut, List.of(first));
          assertThat(store.cuts().all()).containsExactly(cut);
          assertThat(store.cuts().named("paper")).contains(cut);
          assertThat(store.cuts().named("Paper")).isEmpty();
          assertThat(store.cuts().submissions("paper")).containsExactly(first);
          assertThatThrownBy(() -> store.cuts().lock(cut, List.of(second)))
              .isInstanceOf(DataIntegrityViolationException.class);
          assertThatThrownBy(
                  () ->
                      new JdbcTemplate(source)
                          .update("DELETE FROM submission WHERE submission_id = " + first))
              .isInstanceOf(DataIntegrityViolationException.class);
          Submission.Refusal refusal =
              new Submission.Refusal("BROKEN", new Text("文件损坏", "the file is broken"));
          assertThatThrownBy(() -> store.submissions().quarantine(first, refusal))
              .hasMessage("submission " + first + " belongs to a data cut");
          assertThat(store.patients().count(first)).isEqualTo(2);
          assertThat(store.patients().fingerprint(store.submissions().get(first)))
              .isEqualTo(fingerprint)
              .isNotEqualTo(store.patients().fingerprint(store.submissions().get(second)));
        });
  }

  @Test
  void aPatientIsLookedForByTheBeginningOfHerPseudonym() {
    onEach(
        source -> {
          Store store = Store.in(source);
          long id = submission(store, "20220630T000000Z-00000001");
          store.patients().save(id, 0, List.of(patient("21"), patient("12"), patient("13")));
          Submission submission = store.submissions().get(id);
          assertThat(store.patients().beginning("P1", 5)).isEmpty();
          store.submissions().loaded(id, 3, List.of());
          store.submissions().publish("20220630T000000Z-00000001");
          assertThat(store.patients().beginning("P1", 5)).containsExactly("P12", "P13");
          assertThat(store.patients().beginning("P", 2)).containsExactly("P12", "P13");
          assertThat(store.patients().numbers(submission)).containsExactly("12", "13", "21");
        });
  }

  @Test
  void quarantineDropsWhatWasReadAndKeepsTheReason() {
    onEach(
        source -> {
          Store store = Store.in(source);
          long id = submission(store, "20220630T000000Z-00000001");
          store.patients().save(id, 0, List.of(patient("1")));
          Submission.Refusal refusal =
              new Submission.Refusal("BROKEN", new Text("文件损坏", "the file is broken"));
          store.submissions().quarantine(id, refusal);
          assertThat(store.submissions().get(id).refusal()).contains(refusal);
          assertThat(store.patients().count(id)).isZero();
          store.submissions().forget("20220630T000000Z-00000001");
          assertThat(store.submissions().of("20220630T000000Z-00000001")).isEmpty();
          assertThat(store.submissions().firstReceived("north", "ab".repeat(32))).isEmpty();
        });
  }

  @Test
  void findingsKeepTheirOrderCellsAndLife() {
    onEach(
        source -> {
          Store store = Store.in(source);
          long id = submission(store, "20220630T000000Z-00000001");
          Finding one = finding("aaaaaaaaaaaa", Optional.of(patient("1").key()));
          Finding two = finding("bbbbbbbbbbbb", Optional.empty());
          store.findings().save(id, List.of(one));
          store.findings().replaceCross(List.of(two));
          store.findings().replaceCross(List.of(two));
          List<Finding> own = new ArrayList<>();
          store.findings().each(store.submissions().get(id), own::add);
          assertThat(own).containsExactly(one);
          new JdbcTemplate(source).update("UPDATE finding SET inputs = ''");
          own.clear();
          store.findings().each(store.submissions().get(id), own::add);
          assertThat(own).as("stored by an older program").containsExactly(one);
          List<Finding> cross = new ArrayList<>();
          store.findings().eachCross(cross::add);
          assertThat(cross).containsExactly(two);

          store.findings().count(id, Map.of("STG-01", count("STG-01", 3, 1, 2)));
          store.findings().count(id, Map.of("STG-01", count("STG-01", 1, 1, 0)));
          assertThat(store.findings().counts(id))
              .containsExactly(Map.entry("STG-01", count("STG-01", 4, 2, 2)));
        });
  }

  @Test
  void aFindingIsNewThenPersistsIsResolvedAndComesBack() {
    onEach(
        source -> {
          Store store = Store.in(source);
          Findings findings = store.findings();
          Finding one = finding("00000000000f", Optional.empty());
          Finding two = finding("ffffffffffff", Optional.empty());
          Lives first = findings.lives();
          assertThat(first.meet(one, 1, DAY))
              .isEqualTo(new Lives.Meeting(Turn.NEW, Life.begun(one.inputs(), 1, DAY)));
          assertThat(first.meet(two, 1, DAY).turn()).isEqualTo(Turn.NEW);
          assertThat(first.resolved()).isZero();
          findings.saveLives(first, run(1), DAY, rule -> true);

          Lives second = findings.lives();
          assertThat(second.meet(two, 1, DAY.plusDays(1)))
              .isEqualTo(new Lives.Meeting(Turn.PERSISTING, Life.begun(two.inputs(), 1, DAY)));
          assertThat(second.isGone(one)).isTrue();
          assertThat(second.isGone(two)).isFalse();
          assertThat(second.resolved()).isEqualTo(1);
          findings.saveLives(second, run(2), DAY, rule -> true);
          assertThat(
                  new JdbcTemplate(source)
                      .queryForMap("SELECT * FROM finding_life WHERE state = 'resolved'"))
              .containsEntry("finding_id", "00000000000f")
              .containsEntry("rule_id", "STG-01")
              .containsEntry("last_seen", Date.valueOf(DAY));

          Lives third = findings.lives();
          assertThat(third.meet(one, 1, DAY.plusDays(2)))
              .isEqualTo(new Lives.Meeting(Turn.REOPENED, Life.begun(one.inputs(), 1, DAY)));
          assertThat(third.resolved()).isEqualTo(1);
          findings.saveLives(third, run(3), DAY.plusDays(1), rule -> false);
          Lives fourth = findings.lives();
          assertThat(fourth.meet(one, 1, DAY.plusDays(3)).turn()).isEqualTo(Turn.PERSISTING);
          assertThat(fourth.meet(two, 1, DAY.plusDays(3)).turn()).isEqualTo(Turn.REOPENED);
          assertThat(store.rulings().history("00000000000f"))
              .extracting(e -> e.kind() + " " + e.by() + " " + e.reason() + " " + e.before())
              .containsExactly("resolved denovo  OPEN", "reopened denovo came_back RESOLVED");
          assertThat(store.rulings().history("ffffffffffff"))
              .extracting(Rulings.Event::after)
              .as("its rule was withdrawn")
              .containsExactly(Standing.OBSOLETE);
        });
  }

  private static Run run(int night) {
    return new Run(
        "2022063%dT000000Z-00000001".formatted(night),
        "nightly",
        "0".repeat(64),
        DAY.plusDays(night - 1),
        Run.State.RUNNING,
        DAY.plusDays(night - 1).atTime(2, 0));
  }

  @Test
  void whatIsSaidOfAFindingHoldsUntilItsValuesItsRuleOrItsDayChange() {
    onEach(
        source -> {
          Store store = Store.in(source);
          Finding finding = current(store);
          String id = finding.id();
          assertThat(
                  make(
                      store,
                      Ruling.confirmed(
                          id,
                          "Li",
                          Ruling.Reason.CONFIRMED_IN_SOURCE,
                          "two primaries",
                          Optional.of(DAY.plusDays(9)))))
              .isEmpty();
          Lives night = store.findings().lives();
          assertThat(night.meet(finding, 1, DAY.plusDays(9)).life().standing())
              .isEqualTo(Standing.CONFIRMED);
          assertThat(night.peek(finding, 1, DAY.plusDays(10)).standing()).isEqualTo(Standing.OPEN);
          assertThat(night.peek(finding, 2, DAY).standing()).isEqualTo(Standing.OPEN);
          Finding changed = other(finding, "laterality is left");
          assertThat(night.meet(changed, 1, DAY).turn()).isEqualTo(Turn.REOPENED);
          store.findings().saveLives(night, run(2), DAY, rule -> true);
          assertThat(store.rulings().history(id))
              .extracting(e -> e.kind() + " " + e.by() + " " + e.reason() + " " + e.why())
              .containsExactly(
                  "confirm Li confirmed_in_source two primaries",
                  "reopened denovo inputs_changed ");
        });
  }

  @Test
  void whoSentOrAnsweredAQueryDoesNotConfirmIt() {
    onEach(
        source -> {
          Store store = Store.in(source);
          String id = current(store).id();
          assertThat(make(store, Ruling.sent(id, "Wang", Optional.empty()))).isEmpty();
          assertThat(store.findings().lives().peek(current(store), 1, DAY).expires())
              .contains(DAY.plusDays(30));
          assertThat(make(store, Ruling.answered(id, "north", "it is so"))).isEmpty();
          for (String by : List.of("north", "WANG")) {
            assertThat(make(store, confirmed(id, by)))
                .containsExactly(by + " sent or answered it: somebody else confirms");
          }
          assertThat(make(store, confirmed(id, "Li"))).isEmpty();
          assertThat(make(store, confirmed(id, "Zhao")))
              .containsExactly("the finding is confirmed");
          assertThat(make(store, Ruling.reopened(id, "Zhao", "wrong patient"))).isEmpty();
          assertThat(make(store, Ruling.answered("0123456789ab", "north", "what?")))
              .containsExactly("there is no such finding");
          assertThat(store.rulings().history(id))
              .extracting(Rulings.Event::after)
              .containsExactly(Standing.SENT, Standing.ANSWERED, Standing.CONFIRMED, Standing.OPEN);
        });
  }

  @Test
  void theLastWaiverOfARuleAndCentreCounts() {
    onEach(
        source -> {
          Store store = Store.in(source);
          Waiver first = new Waiver("CMP-07", "north", "Li", "no laboratory", DAY);
          Waiver second = new Waiver("CMP-07", "north", "Li", "until spring", DAY.plusDays(90));
          Waiver other = new Waiver("CMP-08", "north", "Li", "none recorded", DAY);
          List.of(other, first, second).forEach(w -> store.rulings().waive(w, moment()));
          assertThat(store.rulings().waivers()).containsExactly(second, other);
          List<String> before = store.rulings().decided(DAY);
          assertThat(store.rulings().decided(DAY)).isEqualTo(before);
          assertThat(store.rulings().decided(DAY.plusDays(1)))
              .as("one ran out")
              .isNotEqualTo(before);
        });
  }

  /** A published registry with one finding, a warning that may be confirmed. */
  private static Finding current(Store store) {
    Finding finding =
        new Finding(
            "aaaaaaaaaaaa",
            "north",
            Optional.of(patient("1").key()),
            "STG-15",
            Severity.WARNING,
            List.of("laterality"),
            List.of(),
            new Text("侧别为双侧", "The laterality is bilateral"));
    if (store.submissions().current().isEmpty()) {
      long id = submission(store, "20220630T000000Z-00000001");
      store.findings().save(id, List.of(finding));
      store.submissions().loaded(id, 1, List.of());
      store.submissions().publish("20220630T000000Z-00000001");
      Lives lives = store.findings().lives();
      lives.meet(finding, 1, DAY);
      store.findings().saveLives(lives, run(1), DAY, rule -> true);
    }
    return finding;
  }

  private static Finding other(Finding finding, String says) {
    return new Finding(
        finding.id(),
        finding.centre(),
        finding.patient(),
        finding.ruleId(),
        finding.severity(),
        finding.fields(),
        finding.cells(),
        Text.same(says));
  }

  private static Ruling confirmed(String id, String by) {
    return Ruling.confirmed(id, by, Ruling.Reason.KNOWN_EXCEPTION, "seen", Optional.empty());
  }

  private static List<String> make(Store store, Ruling ruling) {
    return store.rulings().make(List.of(ruling), RuleBook.BUILT_IN, moment()).stream()
        .map(refused -> refused.why().en())
        .toList();
  }

  private static Rulings.Moment moment() {
    return new Rulings.Moment(DAY.atTime(9, 30), DAY, Optional.empty());
  }

  @Test
  void aRunIsFoundByWhereItStands() {
    onEach(
        source -> {
          Store store = Store.in(source);
          submission(store, "20220630T000000Z-00000001");
          assertThat(store.runs().running("nightly").orElseThrow().id())
              .isEqualTo("20220630T000000Z-00000001");
          store
              .runs()
              .end(
                  "20220630T000000Z-00000001",
                  Run.State.PUBLISHED,
                  LocalDateTime.of(2022, 6, 30, 1, 0));
          assertThat(store.runs().running("nightly")).isEmpty();
          assertThat(store.runs().published("nightly").orElseThrow().asOf()).isEqualTo(DAY);
          assertThat(store.runs().published("other")).isEmpty();
        });
  }

  @Test
  void aHistoryComesBackAsItWasNoted() {
    onEach(
        source -> {
          Store store = Store.in(source);
          long first = submission(store, "20220630T000000Z-00000001");
          long second = submission(store, "20220701T000000Z-00000002");
          assertThat(store.history().of(first).previous()).as("older than the history").isEmpty();
          History.Entry entry =
              new History.Entry(
                  Optional.of(first), Optional.empty(), "ef".repeat(32), "mark", Optional.of(DAY));
          History.Make make =
              new History.Make(
                  "1904", List.of(new SheetHeader("基本 信息", List.of("编号", "", "ER\t(%)"))));
          store.history().begin(second, entry);
          store.history().made(second, make);
          assertThat(store.history().of(second)).isEqualTo(entry);
          assertThat(store.history().make(second).dateSystem()).isEqualTo("1904");
          assertThat(store.history().make(second).headers())
              .containsExactly(new SheetHeader("基本 信息", List.of("编号", "", "ER (%)")));
          store.submissions().forget("20220701T000000Z-00000002");
          assertThat(store.history().of(second).previous()).isEmpty();
        });
  }

  @Test
  void patientsComeInTheOrderOfTheirPseudonyms() {
    onEach(
        source -> {
          Store store = Store.in(source);
          long id = submission(store, "20220630T000000Z-00000001");
          List<PatientRecord> patients = new ArrayList<>();
          for (int i = 0; i < 1_100; i++) {
            patients.add(patient(Integer.toString(i * 7_919 % 1_100)));
          }
          store.patients().save(id, 0, patients);
          Submission submission = store.submissions().get(id);
          List<String> pids = new ArrayList<>();
          store.patients().byPseudonym(submission).forEachRemaining(p -> pids.add(p.key().pid()));
          assertThat(pids).hasSize(1_100).isSorted().doesNotHaveDuplicates();
          Function<String, Optional<PatientRecord>> finder = store.patients().finder(submission);
          assertThat(finder.apply("P17").orElseThrow().key().number()).isEqualTo("17");
          assertThat(finder.apply("p17")).isEmpty();
        });
  }

  @Test
  void patientsWithLongTextsFillABlockEarlier() {
    onEach(
        source -> {
          Store store = Store.in(source);
          long id = submission(store, "20220630T000000Z-00000001");
          Random random = new Random(1);
          List<PatientRecord> patients = new ArrayList<>();
          for (int i = 0; i < 60; i++) {
            String text = Long.toString(random.nextLong(), 36).repeat(2_000);
            patients.add(
                PatientRecord.of(new PatientKey("north", "" + i, "P" + i))
                    .put(
                        Fields.MET_SITES,
                        Answer.unreadable(),
                        SourceCell.text(new Place("north.xlsx", "表", 70_000 + i, 300), text))
                    .build());
          }
          store.patients().save(id, 0, patients);
          assertThat(
                  new JdbcTemplate(source)
                      .queryForObject("SELECT COUNT(*) FROM patient_block", Long.class))
              .isEqualTo(3);
          List<PatientRecord> read = new ArrayList<>();
          store.patients().each(store.submissions().get(id), read::add);
          assertThat(read)
              .extracting(p -> p.cell(Fields.MET_SITES))
              .containsExactlyElementsOf(
                  patients.stream().map(p -> p.cell(Fields.MET_SITES)).toList());
        });
  }

  @Test
  void changesAreWrittenAnewByAnotherAttempt() {
    onEach(
        source -> {
          Store store = Store.in(source);
          long id = submission(store, "20220630T000000Z-00000001");
          Place place = new Place("north.xlsx", "基本信息", 4, 2);
          Change change =
              new Change(
                  Change.Kind.CHANGED,
                  "P1",
                  Optional.of(Fields.ER_PCT),
                  "10",
                  "90",
                  Optional.of(place),
                  Optional.of(place),
                  Change.Cause.UNEXPLAINED,
                  "XFL-03");
          Change gone =
              new Change(
                  Change.Kind.VANISHED,
                  "P2",
                  Optional.empty(),
                  "",
                  "",
                  Optional.of(place),
                  Optional.empty(),
                  Change.Cause.UNEXPLAINED,
                  "XFL-01");
          for (int attempt = 0; attempt < 2; attempt++) {
            try (Changes.Pen pen = store.changes().rewrite(id, Set.of("XFL-03"))) {
              pen.change(change);
              pen.change(gone);
              pen.finding(finding("XFL-03"));
            }
            store.findings().count(id, Map.of("XFL-03", count("XFL-03", 5, 1, 0)));
          }
          List<Change> read = new ArrayList<>();
          store.changes().each(id, read::add);
          assertThat(read).containsExactly(change, gone);
          assertThat(store.changes().counts(id))
              .containsExactly(
                  new Changes.Count(Change.Kind.CHANGED, "er_pct", Change.Cause.UNEXPLAINED, 1),
                  new Changes.Count(Change.Kind.VANISHED, "", Change.Cause.UNEXPLAINED, 1));
          assertThat(store.findings().counts(id))
              .containsExactly(Map.entry("XFL-03", count("XFL-03", 5, 1, 0)));
          assertThat(store.findings().subjects(id, rule -> true)).containsExactly("P1 er_pct");
          assertThat(store.findings().subjects(id, rule -> false)).isEmpty();
        });
  }

  private static Finding finding(String rule) {
    return new Finding(
        "aaaaaaaaaaaa",
        "north",
        Optional.of(new PatientKey("north", "1", "P1")),
        rule,
        Severity.ERROR,
        List.of("er_pct"),
        List.of(),
        Text.same("changed"));
  }

  @Test
  void proposalsComeBackInTheirOrder() {
    onEach(
        source -> {
          Store store = Store.in(source);
          long id = submission(store, "20220630T000000Z-00000001");
          RenameProposal sure =
              new RenameProposal(
                  "bbbbbbbbbbbb", "", "ER(%)", "ER", List.of("er_pct"), 90, 50, 3, 3, List.of("1"));
          RenameProposal less =
              new RenameProposal(
                  "aaaaaaaaaaaa", "S", "侧", "侧别", List.of("laterality"), 60, 67, 0, 0, List.of());
          store.changes().propose(id, List.of(less));
          store.changes().propose(id, List.of(sure, less));
          assertThat(store.changes().proposals(id)).containsExactly(sure, less);
        });
  }

  @Test
  void bytesThatWereReplacedAreRemembered() {
    onEach(
        source -> {
          Store store = Store.in(source);
          String sha = "ab".repeat(32);
          long first = submission(store, "20220630T000000Z-00000001");
          store.submissions().loaded(first, 0, List.of());
          store.submissions().publish("20220630T000000Z-00000001");
          assertThat(store.submissions().superseded("north", sha)).isEmpty();
          long second = submission(store, "20220701T000000Z-00000002");
          store.submissions().loaded(second, 0, List.of());
          store.submissions().publish("20220701T000000Z-00000002");
          assertThat(store.submissions().superseded("north", sha).orElseThrow().id())
              .isEqualTo(first);
          assertThat(store.submissions().superseded("south", sha)).isEmpty();
        });
  }

  @Test
  void migratingTwiceChangesNothing() {
    onEach(
        source -> {
          Database database =
              source.getJdbcUrl().startsWith("jdbc:h2")
                  ? new Database(source.getJdbcUrl(), "denovo", "")
                  : new Database(source.getJdbcUrl(), "root", "");
          Schema.migrate(source, database);
          assertThat(Store.in(source).submissions().current()).isEmpty();
        });
  }

  @Test
  void patientsOfASubmissionAreFoundByTheirPseudonyms() {
    onEach(
        source -> {
          Store store = Store.in(source);
          long id = submission(store, "run");
          PatientRecord one = patient("1");
          PatientRecord two = patient("2");
          store.patients().save(id, 0, List.of(one, two, patient("3")));
          Submission submission = store.submissions().get(id);
          Map<String, PatientRecord> found =
              store.patients().of(submission, List.of(two.key().pid(), "nobody", one.key().pid()));
          assertThat(found.keySet()).containsExactlyInAnyOrder(one.key().pid(), two.key().pid());
          assertThat(found.get(two.key().pid()).key()).isEqualTo(two.key());
          assertThat(store.patients().of(submission, List.of())).isEmpty();
        });
  }

  @Test
  void anEmptyDatabaseIsNoRegistry() {
    onEach(source -> assertThat(Schema.stands(source)).isTrue());
    try (HikariDataSource empty = new HikariDataSource()) {
      empty.setJdbcUrl("jdbc:h2:mem:empty");
      assertThat(Schema.stands(empty)).isFalse();
    }
  }

  @Test
  void whatARunWasMadeWithIsKept() {
    onEach(
        source -> {
          Runs runs = Store.in(source).runs();
          assertThat(runs.editions("nobody")).isEmpty();
          List<Edition> editions =
              List.of(
                  new Edition(Edition.Kind.MAPPING, "mappings/北院.yaml", "1.2.0", "ab"),
                  new Edition(Edition.Kind.RULE, "SUR-01", "1", ""));
          runs.made("run", List.of(editions.get(1)));
          runs.made("run", editions);
          assertThat(runs.editions("run")).containsExactlyElementsOf(editions);
        });
  }

  @Test
  void aMigrationThatWasKilledInItsMiddleIsRepeated() {
    onEach(
        source -> {
          JdbcTemplate jdbc = new JdbcTemplate(source);
          jdbc.execute("DROP TABLE finding_life");
          jdbc.execute("DROP TABLE lease");
          // A kill comes in the last migration that was begun.
          jdbc.update("DELETE FROM flyway_schema_history WHERE installed_rank > 2");
          jdbc.update("UPDATE flyway_schema_history SET success = FALSE WHERE version = '2'");
          Schema.migrate(
              source,
              new Database(source.getJdbcUrl(), source.getUsername(), source.getPassword()));
          assertThat(Store.in(source).findings().lives().resolved()).isZero();
          assertThat(
                  jdbc.queryForObject(
                      "SELECT COUNT(*) FROM flyway_schema_history WHERE success = FALSE",
                      Long.class))
              .isZero();
        });
  }

  @Test
  void aRecordOfExportsOlderThanItsHeadGetsOne() {
    onEach(
        source -> {
          Exports exports = Store.in(source).exports();
          exports.add(export("one"));
          exports.add(export("two"));
          JdbcTemplate jdbc = new JdbcTemplate(source);
          jdbc.execute("DROP TABLE export_head");
          assertThat(exports.all().head()).isEmpty();
          jdbc.update("DELETE FROM flyway_schema_history WHERE version = '12'");
          Schema.migrate(
              source,
              new Database(source.getJdbcUrl(), source.getUsername(), source.getPassword()));
          assertThat(exports.all().head().orElseThrow().number()).isEqualTo(2);
          assertThat(exports.all().broken()).isEmpty();
          exports.add(export("three"));
          assertThat(exports.all().lines()).hasSize(3);
          assertThat(exports.all().broken()).isEmpty();
          jdbc.update("DELETE FROM export_line WHERE line_no = 3");
          assertThat(exports.all().broken()).hasValue(3);
        });
  }

  private static Export export(String cohort) {
    return new Export(
        "nightly",
        "20220630T000000Z-00000001",
        "",
        cohort,
        "1.0.0",
        LocalDate.of(2022, 6, 30),
        "invented",
        "standard",
        7,
        5,
        "",
        "",
        12,
        "");
  }

  @Test
  void patientsInAnEarlierFormAreReadAgain() {
    onEach(
        source -> {
          Store store = Store.in(source);
          long id = submission(store, "20220630T000000Z-00000001");
          store.submissions().loaded(id, 1, List.of());
          store.submissions().publish("20220630T000000Z-00000001");
          new JdbcTemplate(source)
              .update("DELETE FROM flyway_schema_history WHERE installed_rank > 5");
          Schema.migrate(
              source,
              new Database(source.getJdbcUrl(), source.getUsername(), source.getPassword()));
          assertThat(store.submissions().current()).isEmpty();
          store.patients().save(id, 0, List.of(patient("1")));
          assertThat(store.patients().count(id)).isEqualTo(1);
        });
  }

  @Test
  @SuppressWarnings("try") // the lease is held, not used
  void theLeaseOfAFolderIsHeldByOne() throws Exception {
    try (Lease lease = Lease.ofFolder(folder, "process 1")) {
      assertThatThrownBy(() -> Lease.ofFolder(folder, "process 2"))
          .isInstanceOfSatisfying(
              Lease.Held.class, held -> assertThat(held.holder()).isEqualTo("process 1"));
    }
    Lease.ofFolder(folder, "process 2").close();
  }

  @Test
  @SuppressWarnings("try") // the lease is held, not used
  void theLeaseOfAServerIsHeldByOne() throws Exception {
    Database database = TestDatabases.mariaDb();
    try (HikariDataSource source = open(database)) {
      try (Lease lease = Lease.ofServer(source, "process 1")) {
        assertThatThrownBy(() -> Lease.ofServer(source, "process 2"))
            .isInstanceOfSatisfying(
                Lease.Held.class, held -> assertThat(held.holder()).isEqualTo("process 1"));
      }
      Lease.ofServer(source, "process 2").close();
    }
  }

  private void onEach(Consumer<HikariDataSource> test) {
    for (Database database : TestDatabases.all(folder)) {
      try (HikariDataSource source = open(database)) {
        test.accept(source);
      }
    }
  }

  private static HikariDataSource open(Database database) {
    HikariDataSource source = new HikariDataSource();
    source.setJdbcUrl(database.url());
    source.setUsername(database.user());
    source.setPassword(database.password());
    source.setMaximumPoolSize(4);
    Schema.migrate(source, database);
    return source;
  }

  private static long submission(Store store, String runId) {
    store
        .runs()
        .start(
            new Run(
                runId,
                "nightly",
                "0".repeat(64),
                DAY,
                Run.State.RUNNING,
                LocalDateTime.of(2022, 6, 30, 0, 0)));
    return store
        .submissions()
        .open(runId, "north", "north.xlsx", "ab".repeat(32), "cd".repeat(32), DAY);
  }

  private static PatientRecord patient(String number) {
    Place place = new Place("north.xlsx", "基本信息", 4, 2);
    SourceCell cell =
        new SourceCell(
            place,
            Kind.TEXT,
            "（+）90％",
            Double.NaN,
            "@\"阳性\"",
            "A1&\"％\"",
            "",
            Set.of(Mark.MERGED, Mark.FORMULA, Mark.DRESSED));
    return PatientRecord.of(new PatientKey("north", number, "P" + number))
        .put(Fields.NATIONAL_ID, Answer.known("f00d"), SourceCell.text(place, "110101199001011234"))
        .put(Fields.ER_STATUS, Answer.known(ReceptorStatus.POS, Remark.IMPLIED), cell)
        .put(Fields.ER_PCT, Answer.known(Interval.of(90)), cell)
        .put(Fields.LESION_COUNT, Interval.atLeast(2))
        .put(Fields.DATE_DX, new PartialDate(2018, 5, 0))
        .put(Fields.MET_SITES, Set.of(MetSite.LIVER, MetSite.BONE))
        .put(Fields.PR_STATUS, Answer.absent(Absence.PENDING), cell)
        .put(Fields.KI67_PCT, Answer.unreadable(Remark.OUT_OF_RANGE, Remark.NUMBER_AS_TEXT), cell)
        .build();
  }

  private static Finding finding(String id, Optional<PatientKey> patient) {
    return new Finding(
        id,
        "north",
        patient,
        "STG-01",
        Severity.ERROR,
        List.of("stage_group", "m_cat"),
        List.of(SourceCell.blank(new Place("north.xlsx", "基本信息", 4, 2))),
        new Text("Ⅳ期但M0", "stage IV but M0"));
  }

  private static RuleCount count(String rule, long judged, long broken, long notApplicable) {
    return RuleCount.of(RuleBook.BUILT_IN.named(rule).orElseThrow(), judged, broken, notApplicable);
  }
}
