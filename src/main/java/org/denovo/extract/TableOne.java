package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.denovo.cohort.CohortDefinition;
import org.denovo.record.Answer;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;

/**
 * The baseline table: each covariate by arm with its own denominator, its missing ones, the
 * standardised difference and a test that is named. Percentages are of those with a value; the
 * missing row's are of the whole arm. Where a count is hidden, so are the percentages of that arm
 * and the difference. With a threshold everything else comes from rounded counts too.
 */
final class TableOne {

  private final List<CohortDefinition.Arm> arms;
  private final List<Tally> tallies;
  private final long[] members;

  TableOne(CohortDefinition definition, List<Variable<?>> covariates) {
    this.arms = definition.arms();
    this.members = new long[arms.size()];
    this.tallies =
        covariates.stream()
            .map(
                variable ->
                    new Tally(
                        variable,
                        Columns.of(variable, Profile.STANDARD).orElseThrow().columns().get(0),
                        arms.size()))
            .toList();
  }

  /** Counts a member, given the answers to the covariates in their order. */
  void add(int arm, List<Answer<?>> answers) {
    members[arm]++;
    for (int i = 0; i < answers.size(); i++) {
      tallies.get(i).add(arm, answers.get(i));
    }
  }

  /**
   * Writes the table.
   *
   * @param armsShown false if the flow hides how many are in an arm; the table is then empty, since
   *     every column of it would tell
   */
  void write(Path file, Disclosure disclosure, boolean armsShown) {
    try (CsvFile csv = new CsvFile(file, header())) {
      if (armsShown) {
        csv.row(membersRow(disclosure));
        tallies.forEach(
            tally -> new TableOneSection(tally, members, disclosure).rows().forEach(csv::row));
      }
    }
  }

  /**
   * The variables of which the table does not tell everything, so that no other file may either.
   */
  Set<String> hiding(Disclosure disclosure, boolean armsShown) {
    return tallies.stream()
        .filter(tally -> !armsShown || new TableOneSection(tally, members, disclosure).hidesAny())
        .map(tally -> tally.variable().name())
        .collect(Collectors.toSet());
  }

  private List<String> header() {
    List<String> header =
        new ArrayList<>(
            List.of(
                "variable", "label_zh", "label_en", "level", "level_zh", "level_en", "measure"));
    for (CohortDefinition.Arm arm : arms) {
      header.add(arm.name());
      header.add(arm.name() + "_pct");
    }
    header.addAll(List.of("total", "total_pct", "smd", "test", "p"));
    return header;
  }

  private List<String> membersRow(Disclosure disclosure) {
    List<String> row =
        TableOneSection.start("", new Text("", ""), "members", TableOneSection.MEMBERS, "n");
    long all = Arrays.stream(members).sum();
    for (long each : members) {
      row.add(disclosure.show(each, false));
      row.add(disclosure.percent(each, all));
    }
    row.add(disclosure.show(all, false));
    row.add(Numbers.percent(1, 1));
    row.addAll(List.of("", "", ""));
    return row;
  }
}
