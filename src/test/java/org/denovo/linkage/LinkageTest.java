package org.denovo.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.denovo.record.PatientRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whom the linkage finds among invented patients of 33 centres, of whom every tenth has a second
 * record with homophones, pinyin, hidden names, wrong digits and slips in dates.
 */
class LinkageTest {

  /** 300 pairs are true: so many are shown, so many of them rightly. */
  @ParameterizedTest
  @CsvSource({"NAMES_AND_NUMBERS,298,297", "NAMES,303,298", "NEITHER,283,269"})
  void mostPairsAreFoundAndFewAreWrong(InventedPeople.Keep keep, int shown, long right) {
    InventedPeople people = InventedPeople.of(3_000, 7, keep);
    Linkage.Found found = find(people.records(), Decisions.NONE);
    assertThat(people.pairs()).hasSize(300);
    long trueOnes = found.pairs().stream().filter(pair -> isTrue(people, pair)).count();
    assertThat(List.of(found.pairs().size(), trueOnes)).isEqualTo(List.of(shown, right));
    assertThat(found.account().expected()).as("of 300").isBetween(270.0, 310.0);
  }

  @ParameterizedTest
  @EnumSource(InventedPeople.Keep.class)
  void whereNobodyHasASecondRecordHardlyAnythingIsShown(InventedPeople.Keep keep) {
    List<PatientRecord> records = InventedPeople.alone(3_000, 8, keep).records();
    assertThat(find(records, Decisions.NONE).pairs()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void whatIsCertainIsRight() {
    InventedPeople people = InventedPeople.of(3_000, 9, InventedPeople.Keep.NAMES_AND_NUMBERS);
    List<Pair> certain =
        find(people.records(), Decisions.NONE).pairs().stream()
            .filter(pair -> pair.standing() == Pair.Standing.CERTAIN)
            .toList();
    assertThat(certain).hasSizeGreaterThan(50).allMatch(pair -> isTrue(people, pair));
  }

  @Test
  void theProbabilityIsTheShareThatIsRight() {
    InventedPeople people = InventedPeople.of(6_000, 10, InventedPeople.Keep.NEITHER);
    List<Pair> shown = find(people.records(), Decisions.NONE).pairs();
    double said = shown.stream().mapToDouble(Pair::probability).average().orElseThrow();
    double right = shown.stream().filter(pair -> isTrue(people, pair)).count();
    assertThat(said).isCloseTo(right / shown.size(), within(0.05));
  }

  @Test
  void theOrderOfTheRecordsChangesNothing() {
    List<PatientRecord> records =
        new ArrayList<>(InventedPeople.of(1_000, 7, InventedPeople.Keep.NAMES).records());
    Linkage.Found before = find(records, Decisions.NONE);
    Collections.shuffle(records, new Random(1));
    assertThat(find(records, Decisions.NONE)).isEqualTo(before);
  }

  @Test
  void aDecisionStandsWhateverTheWeight() {
    List<PatientRecord> records = InventedPeople.of(300, 7, InventedPeople.Keep.NAMES).records();
    Pair first = find(records, Decisions.NONE).pairs().get(0);
    String stranger = records.get(0).key().pid();
    String another = records.get(1).key().pid();
    Decisions decisions =
        new Decisions(
            List.of(
                decision(first.one().pid(), first.other().pid(), Decision.Verdict.DIFFERENT),
                decision(stranger, another, Decision.Verdict.SAME)));
    List<Pair> pairs = find(records, decisions).pairs();
    assertThat(pairs.subList(pairs.size() - 2, pairs.size()))
        .extracting(Pair::standing, pair -> pair.probability() > Linkage.SHOWN)
        .containsExactly(tuple(Pair.Standing.SAME, false), tuple(Pair.Standing.DIFFERENT, true));
  }

  @Test
  void aKeyThatTooManyShareIsPassedOver() {
    List<PatientRecord> records =
        InventedPeople.alone(1_200, 7, InventedPeople.Keep.NEITHER).records().stream()
            .map(InventedPeople::bornOnNewYear)
            .collect(Collectors.toList());
    Linkage.Account account = find(records, Decisions.NONE).account();
    assertThat(account.passedOver()).isEqualTo(1);
    assertThat(account.compared()).isLessThan(1_200);
  }

  @Test
  void ofNobodyNothingIsFound() {
    assertThat(find(List.of(), Decisions.NONE).pairs()).isEmpty();
  }

  private static boolean isTrue(InventedPeople people, Pair pair) {
    return people.pairs().contains(Decision.pair(pair.one().pid(), pair.other().pid()));
  }

  private static Decision decision(String one, String other, Decision.Verdict verdict) {
    return new Decision(one, other, verdict, "registrar", "", LocalDate.of(2022, 6, 30));
  }

  private static Linkage.Found find(List<PatientRecord> records, Decisions decisions) {
    Linkage linkage = new Linkage();
    records.forEach(linkage::add);
    return linkage.find(decisions);
  }
}
