package org.denovo.linkage;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.denovo.record.PatientRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the linkage finds among invented patients of 33 centres. */
class LinkageTest {

  @ParameterizedTest
  @CsvSource({"NAMES_AND_NUMBERS,1,1", "NAMES,1,1", "NEITHER,1,1"})
  void mostPairsAreFoundAndFewAreWrong(InventedPeople.Keep keep, int found, int wrong) {
    InventedPeople people = InventedPeople.of(3_000, 7, keep);
    Linkage.Found result = find(people.records());
    Set<String> shown = pids(result.pairs());
    long right = shown.stream().filter(people.pairs()::contains).count();
    System.out.println(
        keep
            + " true "
            + people.pairs().size()
            + " shown "
            + shown.size()
            + " right "
            + right
            + " "
            + result.account());
  }

  private static Linkage.Found find(List<PatientRecord> records) {
    Linkage linkage = new Linkage();
    records.forEach(linkage::add);
    return linkage.find(Decisions.NONE);
  }

  private static Set<String> pids(List<Pair> pairs) {
    return pairs.stream()
        .map(pair -> Decision.pair(pair.one().pid(), pair.other().pid()))
        .collect(Collectors.toSet());
  }
}
