package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denovo.vocabulary.Text;

/**
 * How far patients stand out in the files that leave, as they are and coarsened: {@code
 * privacy.csv}. The first row of a file is the file as it is, a row with {@code minimal} 1 is a way
 * to reach k that coarsens no more than it must. Small numbers of patients are hidden as elsewhere.
 */
final class PrivacyCsv {

  private static final List<String> HEADER =
      List.of(
          "file",
          "profile",
          "coarsening",
          "says_zh",
          "says_en",
          "k",
          "k_min",
          "classes",
          "n",
          "n_below_k",
          "pct_below_k",
          "l_min",
          "n_one_value",
          "minimal");

  private static final Text AS_IT_IS = new Text("按现状", "as it is");

  private PrivacyCsv() {}

  static void write(Path file, Profile profile, List<Alike> files, Disclosure disclosure) {
    try (CsvFile csv = new CsvFile(file, HEADER)) {
      for (Alike each : files) {
        each.risks().forEach(risk -> csv.row(row(each, risk, profile, disclosure)));
      }
    }
  }

  private static List<String> row(
      Alike of, Alike.Risk risk, Profile profile, Disclosure disclosure) {
    Text says = risk.says().isEmpty() ? AS_IT_IS : Text.joined(risk.says());
    String below = part(risk.below(), risk.patients(), disclosure);
    List<String> row =
        new ArrayList<>(
            List.of(
                of.file(),
                profile.code(),
                risk.code(),
                CsvFile.inert(says.zh()),
                CsvFile.inert(says.en()),
                Integer.toString(of.k()),
                Long.toString(risk.smallest()),
                Long.toString(risk.classes()),
                disclosure.show(risk.patients(), false),
                below));
    row.add(
        below.equals(Long.toString(disclosure.rounded(risk.below())))
            ? disclosure.percent(risk.below(), risk.patients())
            : "");
    boolean learnsNothing = risk.leastDiverse() == 0;
    row.add(learnsNothing ? "" : Long.toString(risk.leastDiverse()));
    row.add(learnsNothing ? "" : part(risk.alike(), risk.patients(), disclosure));
    row.add(risk.isMinimal() ? "1" : "0");
    return row;
  }

  /** A part of the patients; the rest of them follows from it. */
  private static String part(long part, long whole, Disclosure disclosure) {
    Optional<boolean[]> hidden = disclosure.hide(part, whole - part);
    return disclosure.show(part, hidden.isEmpty() || hidden.get()[0]);
  }
}
