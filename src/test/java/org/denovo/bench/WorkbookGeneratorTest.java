package org.denovo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.MappedWorkbook;
import org.denovo.mapping.Mappings;
import org.denovo.mapping.Notice;
import org.denovo.mapping.SheetMapping;
import org.denovo.sample.LargeCentre;
import org.denovo.workbook.Limits;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFile;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookGeneratorTest {

  @TempDir private Path folder;
  @TempDir private Path again;

  @Test
  void exactlyTheRowsAskedForAreReadFromSixtyClaimedColumns() throws IOException {
    generate(100, folder);
    Problems problems = new Problems();
    Mappings mappings = Mappings.read(folder, folder.resolve("mappings"), problems);
    assertThat(problems.sorted()).isEmpty();

    int patients = 0;
    List<Path> books = inbox(folder);
    for (Path book : books) {
      String name = book.getFileName().toString();
      CentreMapping mapping = mappings.claiming(name).get(0);
      SheetMapping sheet = mapping.sheets().get(0);
      assertThat(1 + sheet.columns().size() + sheet.ignore().size())
          .as(name)
          .isEqualTo(LargeCentre.WIDTH);
      try (Workbook workbook = WorkbookFile.open(book, Limits.DEFAULT, Optional.empty())) {
        MappedWorkbook mapped = MappedWorkbook.open(workbook, name, mapping);
        for (var each = mapped.patients(); each.hasNext(); each.next()) {
          patients++;
        }
        assertThat(mapped.notices().stream().map(Notice::kind))
            .doesNotContain(Notice.Kind.UNMAPPED_COLUMN, Notice.Kind.MISSING_COLUMN);
      }
    }
    assertThat(books).hasSize(33);
    assertThat(patients).isEqualTo(100);
  }

  @Test
  void theSameNumberOfRowsGivesTheSameBytes() throws IOException {
    generate(50, folder);
    generate(50, again);
    for (Path book : inbox(folder)) {
      assertThat(again.resolve("inbox").resolve(book.getFileName())).hasSameBinaryContentAs(book);
    }
  }

  private static void generate(int rows, Path into) throws IOException {
    WorkbookGenerator.main(new String[] {Integer.toString(rows), into.toString()});
  }

  private static List<Path> inbox(Path folder) throws IOException {
    try (Stream<Path> books = Files.list(folder.resolve("inbox"))) {
      return books.sorted().toList();
    }
  }
}
