package org.denovo.normalise;

import static org.denovo.record.Fields.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.mapping.Meaning;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Her2Status;
import org.denovo.vocabulary.ReceptorStatus;

/** Reads a line of stains: cuts it at the markers' names and gives each stretch to its reader. */
final class ReceptorLineReader implements CellReader {

  private static final Precedence PRIMARY = new Precedence(false);

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    Reading whole = read(MarkerLine.of(Spelling.of(cell.text())));
    return whole.answers().isEmpty() ? Reading.unreadable(FirstLook.principal(meaning)) : whole;
  }

  /** What a line says of the markers that the registry keeps. */
  static Reading read(MarkerLine line) {
    Reading whole = new Reading(Map.of());
    for (Marker marker : line.said().keySet()) {
      List<Precedence.Candidate> candidates =
          line.of(marker).stream()
              .map(said -> new Precedence.Candidate(said.origin(), reading(marker, said)))
              .toList();
      Optional<Reading> settled =
          marker == Marker.HER2
              ? PRIMARY.byField(candidates, status(marker))
              : PRIMARY.whole(candidates, status(marker));
      whole = settled.isPresent() ? whole.or(settled.get()) : whole;
    }
    return whole;
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

  private static Reading reading(Marker marker, MarkerLine.Said said) {
    return said.text()
        .map(text -> reading(marker, text))
        .orElseGet(() -> Reading.unreadable(status(marker)));
  }

  private static Reading reading(Marker marker, String text) {
    return switch (marker) {
      case ER -> orUnreadable(HormoneResult.ER.of(text), marker);
      case PR -> orUnreadable(HormoneResult.PR.of(text), marker);
      case HER2 -> her2(text);
      case KI67 -> Reading.of(KI67_PCT, Ki67Reader.result(text));
      case HORMONE -> HormoneResult.ER.ofBoth(text).or(HormoneResult.PR.ofBoth(text));
      case TRIPLE ->
          Reading.of(ER_STATUS, Answer.known(ReceptorStatus.NEG))
              .and(PR_STATUS, Answer.known(ReceptorStatus.NEG))
              .and(HER2_STATUS_RECORDED, Answer.known(Her2Status.NEG));
      case OTHER -> new Reading(Map.of());
    };
  }

  private static Reading her2(String text) {
    return Her2Result.of(text, false).orElseGet(() -> Reading.of(HER2_IHC, Answer.unreadable()));
  }

  private static Reading orUnreadable(Reading reading, Marker marker) {
    return reading.answers().isEmpty() ? Reading.unreadable(status(marker)) : reading;
  }
}
