package org.denovo.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.check.Severity;
import org.denovo.cohort.Consequence;
import org.denovo.record.PatientKey;
import org.denovo.vocabulary.Text;

/**
 * Which centre has to be called first: whose file came back, who never sent one, whose errors keep
 * most patients out of a cohort, who owes most answers.
 */
final class CallList {

  private final List<Report.Centre> inOrder;
  private final Map<String, Long> keptOut;

  /** Of the findings on the page, which hold those that keep somebody out before all others. */
  CallList(Report report) {
    this.keptOut = keptOut(report.findings());
    this.inOrder =
        report.centres().stream()
            .sorted(
                Comparator.comparingInt(CallList::rank)
                    .thenComparing(c -> keptOut(c.code()), Comparator.reverseOrder())
                    .thenComparing(Report.Centre::overdue, Comparator.reverseOrder())
                    .thenComparing(CallList::errors, Comparator.reverseOrder()))
            .toList();
  }

  private static Map<String, Long> keptOut(List<Report.Open> findings) {
    Set<String> seen = new HashSet<>();
    Map<String, Long> patients = new HashMap<>();
    for (Report.Open open : findings) {
      if (open.weight().consequence() == Consequence.KEEPS_OUT) {
        open.finding()
            .patient()
            .map(PatientKey::pid)
            .filter(seen::add)
            .ifPresent(pid -> patients.merge(open.finding().centre(), 1L, Long::sum));
      }
    }
    return patients;
  }

  private static int rank(Report.Centre centre) {
    return switch (centre.verdict()) {
      case RETURNED -> 0;
      case NOTHING_SENT -> 1;
      case WITH_QUERIES, ACCEPTED -> 2;
    };
  }

  private static long errors(Report.Centre centre) {
    return centre.findings().getOrDefault(Severity.ERROR, 0L);
  }

  /** All centres, the most urgent first; of equals in the registry's order. */
  List<Report.Centre> inOrder() {
    return inOrder;
  }

  /** How many patients of the centre would be in a cohort and are not, because of errors. */
  long keptOut(String centre) {
    return keptOut.getOrDefault(centre, 0L);
  }

  /** The centres to be called. */
  List<Report.Centre> toCall() {
    return inOrder.stream().filter(centre -> why(centre).isPresent()).toList();
  }

  /** What to call the centre about; nothing if it can wait. */
  Optional<Text> why(Report.Centre centre) {
    return switch (centre.verdict()) {
      case RETURNED -> Optional.of(new Text("文件退回，未读取", "file came back unread"));
      case NOTHING_SENT -> Optional.of(new Text("没有提交工作簿", "no workbook sent"));
      case WITH_QUERIES, ACCEPTED -> owed(centre);
    };
  }

  private Optional<Text> owed(Report.Centre centre) {
    List<Text> owed = new ArrayList<>();
    long out = keptOut(centre.code());
    if (out > 0) {
      owed.add(
          new Text("{0}名患者不能入组", out == 1 ? "{0} patient kept out" : "{0} patients kept out")
              .with(out));
    }
    if (centre.overdue() > 0) {
      owed.add(new Text("{0}个问题逾期未答", "{0} overdue").with(centre.overdue()));
    }
    return owed.isEmpty() ? Optional.empty() : Optional.of(Text.joined(owed));
  }
}
