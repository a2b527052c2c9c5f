package org.denovo.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.denovo.vocabulary.Text;

/**
 * The patients of a file by what stands in its quasi-identifiers: exact counts, kept for each
 * combination that there is. A missing value is a value here, because it too tells patients apart.
 */
final class EquivalenceClasses implements Alike {

  private static final class Size {
    private long patients;
    private final List<Set<String>> values = new ArrayList<>();

    Size(int sensitive) {
      for (int i = 0; i < sensitive; i++) {
        values.add(new HashSet<>());
      }
    }

    void add(long more, List<? extends Set<String>> theirs) {
      patients += more;
      for (int i = 0; i < values.size(); i++) {
        values.get(i).addAll(theirs.get(i));
      }
    }

    long leastDiverse() {
      return values.stream().mapToInt(Set::size).min().orElse(0);
    }
  }

  private final String file;
  private final int k;
  private final List<Ladder> ladders = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final List<Integer> sensitive = new ArrayList<>();
  private final Map<List<String>, Size> finest = new HashMap<>();

  EquivalenceClasses(String file, List<Column> columns, Anonymity wanted) {
    this.file = file;
    this.k = wanted.k();
    for (int i = 0; i < columns.size(); i++) {
      if (wanted.quasiIdentifiers().contains(columns.get(i).name())) {
        places.add(i);
        ladders.add(Ladder.of(columns.get(i)));
      }
      if (wanted.sensitive().contains(columns.get(i).name())) {
        sensitive.add(i);
      }
    }
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public int k() {
    return k;
  }

  /** What stands in a row's quasi-identifiers. */
  List<String> quasiIdentifiers(List<String> row) {
    List<String> cells = new ArrayList<>(places.size());
    places.forEach(place -> cells.add(row.get(place)));
    return cells;
  }

  /** Counts a patient's row. */
  void add(List<String> row) {
    Size size = finest.computeIfAbsent(quasiIdentifiers(row), cells -> new Size(sensitive.size()));
    size.patients++;
    for (int i = 0; i < sensitive.size(); i++) {
      size.values.get(i).add(row.get(sensitive.get(i)));
    }
  }

  /**
   * The file as it is, each coarsening of one column, and those that reach k without being coarser
   * than they must.
   */
  @Override
  public List<Risk> risks() {
    List<Risk> risks = new ArrayList<>();
    List<int[]> minimal = new ArrayList<>();
    for (int[] rungs : lattice()) {
      boolean mayBeMinimal = minimal.stream().noneMatch(finer -> isWithin(finer, rungs));
      long changed = IntStream.of(rungs).filter(rung -> rung > 0).count();
      if (mayBeMinimal || changed <= 1) {
        Map<List<String>, Size> classes = coarsened(rungs);
        boolean isMinimal =
            mayBeMinimal && classes.values().stream().allMatch(size -> size.patients >= k);
        if (isMinimal) {
          minimal.add(rungs);
        }
        if (isMinimal || changed <= 1) {
          risks.add(risk(rungs, classes, isMinimal));
        }
      }
    }
    return risks;
  }

  /** All coarsenings, a finer one before a coarser. */
  private List<int[]> lattice() {
    List<int[]> all = new ArrayList<>(List.of(new int[0]));
    for (Ladder ladder : ladders) {
      List<int[]> longer = new ArrayList<>();
      for (int[] each : all) {
        for (int rung = 0; rung < ladder.rungs(); rung++) {
          longer.add(IntStream.concat(IntStream.of(each), IntStream.of(rung)).toArray());
        }
      }
      all = longer;
    }
    all.sort(Comparator.comparingInt(rungs -> IntStream.of(rungs).sum()));
    return all;
  }

  private static boolean isWithin(int[] finer, int[] coarser) {
    return IntStream.range(0, finer.length).allMatch(i -> finer[i] <= coarser[i]);
  }

  private Map<List<String>, Size> coarsened(int[] rungs) {
    Map<List<String>, Size> classes = new HashMap<>();
    finest.forEach(
        (cells, size) -> {
          List<String> key = new ArrayList<>(rungs.length);
          for (int i = 0; i < rungs.length; i++) {
            key.add(ladders.get(i).cell(cells.get(i), rungs[i]));
          }
          classes
              .computeIfAbsent(key, k -> new Size(sensitive.size()))
              .add(size.patients, size.values);
        });
    return classes;
  }

  private Risk risk(int[] rungs, Map<List<String>, Size> classes, boolean isMinimal) {
    List<String> code = new ArrayList<>();
    List<Text> says = new ArrayList<>();
    for (int i = 0; i < rungs.length; i++) {
      code.add(ladders.get(i).code(rungs[i]));
      says.addAll(ladders.get(i).says(rungs[i]));
    }
    return new Risk(
        String.join(";", code),
        says,
        classes.size(),
        classes.values().stream().mapToLong(size -> size.patients).min().orElse(0),
        classes.values().stream().mapToLong(size -> size.patients).sum(),
        patients(classes, size -> size.patients < k),
        classes.values().stream().mapToLong(Size::leastDiverse).min().orElse(0),
        patients(classes, size -> size.leastDiverse() == 1),
        isMinimal);
  }

  private static long patients(Map<List<String>, Size> classes, Predicate<Size> whose) {
    return classes.values().stream().filter(whose).mapToLong(size -> size.patients).sum();
  }
}
