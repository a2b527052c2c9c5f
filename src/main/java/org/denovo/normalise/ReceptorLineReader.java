package org.denovo.normalise;

import static org.denovo.record.Fields.*;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.denovo.mapping.Meaning;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Her2Status;
import org.denovo.vocabulary.ReceptorStatus;

/** Reads a line of stains: cuts it at the markers' names and gives each stretch to its reader. */
final class ReceptorLineReader implements CellReader {

  private final HormoneReceptorReader er = HormoneReceptorReader.ofEr();
  private final HormoneReceptorReader pr = HormoneReceptorReader.ofPr();
  private final Ki67Reader ki67 = new Ki67Reader();

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    Map<Field<?>, Answer<?>> line = new LinkedHashMap<>();
    for (Marker.Part part : Marker.split(Spelling.of(cell.text()))) {
      OptionalInt hybridisation =
          part.markers().contains(Marker.HER2)
              ? OptionalInt.empty()
              : Her2Result.hybridisation(part.text());
      String own = part.text().substring(0, hybridisation.orElse(part.text().length()));
      for (Marker marker : part.markers()) {
        enter(line, reading(marker, own));
      }
      if (hybridisation.isPresent()) {
        enter(line, her2(part.text().substring(hybridisation.getAsInt())));
      }
    }
    return line.isEmpty() ? Reading.unreadable(FirstLook.principal(meaning)) : new Reading(line);
  }

  private Reading reading(Marker marker, String text) {
    return switch (marker) {
      case ER -> orUnreadable(er.result(text), ER_STATUS);
      case PR -> orUnreadable(pr.result(text), PR_STATUS);
      case HER2 -> her2(text);
      case KI67 -> Reading.of(KI67_PCT, ki67.result(text));
      case HORMONE -> er.resultOfBoth(text).or(pr.resultOfBoth(text));
      case TRIPLE ->
          Reading.of(ER_STATUS, Answer.known(ReceptorStatus.NEG))
              .and(PR_STATUS, Answer.known(ReceptorStatus.NEG))
              .and(HER2_STATUS_RECORDED, Answer.known(Her2Status.NEG));
      case OTHER -> new Reading(Map.of());
    };
  }

  private static Reading her2(String text) {
    return Her2Reader.result(text, false)
        .orElseGet(() -> Reading.of(HER2_IHC, Answer.unreadable()));
  }

  private static Reading orUnreadable(Reading reading, Field<?> status) {
    return reading.answers().isEmpty() ? Reading.unreadable(java.util.List.of(status)) : reading;
  }

  /** A second, different result of a marker makes both doubtful: the first stays, marked. */
  private static void enter(Map<Field<?>, Answer<?>> line, Reading reading) {
    reading
        .answers()
        .forEach(
            (field, answer) -> {
              Answer<?> before = line.get(field);
              if (before == null || !before.isKnown() && answer.isKnown()) {
                line.put(field, answer);
              } else if (answer.isKnown() && !before.equals(answer)) {
                line.put(field, before.with(Remark.TWO_READINGS));
              }
            });
  }
}
