package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Fields;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.ReceptorStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of 30 operated and 40 not operated patients, all invented. */
class TableOneTest {

  @TempDir Path directory;

  private final TableOne table =
      new TableOne(
          Invented.DEFINITION, List.of(Fields.ER_STATUS, Fields.AGE_AT_DX, Fields.MET_SITES));

  @BeforeEach
  void seventyPatients() {
    for (int i = 0; i < 30; i++) {
      add(0, i < 20 ? ReceptorStatus.POS : ReceptorStatus.NEG, 40 + i, Set.of(MetSite.BONE));
    }
    for (int i = 0; i < 37; i++) {
      add(
          1,
          i < 10 ? ReceptorStatus.POS : ReceptorStatus.NEG,
          50 + i,
          i < 2 ? Set.of(MetSite.LIVER) : Set.of(MetSite.BONE, MetSite.LUNG));
    }
    for (int i = 0; i < 3; i++) {
      table.add(
          1,
          List.of(
              Answer.absent(Absence.UNKNOWN),
              Answer.absent(Absence.BLANK),
              Answer.absent(Absence.BLANK)));
    }
  }

  private void add(int arm, ReceptorStatus er, int age, Set<MetSite> sites) {
    table.add(arm, List.of(Answer.known(er), Answer.known(age), Answer.known(sites)));
  }

  @Test
  void percentagesAreOfThoseWithAValueAndTheMissingRowIsOfTheArm() throws IOException {
    assertThat(lines(Disclosure.OFF, true))
        .contains(
            ",,,members,人数,Patients,n,30,42.9,40,57.1,70,100.0,,,",
            "er_status,ER状态,ER"
                + " status,pos,阳性,Positive,n,20,66.7,10,27.0,30,44.8,0.866,chi_square,0.001175974004",
            "er_status,ER状态,ER status,missing,缺失,Missing,n,0,0.0,3,7.5,3,4.3,,,",
            "age_at_dx,确诊年龄,Age at diagnosis,,中位数,Median,median,54.5,,68,,61,,,,",
            "met_sites,转移部位,Metastatic"
                + " sites,lung,肺,Lung,n,0,0.0,35,94.6,35,52.2,-5.916,chi_square,0.00000000000001275474561");
  }

  @Test
  void aSiteThatNobodyHasHasNoRow() throws IOException {
    assertThat(lines(Disclosure.OFF, true)).noneMatch(line -> line.contains(",brain,"));
  }

  @Test
  void aHiddenCountTakesItsNeighbourTheTotalAndThePercentagesWithIt() throws IOException {
    assertThat(lines(new Disclosure(5), true))
        .contains(
            "er_status,ER状态,ER status,pos,阳性,Positive,n,20,66.7,*,,*,,,,",
            "er_status,ER状态,ER status,neg,阴性,Negative,n,10,33.3,25,,35,,,,",
            "er_status,ER状态,ER status,missing,缺失,Missing,n,0,0.0,<=5,,*,,,,",
            "met_sites,转移部位,Metastatic sites,bone,骨,Bone,n,30,100.0,*,,*,,,,",
            "met_sites,转移部位,Metastatic sites,liver,肝,Liver,n,0,0.0,<=5,,*,,,,");
  }

  @Test
  void statisticsOfFewAreNotShown() throws IOException {
    TableOne few = new TableOne(Invented.DEFINITION, List.of(Fields.GRAVIDITY));
    for (int i = 0; i < 20; i++) {
      few.add(0, List.of(i < 3 ? Answer.known(i) : Answer.absent(Absence.BLANK)));
      few.add(1, List.of(Answer.known(2)));
    }
    Path file = directory.resolve("few.csv");
    few.write(file, new Disclosure(5), true);
    assertThat(Files.readAllLines(file))
        .contains(
            "gravidity,孕次,Gravidity,,人数,Patients,n,<=5,,20,100.0,*,,,,",
            "gravidity,孕次,Gravidity,,中位数,Median,median,,,2,,,,,,",
            "gravidity,孕次,Gravidity,missing,缺失,Missing,n,*,,0,0.0,*,,,,");
  }

  /**
   * Of 40 a few have no age, and how few is hidden. An attacker tries which numbers of whole ages
   * can have the mean that is shown, and whether a quartile lies between two of them.
   */
  @Test
  void statisticsDoNotTellHowManyValuesTheyAreOf() throws IOException {
    int solved = 0;
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      int known = 33 + random.nextInt(7);
      List<Integer> ages = Stream.generate(() -> 35 + random.nextInt(40)).limit(known).toList();
      assertThat(fitting(ages, new Disclosure(7), 1)).containsExactly(33, 34, 35, 36, 37, 38, 39);
      solved += fitting(ages, Disclosure.OFF, 2).size() == 1 ? 1 : 0;
    }
    // The attack is worth something: it succeeds on what is exact.
    assertThat(solved).isEqualTo(3);
  }

  /** How many ages of 40 there may be, by what the table says of the first arm. */
  private List<Integer> fitting(List<Integer> ages, Disclosure disclosure, int decimals)
      throws IOException {
    TableOne of = new TableOne(Invented.DEFINITION, List.of(Fields.AGE_AT_DX));
    for (int i = 0; i < 40; i++) {
      boolean isKnown = i < ages.size();
      of.add(0, List.of(isKnown ? Answer.known(ages.get(i)) : Answer.absent(Absence.BLANK)));
      of.add(1, List.of(Answer.known(50)));
    }
    Path file = directory.resolve("statistics.csv");
    of.write(file, disclosure, true);
    Map<String, Double> shown = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split(",", -1);
      if (Set.of("median", "q1", "q3", "mean").contains(cells[6])) {
        shown.put(cells[6], Double.parseDouble(cells[7]));
      }
    }
    List<Integer> fitting = new ArrayList<>();
    for (int n = 33; n < 40; n++) {
      double nearest = Math.rint(shown.get("mean") * n) / n;
      boolean hasMean = Math.abs(nearest - shown.get("mean")) <= 0.5000001 / Math.pow(10, decimals);
      if (hasMean && liesSo(shown.get("median"), 0.5, n) && liesSo(shown.get("q1"), 0.25, n)) {
        fitting.add(n);
      }
    }
    return fitting;
  }

  /** A quartile between two whole numbers has the fraction that its place among n has. */
  private static boolean liesSo(double quartile, double share, int n) {
    double place = share * (n - 1);
    return quartile == Math.rint(quartile) || place != Math.rint(place);
  }

  @Test
  void whereAnArmIsHiddenThereIsNoTable() throws IOException {
    assertThat(lines(new Disclosure(5), false)).hasSize(1);
  }

  private List<String> lines(Disclosure disclosure, boolean armsShown) throws IOException {
    Path file = directory.resolve("table1.csv");
    table.write(file, disclosure, armsShown);
    return Files.readAllLines(file);
  }
}
