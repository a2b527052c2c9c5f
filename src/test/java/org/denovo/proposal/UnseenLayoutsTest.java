package org.denovo.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.denovo.mapping.Mappings;
import org.denovo.workbook.Limits;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is proposed for workbooks that nobody had in mind when the evidence was weighed. The figures
 * stand in each layout's file: of the columns that have a field, how many are right, left open and
 * dropped; of all columns, how many are mapped to what they are not, and how many of those are held
 * for certain; how many that tell who somebody is are not ignored.
 */
class UnseenLayoutsTest {

  private static final Pattern FIGURES =
      Pattern.compile(
          "mappable ([0-9]+), right ([0-9]+), open .*, certain ([0-9]+), leaked ([0-9]+)");

  private static final double CERTAIN = 0.97;

  @TempDir private static Path folder;

  @TestFactory
  Stream<DynamicTest> everyLayoutIsProposedAsItsFileSays() {
    return UnseenLayout.names().stream().map(name -> dynamicTest(name, () -> judge(name)));
  }

  private static void judge(String name) throws IOException {
    UnseenLayout layout = UnseenLayout.named(name);
    Score score = score(name, layout);
    String stated = layout.root().get("figures").map(YamlNode::text).orElse("");
    assertThat(score.figures()).as(String.join("\n", score.remarks)).isEqualTo(stated);
  }

  @Test
  void ofAllLayoutsNinetyFivePercentAreRightAndNothingIsWrongForCertain() throws IOException {
    int mappable = 0;
    int right = 0;
    for (String name : UnseenLayout.names()) {
      Matcher figures =
          FIGURES.matcher(UnseenLayout.named(name).root().get("figures").orElseThrow().text());
      assertThat(figures.matches()).as(name).isTrue();
      mappable += Integer.parseInt(figures.group(1));
      right += Integer.parseInt(figures.group(2));
      assertThat(figures.group(3)).as(name + ", wrong for certain").isEqualTo("0");
      assertThat(figures.group(4)).as(name + ", who somebody is").isEqualTo("0");
    }
    assertThat(right).isGreaterThanOrEqualTo((int) Math.ceil(0.95 * mappable));
  }

  @TestFactory
  Stream<DynamicTest> everyDraftIsAMappingThatReadsThePatients() {
    return UnseenLayout.names().stream().map(name -> dynamicTest(name, () -> read(name)));
  }

  private static void read(String name) throws IOException {
    Path file = workbook(name, UnseenLayout.named(name));
    Path mappings = Files.createDirectories(folder.resolve(name).resolve("mappings"));
    Files.writeString(mappings.resolve("unseen.yaml"), draft(file).yaml());
    Problems problems = new Problems();
    Mappings read = Mappings.read(mappings.getParent(), mappings, problems);
    assertThat(problems.sorted()).isEmpty();
    assertThat(DraftedReading.patients(file, read.all().get(0))).hasSize(UnseenLayout.PATIENTS);
  }

  private static Path workbook(String name, UnseenLayout layout) throws IOException {
    Path file = folder.resolve(name + ".xlsx");
    if (!Files.exists(file)) {
      layout.write(file);
    }
    return file;
  }

  private static Draft draft(Path file) {
    return Draft.of("unseen", List.of(file), Limits.DEFAULT, Optional.empty(), Optional.empty());
  }

  private static Score score(String name, UnseenLayout layout) throws IOException {
    Draft draft = draft(workbook(name, layout));
    Score score = new Score();
    for (YamlNode sheet : layout.sheets()) {
      Optional<SheetDraft> drafted =
          draft.sheets().stream()
              .filter(
                  d ->
                      d.table().sheets().stream()
                          .anyMatch(s -> s.name().equals(UnseenLayout.name(sheet))))
              .findFirst();
      List<UnseenLayout.Column> columns = UnseenLayout.columns(sheet);
      for (int i = 0; i < columns.size(); i++) {
        score.add(UnseenLayout.name(sheet), columns.get(i), found(drafted, i));
      }
    }
    return score;
  }

  /** What became of a column. */
  private record Found(String what, double confidence) {}

  private static Found found(Optional<SheetDraft> drafted, int index) {
    if (drafted.isEmpty()) {
      return new Found("unread", 0);
    }
    if (drafted.get().patient().index() == index) {
      return new Found("patient", 1);
    }
    return drafted.get().columns().stream()
        .filter(column -> column.scan().index() == index)
        .findFirst()
        .map(
            column ->
                switch (column.decision()) {
                  case MAPPED, TO_CHECK ->
                      new Found(column.target().orElseThrow().name(), column.confidence());
                  case IGNORED -> new Found("ignore", column.confidence());
                  case OPEN -> new Found("open", column.confidence());
                })
        .orElse(new Found("unread", 0));
  }

  private static final class Score {

    private final List<String> remarks = new ArrayList<>();
    private int mappable;
    private int right;
    private int open;
    private int dropped;
    private int wrong;
    private int certain;
    private int leaked;

    void add(String sheet, UnseenLayout.Column column, Found found) {
      String what = found.what();
      List<String> expected = column.expected();
      boolean isMapped = !List.of("ignore", "open", "unread").contains(what);
      boolean leftOut = !isMapped && (expected.contains("out") || expected.contains("open"));
      boolean good = expected.contains(what) || leftOut;
      if (!List.of("ignore", "out", "open").contains(expected.get(0))) {
        mappable++;
        right += good ? 1 : 0;
        open += !good && what.equals("open") ? 1 : 0;
        dropped += !good && !isMapped && !what.equals("open") ? 1 : 0;
      }
      boolean misread = !good && isMapped;
      wrong += misread ? 1 : 0;
      certain += misread && found.confidence() >= CERTAIN ? 1 : 0;
      leaked += !good && expected.contains("ignore") ? 1 : 0;
      if (!good) {
        remarks.add(
            "%s / %s: %s instead of %s (%.3f)"
                .formatted(sheet, column.label(), what, expected, found.confidence()));
      }
    }

    String figures() {
      return "mappable %d, right %d, open %d, dropped %d, wrong %d, certain %d, leaked %d"
          .formatted(mappable, right, open, dropped, wrong, certain, leaked);
    }
  }
}
