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
import java.util.stream.Collectors;
import org.denovo.linkage.Comparison;
import org.denovo.linkage.Decision;
import org.denovo.linkage.Decisions;
import org.denovo.linkage.Pair;

/**
 * {@code quality/duplicates.csv}: pairs of records that are or may be of one person, those to be
 * reviewed first, the surest of them before the others, with what agrees and what differs. It holds
 * pseudonyms and no identifier. A field in none of the three columns is not known of one of the
 * two.
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
        fields(pair, Comparison.Sense.AGREE),
        fields(pair, Comparison.Sense.NEAR),
        fields(pair, Comparison.Sense.DIFFER),
        CsvFile.inert(decision.map(Decision::by).orElse("")),
        CsvFile.inert(decision.map(Decision::why).orElse("")),
        decision.map(d -> d.day().toString()).orElse(""));
  }

  private static String fields(Pair pair, Comparison.Sense sense) {
    return pair.levels().entrySet().stream()
        .filter(entry -> entry.getKey().sense(entry.getValue()) == sense)
        .map(entry -> entry.getKey().field().name())
        .collect(Collectors.joining(";"));
  }
}
