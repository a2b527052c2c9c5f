package org.denovo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.sample.FaultFile;
import org.denovo.sample.TruthFile;
import org.junit.jupiter.api.Test;

/** The sample registry is read as what its generator meant, cell for cell. */
class SampleTruthTest {

  private static final Path ROOT = Path.of("").toAbsolutePath();

  @Test
  void everyCellWithoutAFaultIsReadAsItsTruth() throws IOException {
    Map<String, PatientRecord> read = SamplePatients.read(ROOT);
    Set<String> faulty = new HashSet<>();
    for (FaultFile.Row fault : FaultFile.read(ROOT.resolve("sample-data/faults.csv"))) {
      faulty.add(fault.centre() + "/" + fault.patient() + "/" + fault.field());
    }
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (TruthFile.Row row : TruthFile.read(ROOT.resolve("sample-data/truth.csv"))) {
      PatientRecord patient = read.get(row.centre() + "/" + row.patient());
      if (patient == null) {
        wrong.add(row.centre() + "/" + row.patient() + " was not read");
        continue;
      }
      for (Map.Entry<Field<?>, String> truth : row.states().entrySet()) {
        Field<?> field = truth.getKey();
        if (!faulty.contains(row.centre() + "/" + row.patient() + "/" + field.name())) {
          compared++;
          String found = state(patient, field);
          // The truth says what a cell states; what follows from other cells may fill a blank one.
          boolean follows =
              truth.getValue().equals("<blank>") && patient.answer(field).has(Remark.IMPLIED);
          if (!follows && !found.equals(truth.getValue())) {
            wrong.add(
                row.centre()
                    + "/"
                    + row.patient()
                    + " "
                    + field
                    + ": "
                    + truth.getValue()
                    + " was read as "
                    + found
                    + " from "
                    + patient
                        .cell(field)
                        .map(c -> c.place().address() + " " + c.text())
                        .orElse("no cell"));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isGreaterThan(20_000);
  }

  private static <T> String state(PatientRecord patient, Field<T> field) {
    Answer<T> answer = patient.answer(field);
    return answer
        .optional()
        .map(value -> field.type().write(value))
        .orElse("<" + answer.missing() + ">");
  }
}
