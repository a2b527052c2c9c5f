package org.denovo.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.ColumnMapping;
import org.denovo.mapping.Mappings;
import org.denovo.mapping.PasswordSource;
import org.denovo.mapping.SheetMapping;
import org.denovo.record.Field;
import org.denovo.record.PatientRecord;
import org.denovo.workbook.Limits;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drafts of the 33 sample workbooks beside the mappings that were written by hand. */
class SampleDraftsTest {

  private static final Path ROOT = Path.of("").toAbsolutePath();

  /** Both mappings of a workbook, and the draft. */
  private record Pair(Path file, CentreMapping byHand, Draft draft) {}

  private static final List<Pair> PAIRS = new ArrayList<>();

  @BeforeAll
  static void draft() throws IOException {
    Mappings byHand = Mappings.read(ROOT, ROOT.resolve("mappings"), new Problems());
    try (Stream<Path> files = Files.list(ROOT.resolve("sample-data/inbox"))) {
      for (Path file : files.sorted().toList()) {
        CentreMapping mapping = byHand.claiming(file.getFileName().toString()).get(0);
        Optional<PasswordSource> password = mapping.password();
        PAIRS.add(
            new Pair(
                file,
                mapping,
                Draft.of(
                    mapping.centre(),
                    List.of(file),
                    Limits.DEFAULT,
                    password.flatMap(p -> p.read(Map.of())),
                    password.map(p -> ((PasswordSource.File) p).path().toString()))));
      }
    }
  }

  @Test
  void noColumnIsTakenForAnotherField() {
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> open = new TreeMap<>();
    int right = 0;
    int wider = 0;
    for (Pair pair : PAIRS) {
      for (SheetMapping sheet : pair.byHand().sheets()) {
        for (ColumnMapping column : sheet.columns()) {
          Optional<ColumnDraft> draft = draftOf(pair.draft(), sheet, column);
          String name = name(column);
          if (draft.filter(ColumnDraft::isMapped).isEmpty()) {
            open.merge(column.header() + " (" + name + ")", 1, Integer::sum);
          } else if (draft.get().target().orElseThrow().name().equals(name)) {
            right++;
          } else if (Evidence.family(Target.named(name))
              .contains(draft.get().target().orElseThrow().name())) {
            wider++;
          } else {
            wrong.add(
                "%s %s: %s, %s"
                    .formatted(
                        pair.byHand().centre(),
                        column.header(),
                        draft.get().target().orElseThrow().name(),
                        draft.get().decision()));
          }
        }
      }
    }
    // Of what a plain response is, only the centre knows: it is asked to look.
    assertThat(wrong)
        .containsExactlyInAnyOrder(
            "c02_riverbend 疗效评价: line1_best_response, TO_CHECK",
            "c04_redcliff 疗效评价: line1_best_response, TO_CHECK",
            "c27_willowlake 疗效评价: line1_best_response, TO_CHECK",
            "c32_mistymount Response: line1_best_response, TO_CHECK");
    // What identifies is never proposed.
    assertThat(open)
        .isEqualTo(
            Map.of(
                "national_id (national_id)", 2,
                "身份证号 (national_id)", 5));
    assertThat(List.of(right, wider)).containsExactly(1268, 0);
  }

  @Test
  void everyPatientColumnIsTheOneByHand() {
    for (Pair pair : PAIRS) {
      List<String> byHand =
          pair.byHand().sheets().stream().map(SheetMapping::patient).distinct().toList();
      assertThat(pair.draft().sheets().stream().map(s -> s.patient().key()).distinct())
          .as(pair.byHand().centre())
          .containsExactlyElementsOf(byHand);
    }
  }

  @Test
  void aDraftReadsTheSameValuesAsTheMappingByHand(@TempDir Path folder) throws IOException {
    Path mappings = Files.createDirectory(folder.resolve("mappings"));
    for (Pair pair : PAIRS) {
      Files.writeString(mappings.resolve(pair.byHand().centre() + ".yaml"), pair.draft().yaml());
    }
    Problems problems = new Problems();
    Mappings drafted = Mappings.read(folder, mappings, problems);
    assertThat(problems.sorted()).isEmpty();
    List<String> different = new ArrayList<>();
    int same = 0;
    for (Pair pair : PAIRS) {
      Map<String, PatientRecord> byHand = DraftedReading.patients(pair.file(), pair.byHand());
      Map<String, PatientRecord> byDraft =
          DraftedReading.patients(
              pair.file(), drafted.centre(pair.byHand().centre()).orElseThrow());
      assertThat(byDraft.keySet()).isEqualTo(byHand.keySet());
      for (Field<?> field : both(pair)) {
        for (String number : byHand.keySet()) {
          Object one = byHand.get(number).answer(field).optional();
          Object two = byDraft.get(number).answer(field).optional();
          if (one.equals(two)) {
            same++;
          } else {
            different.add(
                pair.byHand().centre() + " " + number + " " + field + " " + one + " " + two);
          }
        }
      }
    }
    assertThat(different).isEmpty();
    assertThat(same).isEqualTo(23_795);
  }

  /** The fields that both mappings ask the same columns for. */
  private static Set<Field<?>> both(Pair pair) {
    Set<Field<?>> fields = new HashSet<>();
    for (SheetMapping sheet : pair.byHand().sheets()) {
      for (ColumnMapping column : sheet.columns()) {
        draftOf(pair.draft(), sheet, column)
            .filter(ColumnDraft::isMapped)
            .filter(draft -> !draft.waitsForCodes())
            .ifPresent(
                draft -> {
                  Set<Field<?>> own = new HashSet<>(column.meaning().fields());
                  own.retainAll(draft.target().orElseThrow().fields());
                  fields.addAll(own);
                });
      }
    }
    return fields;
  }

  private static Optional<ColumnDraft> draftOf(
      Draft draft, SheetMapping sheet, ColumnMapping column) {
    return draft.sheets().stream()
        .filter(s -> sheet.sheet().isEmpty() || s.table().sheet().equals(sheet.sheet()))
        .flatMap(s -> s.columns().stream())
        .filter(c -> c.scan().key().equals(column.header()))
        .findFirst();
  }

  private static String name(ColumnMapping column) {
    return column
        .meaning()
        .field()
        .<String>map(Field::name)
        .orElseGet(() -> column.meaning().topic().orElseThrow().code());
  }
}
