package org.denovo.normalise;

import static org.denovo.record.Fields.*;

import java.util.EnumMap;
import java.util.List;
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

  private final Ki67Reader ki67 = new Ki67Reader();

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    Map<Marker, Reading> line = new EnumMap<>(Marker.class);
    List<Marker.Part> parts = Marker.split(Spelling.of(cell.text()));
    if (Marker.isTurned(parts)) {
      return Reading.unreadable(FirstLook.principal(meaning));
    }
    for (Marker.Part part : parts) {
      OptionalInt hybridisation =
          part.markers().contains(Marker.HER2)
              ? OptionalInt.empty()
              : Hybridisation.clause(part.text());
      Marker.Part own =
          new Marker.Part(
              part.markers(), part.text().substring(0, hybridisation.orElse(part.text().length())));
      for (Marker marker : part.markers()) {
        Reading said =
            own.of(marker)
                .map(text -> reading(marker, text))
                .orElseGet(() -> Reading.unreadable(status(marker)));
        line.merge(marker, said, (before, again) -> both(marker, before, again));
      }
      if (hybridisation.isPresent()) {
        Reading said = her2(part.text().substring(hybridisation.getAsInt()));
        line.merge(Marker.HER2, said, (before, again) -> both(Marker.HER2, before, again));
      }
    }
    Reading whole = line.values().stream().reduce(new Reading(Map.of()), Reading::or);
    return whole.answers().isEmpty() ? Reading.unreadable(FirstLook.principal(meaning)) : whole;
  }

  /**
   * Two different results of a marker may be of two specimens, so neither is taken. The stain and
   * the hybridisation of HER2 may well stand apart.
   */
  private static Reading both(Marker marker, Reading before, Reading again) {
    boolean agree =
        marker == Marker.HER2
            ? before.answers().keySet().stream()
                .filter(again.answers()::containsKey)
                .allMatch(field -> before.answer(field).equals(again.answer(field)))
            : before.equals(again);
    return agree ? before.or(again) : Reading.unreadable(status(marker), Remark.TWO_READINGS);
  }

  private static List<Field<?>> status(Marker marker) {
    return switch (marker) {
      case ER -> List.of(ER_STATUS);
      case PR -> List.of(PR_STATUS);
      case HER2 -> List.of(HER2_IHC);
      case KI67 -> List.of(KI67_PCT);
      case HORMONE, TRIPLE, OTHER -> List.of();
    };
  }

  private Reading reading(Marker marker, String text) {
    return switch (marker) {
      case ER -> orUnreadable(HormoneResult.ER.of(text), marker);
      case PR -> orUnreadable(HormoneResult.PR.of(text), marker);
      case HER2 -> her2(text);
      case KI67 -> Reading.of(KI67_PCT, ki67.result(text));
      case HORMONE -> HormoneResult.ER.ofBoth(text).or(HormoneResult.PR.ofBoth(text));
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

  private static Reading orUnreadable(Reading reading, Marker marker) {
    return reading.answers().isEmpty() ? Reading.unreadable(status(marker)) : reading;
  }
}
