package org.denovo.normalise;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a cell says of each marker: the texts behind the names, each with its origin. */
record MarkerLine(Map<Marker, List<Said>> said) {

  /**
   * The text behind a name.
   *
   * @param text nothing where markers share results that do not match their number
   */
  record Said(Origin origin, Optional<String> text) {

    boolean isBlank() {
      return text.isPresent() && text.get().chars().allMatch(c -> " ,;:./()[]=".indexOf(c) >= 0);
    }
  }

  /** A column that is not of one marker. */
  static MarkerLine of(String text) {
    return of(text, Optional.empty());
  }

  /**
   * A column of one marker: what stands there without a name is of that marker, unless another is
   * named.
   */
  static MarkerLine of(String text, Marker column) {
    return of(text, Optional.of(column));
  }

  /** What is said of a marker; what is empty only if nothing else is said of it. */
  List<Said> of(Marker marker) {
    List<Said> all = said.getOrDefault(marker, List.of());
    if (all.size() < 2) {
      return all;
    }
    List<Said> told = all.stream().filter(one -> !one.isBlank()).toList();
    return told.isEmpty() ? all : told;
  }

  /** Stretches whose origin is known. */
  static MarkerLine of(List<Provenance> stretches) {
    return of(stretches, Optional.empty());
  }

  private static MarkerLine of(String text, Optional<Marker> column) {
    return of(
        Provenance.of(ChineseDigits.inPercentages(Spelling.withoutInnerBlanks(text))), column);
  }

  private static MarkerLine of(List<Provenance> stretches, Optional<Marker> column) {
    List<List<Marker.Part>> parts = new ArrayList<>();
    stretches.forEach(stretch -> parts.add(Marker.split(stretch.text())));
    boolean named =
        parts.stream().flatMap(List::stream).anyMatch(part -> !part.markers().isEmpty());
    List<Marker> last = named || column.isEmpty() ? List.of() : List.of(column.get());
    boolean wholeLine = named || column.isEmpty();
    Map<Marker, List<Said>> said = new EnumMap<>(Marker.class);
    for (int i = 0; i < stretches.size(); i++) {
      if (!Marker.isTurned(parts.get(i))) {
        Stretch stretch = new Stretch(stretches.get(i).origin(), wholeLine);
        last = stretch.read(parts.get(i), last);
        stretch
            .said()
            .forEach(
                (marker, one) -> said.computeIfAbsent(marker, m -> new ArrayList<>()).addAll(one));
      }
    }
    return new MarkerLine(said);
  }

  /** One stretch of a line, all of one origin. */
  private record Stretch(
      Origin origin, boolean wholeLine, Map<Marker, List<Said>> said, StringBuilder her2) {

    Stretch(Origin origin, boolean wholeLine) {
      this(origin, wholeLine, new EnumMap<>(Marker.class), new StringBuilder());
    }

    /** Takes the parts in; what has no name goes on about the markers named last. */
    List<Marker> read(List<Marker.Part> parts, List<Marker> before) {
      boolean unnamed = parts.stream().allMatch(part -> part.markers().isEmpty());
      List<Marker> last = before;
      for (Marker.Part part : parts) {
        List<Marker> markers = part.markers().isEmpty() && unnamed ? before : part.markers();
        last = markers.isEmpty() ? last : markers;
        OptionalInt gene = gene(part);
        Marker.Part own =
            new Marker.Part(markers, part.text().substring(0, gene.orElse(part.text().length())));
        for (Marker marker : markers) {
          take(marker, own.of(marker));
        }
        gene.ifPresent(at -> her2.append(part.text().substring(at)).append(' '));
      }
      if (her2.length() > 0) {
        said.computeIfAbsent(Marker.HER2, m -> new ArrayList<>())
            .add(new Said(origin, Optional.of(her2.toString())));
      }
      return last;
    }

    /** Where the part begins to speak of HER2's gene without the name, after another marker. */
    private OptionalInt gene(Marker.Part part) {
      List<Marker> markers = part.markers();
      String text = part.text();
      if (!wholeLine || markers.contains(Marker.HER2)) {
        return OptionalInt.empty();
      }
      OptionalInt clause = Hybridisation.clause(text);
      if (markers.isEmpty()) {
        return clause.isEmpty() && Hybridisation.speaksOfGene(text) ? OptionalInt.of(0) : clause;
      }
      boolean apart = clause.isPresent() && !text.substring(0, clause.getAsInt()).isBlank();
      return apart ? clause : OptionalInt.empty();
    }

    /** What is said of HER2 in one stretch belongs together: the stain and the hybridisation. */
    private void take(Marker marker, Optional<String> text) {
      if (marker == Marker.HER2 && text.isPresent()) {
        her2.append(text.get()).append(' ');
      } else {
        said.computeIfAbsent(marker, m -> new ArrayList<>()).add(new Said(origin, text));
      }
    }
  }
}
