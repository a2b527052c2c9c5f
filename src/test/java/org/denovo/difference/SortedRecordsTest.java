package org.denovo.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records come out in the order of the pseudonyms, whether they fit into memory or not. */
class SortedRecordsTest {

  @TempDir Path folder;

  @Test
  void quotesCommasAndLineFeedsStayInTheirCells() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "patient_pid,raw\nb,\"1,\"\"x\"\"\n2\"\na,\n");
    List<List<String>> cells = new ArrayList<>();
    try (Records records = new Records(file)) {
      assertThat(records.header()).containsExactly("patient_pid", "raw");
      records.forEachRemaining(record -> cells.add(Records.cells(record)));
    }
    assertThat(cells).containsExactly(List.of("b", "1,\"x\"\n2"), List.of("a", ""));
  }

  @Test
  void aFileOfNoRecordsAndAnEmptyFileHaveNone() throws IOException {
    Path file = folder.resolve("a.csv");
    for (String text : List.of("", "patient_pid,raw\n", "patient_pid,raw")) {
      Files.writeString(file, text);
      try (SortedRecords.Pass pass = sorted(file, 100)) {
        assertThat(pass.hasNext()).as(text).isFalse();
      }
    }
  }

  @Test
  void partsOnTheDiskGiveTheSameAsMemory() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      for (int j = 0; j < 1 + i % 3; j++) {
        rows.add("p%03d,field%d,\"%s\"".formatted(i, j, "长\n".repeat(i % 40)));
      }
    }
    List<String> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(7));
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "patient_pid,field,raw\n" + String.join("\n", shuffled) + "\n");
    List<String> inMemory = patients(file, Integer.MAX_VALUE);
    assertThat(inMemory).hasSize(500).isSorted();
    assertThat(patients(file, 2_000)).isEqualTo(inMemory);
    try (var files = Files.list(folder)) {
      assertThat(files.count()).isGreaterThan(10);
    }
    assertThat(inMemory.get(2)).contains("p002").hasLineCount(7);
  }

  @Test
  void onlyThePatientsThatAreAskedForAreKept() throws IOException {
    Path file = folder.resolve("a.csv");
    String wide = "长".repeat(30_000);
    Files.writeString(file, "patient_pid,raw\na,1\na,2\nab,3\nb," + wide + "\na,4\nb,5\n");
    try (Records records = new Records(file, "b"::equals)) {
      List<String> raws = new ArrayList<>();
      records.forEachRemaining(record -> raws.add(Records.cells(record).get(1)));
      assertThat(raws).containsExactly(wide, "5");
    }
  }

  private List<String> patients(Path file, int most) {
    List<String> patients = new ArrayList<>();
    try (SortedRecords.Pass pass = sorted(file, most)) {
      pass.forEachRemaining(
          patient -> {
            StringBuilder all = new StringBuilder(patient.pid());
            patient
                .records()
                .forEach(r -> all.append('|').append(new String(r, StandardCharsets.UTF_8)));
            patients.add(all.toString());
          });
    }
    return patients;
  }

  private SortedRecords.Pass sorted(Path file, int most) {
    return SortedRecords.of(file, pid -> true, folder, most).patients();
  }
}
