package org.denovo.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.denovo.vocabulary.Text;

/**
 * The patients of a file of follow-up by all the days that stand in their rows: who knows when a
 * patient was operated on or died finds her by them, whatever else the file leaves out. Eight bytes
 * are kept of each patient and coarsening.
 */
final class DayClasses implements Alike {

  /** A month, a quarter and a year. */
  private static final List<Integer> BANDS = List.of(30, 91, 365);

  private static final Column DAYS = Column.days("days", new Text("所有天数", "every number of days"));

  private final String file;
  private final int k;
  private final int[] places;
  private final Ladder ladder = new Ladder(DAYS, BANDS);
  private final List<PatientSet> marks = new ArrayList<>();

  DayClasses(String file, List<Column> columns, int k) {
    this.file = file;
    this.k = k;
    this.places =
        IntStream.range(0, columns.size())
            .filter(i -> List.of("d", "mo").contains(columns.get(i).unit()))
            .toArray();
    for (int rung = 0; rung < ladder.rungs(); rung++) {
      marks.add(new PatientSet());
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

  /**
   * Counts a patient; one who has no rows is not in the file.
   *
   * @param beside what else tells the patient apart
   */
  void add(List<String> beside, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    for (int rung = 0; rung < marks.size(); rung++) {
      StringBuilder key = new StringBuilder();
      beside.forEach(cell -> key.append(cell).append(';'));
      for (List<String> row : rows) {
        for (int place : places) {
          key.append(ladder.cell(row.get(place), rung)).append(';');
        }
      }
      marks.get(rung).add(key.toString());
    }
  }

  @Override
  public List<Risk> risks() {
    List<Risk> risks = new ArrayList<>();
    boolean isReached = false;
    for (int rung = 0; rung < marks.size(); rung++) {
      PatientSet.Sizes sizes = marks.get(rung).sizes(k);
      boolean reaches = sizes.below() == 0;
      risks.add(
          new Risk(
              ladder.code(rung),
              ladder.says(rung),
              sizes.different(),
              sizes.smallest(),
              marks.get(rung).added(),
              sizes.below(),
              0,
              0,
              reaches && !isReached));
      isReached |= reaches;
    }
    return risks;
  }
}
