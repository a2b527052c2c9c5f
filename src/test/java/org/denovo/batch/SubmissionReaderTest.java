package org.denovo.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.Mappings;
import org.denovo.workbook.Limits;
import org.denovo.workbook.WorkbookHash;
import org.denovo.workbook.WorkbookRefused;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Three invented patients. */
class SubmissionReaderTest {

  @TempDir Path folder;

  private CentreMapping mapping;
  private Path workbook;
  private final List<Long> ends = new ArrayList<>();

  @BeforeEach
  void aCentre() throws IOException {
    Files.writeString(
        folder.resolve("north.yaml"),
        """
        schema: 1
        centre: north
        title: {zh: 北方, en: North}
        workbooks: "north.csv"
        sheets:
          - patient: 编号
            columns: {性别: sex}
        """);
    mapping = Mappings.read(folder, folder, new Problems()).all().get(0);
    workbook = Files.writeString(folder.resolve("north.csv"), "编号,性别\n1,女\n2,女\n3,男\n");
  }

  @Test
  void everyPatientIsHandedOverAndTheEndIsTold() throws IOException {
    SubmissionReader reader = reader(WorkbookHash.sha256(workbook));
    reader.open(new ExecutionContext());
    assertThat(numbers(reader)).containsExactly("1", "2", "3");
    assertThat(ends).containsExactly(3L);
  }

  @Test
  void aRestartGoesOnBehindWhatWasStored() throws IOException {
    ExecutionContext mark = new ExecutionContext();
    SubmissionReader first = reader(WorkbookHash.sha256(workbook));
    first.open(mark);
    first.read();
    first.read();
    first.update(mark);
    first.close();

    SubmissionReader second = reader(WorkbookHash.sha256(workbook));
    second.open(mark);
    assertThat(numbers(second)).containsExactly("3");
    assertThat(second.count()).isEqualTo(3);
  }

  @Test
  void aFileThatChangedSinceThePlanIsNotRead() throws IOException {
    SubmissionReader reader = reader(WorkbookHash.sha256(workbook));
    Files.writeString(workbook, "编号,性别\n1,男\n");
    reader.open(new ExecutionContext());
    assertThat(numbers(reader)).isEmpty();
    assertThat(reader.refusal().orElseThrow().reason()).isEqualTo(WorkbookRefused.Reason.CHANGED);
  }

  private SubmissionReader reader(String sha256) {
    return new SubmissionReader(
        new Plan.Reading(mapping, workbook),
        Optional.empty(),
        sha256,
        Limits.DEFAULT,
        done -> ends.add(done.count()));
  }

  private static List<String> numbers(SubmissionReader reader) {
    List<String> numbers = new ArrayList<>();
    for (var patient = reader.read(); patient != null; patient = reader.read()) {
      numbers.add(patient.number());
    }
    reader.close();
    return numbers;
  }
}
