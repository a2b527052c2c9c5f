package org.denovo.extract;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.denovo.linkage.Comparison;
import org.denovo.linkage.Decision;
import org.denovo.linkage.Decisions;
import org.denovo.linkage.Pair;

/**
 * {@code quality/duplicates.csv}: pairs of records that are or may be of one person, the surest
 * first, with what agrees and what differs. It holds pseudonyms and no identifier. What a field in
 * none of the three columns says is not known of one of the two.
 */
public final class DuplicatesFile {

  private static final List<String> HEADER =
      List.of(
          "standing",
          "centre",
          "patient_pid",
          "other_centre",
          "other_pid",
          "weight",
          "probability",
          "agree",
          "nearly_agree",
          "differ",
          "decided_by",
          "why",
          "decided_on");

  private DuplicatesFile() {}

  /** Hands over each row by its columns' names, in their order; the texts as they were. */
  public static void read(Path file, Consumer<Map<String, String>> receiver) {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : csv) {
        Map<String, String> values = new LinkedHashMap<>();
        HEADER.forEach(name -> values.put(name, CsvFile.written(row.getField(name))));
        receiver.accept(values);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the pairs. */
  public static void write(Path file, List<Pair> pairs, Decisions decisions) {
    try (CsvFile csv = new CsvFile(file, HEADER)) {
      pairs.forEach(pair -> csv.row(row(pair, decisions.on(pair.one().pid(), pair.other().pid()))));
    }
  }

  private static List<String> row(Pair pair, Optional<Decision> decision) {
    return List.of(
        pair.standing().code(),
        pair.one().centre(),
        pair.one().pid(),
        pair.other().centre(),
        pair.other().pid(),
        String.format(Locale.ROOT, "%.1f", pair.weight()),
        String.format(Locale.ROOT, "%.3f", pair.probability()),
        fields(pair, level -> level == 2),
        fields(pair, level -> level == 1),
        fields(pair, level -> level == 0),
        CsvFile.inert(decision.map(Decision::by).orElse("")),
        CsvFile.inert(decision.map(Decision::why).orElse("")),
        decision.map(d -> d.day().toString()).orElse(""));
  }

  /** The fields that agree (2), agree nearly (1) or differ (0). */
  private static String fields(Pair pair, IntPredicate wanted) {
    return pair.levels().entrySet().stream()
        .filter(e -> wanted.test(agreement(e.getKey(), e.getValue())))
        .map(e -> e.getKey().field().name())
        .collect(Collectors.joining(";"));
  }

  private static int agreement(Comparison comparison, int level) {
    return level == 0 ? 0 : comparison.isBest(level) ? 2 : 1;
  }
}
