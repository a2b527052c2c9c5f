package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Fields;
import org.denovo.vocabulary.ReceptorStatus;
import org.denovo.vocabulary.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An attacker who knows every count that is shown exactly, not to the nearest five, adds and
 * subtracts what the baseline table, the codebook and the missingness of the centres say of one
 * variable, until no bound moves any more. No count from 1 to 7 may come out.
 */
class AttackTest {

  private static final Disclosure SEVEN = new Disclosure(7);
  private static final List<String> REASONS =
      Column.REASONS.stream().map(Column.Level::code).toList();
  private static final List<String> LEVELS =
      Arrays.stream(ReceptorStatus.values()).map(ReceptorStatus::code).toList();

  @TempDir Path directory;

  @Test
  void noSmallCountOfThreeFilesCanBeWorkedOut() throws IOException {
    int hidden = 0;
    for (int seed = 0; seed < 120; seed++) {
      List<int[]> patients = patients(new Random(seed));
      write(patients, SEVEN);
      Bounds bounds = attack(truth(patients));
      for (Map.Entry<String, Long> each : truth(patients).entrySet()) {
        if (SEVEN.isSmall(each.getValue())) {
          hidden++;
          assertThat(bounds.width(each.getKey()))
              .as("seed %d: %s is %d", seed, each.getKey(), each.getValue())
              .isPositive();
        }
      }
    }
    assertThat(hidden).isGreaterThan(1000);
  }

  /** The attack is worth something: with everything shown, or one count too many, it succeeds. */
  @Test
  void theAttackFindsWhatIsGivenAway() throws IOException {
    List<int[]> patients = patients(new Random(3));
    write(patients, Disclosure.OFF);
    Bounds all = attack(truth(patients));
    assertThat(truth(patients).keySet()).allMatch(name -> all.width(name) == 0);
    Bounds one = new Bounds(Map.of("total", 60L, "b", 55L));
    one.set("total", "60");
    one.set("a", "<=7");
    one.set("b", "55");
    one.sum("total", List.of("a", "b"));
    assertThat(one.width("a")).isZero();
  }

  /** Arm, centre and state: a level of the status, or behind the levels a reason. */
  private static List<int[]> patients(Random random) {
    int centres = 1 + random.nextInt(4);
    List<int[]> patients = new ArrayList<>();
    int size = 30 + random.nextInt(120);
    for (int i = 0; i < size; i++) {
      int centre = Math.min(random.nextInt(centres), random.nextInt(centres));
      int state = random.nextInt(10) < 8 ? Math.min(random.nextInt(2), random.nextInt(3)) : 1;
      if (random.nextInt(12) == 0) {
        state = LEVELS.size() + random.nextInt(3);
      }
      patients.add(new int[] {random.nextInt(5) == 0 ? 0 : 1, centre, state});
    }
    return patients;
  }

  private static Answer<?> answer(int state) {
    return state < LEVELS.size()
        ? Answer.known(ReceptorStatus.values()[state])
        : Answer.absent(Absence.values()[state - LEVELS.size()]);
  }

  private void write(List<int[]> patients, Disclosure disclosure) throws IOException {
    TableOne table = new TableOne(Invented.DEFINITION, List.of(Fields.ER_STATUS));
    CohortColumns columns =
        new CohortColumns(
            Invented.DEFINITION, List.of(Fields.ER_STATUS), Invented.CENTRES, Profile.STANDARD);
    Codebook codebook = new Codebook(columns, disclosure);
    Missingness missingness = new Missingness(List.of(Fields.ER_STATUS));
    DataFile file = new DataFile(directory, "cohort", Text.same("row"), columns.columns());
    long[] arms = new long[2];
    for (int[] patient : patients) {
      List<Answer<?>> answers = List.of(answer(patient[2]));
      arms[patient[0]]++;
      table.add(patient[0], answers);
      missingness.add("C" + patient[1], answers);
      List<String> row = new ArrayList<>();
      for (Column column : columns.columns()) {
        row.add(column.name().equals("er_status") ? written(patient[2]) : "");
      }
      file.row(row);
      codebook.add(answers, row);
    }
    file.close();
    boolean armsShown = Arrays.stream(arms).noneMatch(disclosure::isSmall);
    table.write(directory.resolve("table1.csv"), disclosure, armsShown);
    var hiding = table.hiding(disclosure, armsShown);
    codebook.write(directory.resolve("codebook.csv"), List.of(file), hiding);
    missingness.write(directory.resolve("missingness.csv"), disclosure, hiding);
  }

  private static String written(int state) {
    return state < LEVELS.size() ? LEVELS.get(state) : "";
  }

  /** Every count that stands in one of the files. */
  private static Map<String, Long> truth(List<int[]> patients) {
    Map<String, Long> counts = new HashMap<>();
    for (int[] patient : patients) {
      boolean known = patient[2] < LEVELS.size();
      String state = known ? LEVELS.get(patient[2]) : REASONS.get(patient[2] - LEVELS.size());
      counts.merge("arm" + patient[0] + " " + (known ? state : "missing"), 1L, Long::sum);
      counts.merge("centre C" + patient[1] + " " + (known ? "known" : state), 1L, Long::sum);
      counts.merge("all " + state, 1L, Long::sum);
      counts.merge("size C" + patient[1], 1L, Long::sum);
      counts.merge("arm" + patient[0], 1L, Long::sum);
      counts.merge("members", 1L, Long::sum);
      counts.merge("all " + (known ? "known" : "missing"), 1L, Long::sum);
    }
    return counts;
  }

  private Bounds attack(Map<String, Long> truth) throws IOException {
    Bounds bounds = new Bounds(truth);
    List<String> inArms = new ArrayList<>(LEVELS);
    inArms.add("missing");
    for (NamedCsvRecord row : csv("table1.csv")) {
      if (row.getField("level").equals("members")) {
        bounds.set("arm0", row.getField(7));
        bounds.set("arm1", row.getField(9));
        bounds.set("members", row.getField("total"));
      } else {
        bounds.set("arm0 " + row.getField("level"), row.getField(7));
        bounds.set("arm1 " + row.getField("level"), row.getField(9));
        bounds.set("all " + row.getField("level"), row.getField("total"));
      }
    }
    NamedCsvRecord book =
        csv("codebook.csv").stream()
            .filter(row -> row.getField("name").equals("er_status"))
            .findFirst()
            .orElseThrow();
    for (String part : book.getField("n_by_code").split("; ")) {
      bounds.set("all " + part.split(" = ")[0], part.split(" = ")[1]);
    }
    bounds.set("all known", book.getField("n_known"));
    REASONS.forEach(reason -> bounds.set("all " + reason, book.getField("n_" + reason)));
    List<String> centres = new ArrayList<>();
    List<String> states = new ArrayList<>(List.of("known"));
    states.addAll(REASONS);
    for (NamedCsvRecord row : csv("missingness.csv")) {
      String centre = row.getField("center_pid");
      centres.add(centre);
      bounds.set("size " + centre, row.getField("n"));
      states.forEach(s -> bounds.set("centre " + centre + " " + s, row.getField("n_" + s)));
      bounds.sum("size " + centre, with("centre " + centre + " ", states));
    }
    bounds.sum("arm0", with("arm0 ", inArms));
    bounds.sum("arm1", with("arm1 ", inArms));
    bounds.sum("members", List.of("arm0", "arm1"));
    bounds.sum("members", with("size ", centres));
    bounds.sum("members", List.of("all known", "all missing"));
    bounds.sum("all known", with("all ", LEVELS));
    bounds.sum("all missing", with("all ", REASONS));
    inArms.forEach(s -> bounds.sum("all " + s, List.of("arm0 " + s, "arm1 " + s)));
    for (String state : states) {
      bounds.sum("all " + state, centres.stream().map(c -> "centre " + c + " " + state).toList());
    }
    return bounds;
  }

  private static List<String> with(String prefix, List<String> names) {
    return names.stream().map(name -> prefix + name).collect(Collectors.toList());
  }

  private List<NamedCsvRecord> csv(String file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(directory.resolve(file))) {
      return reader.stream().toList();
    }
  }

  /** What is known of each count: at least and at most. */
  private static final class Bounds {

    private final Map<String, Long> truth;
    private final Map<String, long[]> known = new HashMap<>();
    private final Map<String, List<List<String>>> sums = new LinkedHashMap<>();

    Bounds(Map<String, Long> truth) {
      this.truth = truth;
    }

    void set(String name, String shown) {
      if (shown.startsWith("<=")) {
        narrow(name, 1, Long.parseLong(shown.substring(2)));
      } else if (!shown.isEmpty() && !shown.equals("*")) {
        long exact = truth.getOrDefault(name, 0L);
        assertThat(shown).isIn(Long.toString(exact), Long.toString(SEVEN.rounded(exact)));
        narrow(name, exact, exact);
      }
    }

    void sum(String whole, List<String> parts) {
      sums.computeIfAbsent(whole, name -> new ArrayList<>()).add(parts);
    }

    long width(String name) {
      boolean moves = true;
      while (moves) {
        moves = false;
        for (Map.Entry<String, List<List<String>>> sum : sums.entrySet()) {
          for (List<String> parts : sum.getValue()) {
            moves |= propagate(sum.getKey(), parts);
          }
        }
      }
      return of(name)[1] - of(name)[0];
    }

    private boolean propagate(String whole, List<String> parts) {
      long least = parts.stream().mapToLong(part -> of(part)[0]).sum();
      long most = parts.stream().mapToLong(part -> of(part)[1]).sum();
      boolean moves = narrow(whole, least, most);
      for (String part : parts) {
        long[] own = of(part);
        moves |= narrow(part, of(whole)[0] - (most - own[1]), of(whole)[1] - (least - own[0]));
        least = parts.stream().mapToLong(each -> of(each)[0]).sum();
        most = parts.stream().mapToLong(each -> of(each)[1]).sum();
      }
      return moves;
    }

    private long[] of(String name) {
      return known.computeIfAbsent(name, count -> new long[] {0, 1000});
    }

    private boolean narrow(String name, long least, long most) {
      long[] own = of(name);
      boolean moves = least > own[0] || most < own[1];
      own[0] = Math.max(own[0], least);
      own[1] = Math.min(own[1], most);
      assertThat(own[0]).as(name).isLessThanOrEqualTo(own[1]);
      return moves;
    }
  }
}
