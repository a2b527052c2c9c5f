package org.denovo.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.mapping.Mappings;
import org.denovo.workbook.Limits;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Workbooks whose headers no mapping of the project has, and what suggest makes of them. */
class LayoutsTest {

  @TempDir static Path folder;

  /** Each layout's workbook is written and drafted once. */
  private static final Map<String, Draft> DRAFTS = new LinkedHashMap<>();

  static List<Layout> all() throws IOException {
    return Layout.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyColumnIsTakenForWhatItIs(Layout layout) throws IOException {
    Map<String, String> taken = new LinkedHashMap<>(Layout.taken(draft(layout)));
    taken.keySet().retainAll(layout.expected().keySet());
    assertThat(taken).containsExactlyInAnyOrderEntriesOf(layout.expected());
  }

  @ParameterizedTest
  @MethodSource("all")
  void theDraftIsAMappingWithoutProblemsThatReadsThePatients(Layout layout) throws IOException {
    Path mappings = Files.createDirectories(workbook(layout).resolveSibling("mappings"));
    Files.writeString(mappings.resolve("x.yaml"), draft(layout).yaml());
    Problems problems = new Problems();
    Mappings read = Mappings.read(mappings.getParent(), mappings, problems);
    assertThat(problems.sorted()).isEmpty();
    assertThat(DraftedReading.patients(workbook(layout), read.all().get(0)))
        .hasSize(Layout.PATIENTS);
  }

  @ParameterizedTest
  @MethodSource("all")
  void noValueOfAnIdentifierIsShown(Layout layout) throws IOException {
    String yaml = draft(layout).yaml();
    for (String secret : layout.secrets()) {
      assertThat(yaml).doesNotContain(secret);
    }
    String profile = Profile.of(workbook(layout), Limits.DEFAULT, Optional.empty()).toString();
    for (String secret : layout.secrets()) {
      assertThat(profile).doesNotContain(secret);
    }
  }

  @Test
  void whatTheLayoutsHold() throws IOException {
    int columns = 0;
    int mappable = 0;
    for (Layout layout : all()) {
      columns += layout.expected().size();
      mappable +=
          (int)
              layout.expected().values().stream()
                  .filter(is -> !Set.of("ignored", "open", "patient").contains(is))
                  .count();
    }
    assertThat(all()).hasSize(19);
    assertThat(List.of(columns, mappable)).containsExactly(363, 281);
  }

  @Test
  void theWorkbooksOfTwoYearsAreReadEachByItself() throws IOException {
    Layout layout = all().get(0);
    draft(layout);
    Path earlier = Files.copy(workbook(layout), folder.resolve("north_2020.xlsx"));
    Path later = Files.copy(workbook(layout), folder.resolve("north_2021.xlsx"));
    Draft both =
        Draft.of(
            "north", List.of(earlier, later), Limits.DEFAULT, Optional.empty(), Optional.empty());
    assertThat(both.yaml())
        .contains("workbooks: \"north_*.xlsx\"")
        .contains("性别: sex ")
        .doesNotContain("take:");
    assertThat(Layout.taken(both)).isEqualTo(Layout.taken(draft(layout)));
  }

  private static Draft draft(Layout layout) throws IOException {
    if (!DRAFTS.containsKey(layout.name())) {
      Path file = layout.write(Files.createDirectories(workbook(layout).getParent()));
      Draft draft =
          Draft.of("x", List.of(file), Limits.DEFAULT, Optional.empty(), Optional.empty());
      DRAFTS.put(layout.name(), draft);
    }
    return DRAFTS.get(layout.name());
  }

  private static Path workbook(Layout layout) {
    return folder.resolve(layout.name().replace(' ', '_')).resolve("layout.xlsx");
  }
}
