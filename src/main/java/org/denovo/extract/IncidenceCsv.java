package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.denovo.analysis.Incidence;
import org.denovo.vocabulary.Text;

/** The cumulative incidence of an endpoint and of what competes: {@code cif_<endpoint>.csv}. */
final class IncidenceCsv {

  private static final List<String> HEADER =
      List.of(
          "design",
          "reading",
          "reading_zh",
          "reading_en",
          "group",
          "group_zh",
          "group_en",
          "time",
          "n_risk",
          "cause",
          "cause_zh",
          "cause_en",
          "n_event",
          "incidence",
          "se",
          "lower",
          "upper");

  private IncidenceCsv() {}

  static void write(Path file, List<Incidence> incidences, Disclosure disclosure) {
    try (CsvFile csv = new CsvFile(file, HEADER)) {
      for (Incidence incidence : incidences) {
        incidence.points().forEach(point -> csv.row(row(incidence, point, disclosure)));
      }
    }
  }

  private static List<String> row(
      Incidence incidence, Incidence.Point point, Disclosure disclosure) {
    Text group = incidence.view().groups().get(incidence.group());
    Text cause = EventTimes.says(point.cause());
    int decimals = disclosure.decimals();
    List<String> row = new ArrayList<>();
    row.add(incidence.view().code());
    row.add(incidence.reading().code());
    row.add(incidence.reading().title().zh());
    row.add(incidence.reading().title().en());
    row.add(Integer.toString(incidence.group()));
    row.add(group.zh());
    row.add(group.en());
    row.add(Numbers.text(point.time(), 4));
    row.add(Long.toString(point.atRisk()));
    row.add(Integer.toString(point.cause()));
    row.add(cause.zh());
    row.add(cause.en());
    row.add(Long.toString(point.events()));
    row.add(Numbers.text(point.incidence(), decimals));
    row.add(Numbers.text(point.error(), decimals));
    row.add(Numbers.text(point.lower(), decimals));
    row.add(Numbers.text(point.upper(), decimals));
    return row;
  }
}
