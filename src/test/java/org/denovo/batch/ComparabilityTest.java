package org.denovo.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.denovo.vocabulary.Edition;
import org.denovo.vocabulary.Text;
import org.junit.jupiter.api.Test;

/** Which changes make two runs' numbers incomparable, and how that is said. */
class ComparabilityTest {

  private static final Edition RULE = new Edition(Edition.Kind.RULE, "SUR-01", "1", "");
  private static final Edition MAPPING =
      new Edition(Edition.Kind.MAPPING, "mappings/north.yaml", "1.0.0", "aaaaaaaaaa");
  private static final Edition WORDS =
      new Edition(Edition.Kind.WORDS, "built-in", "1.4.0", "bbbbbbbbbb");
  private static final List<Edition> BEFORE = List.of(RULE, MAPPING, WORDS);

  @Test
  void theSameEditionsCanBeCompared() {
    Comparability same = Comparability.between(BEFORE, BEFORE);
    assertThat(same.says()).isEmpty();
    assertThat(same.unversioned()).isEmpty();
  }

  @Test
  void rulesWordsAndMappingsThatChangedAreNamedWithTheirVersions() {
    Comparability changed =
        Comparability.between(
            BEFORE,
            List.of(
                new Edition(Edition.Kind.RULE, "SUR-01", "2", ""),
                new Edition(Edition.Kind.RULE, "LOC-01", "1", ""),
                new Edition(Edition.Kind.MAPPING, "mappings/north.yaml", "1.1.0", "cccccccccc"),
                new Edition(Edition.Kind.WORDS, "built-in", "1.5.0", "dddddddddd")));
    assertThat(changed.says())
        .contains(
            new Text(
                "与上次运行不可比：规则 LOC-01新增、SUR-01 1 → 2；词表 built-in 1.4.0 → 1.5.0；"
                    + "映射 mappings/north.yaml 1.0.0 → 1.1.0",
                "not comparable with the previous run: rule LOC-01 is new, SUR-01 1 → 2; words"
                    + " built-in 1.4.0 → 1.5.0; mapping mappings/north.yaml 1.0.0 → 1.1.0"));
    assertThat(changed.unversioned()).isEmpty();
  }

  @Test
  void aChangeUnderTheOldVersionIsAWarningAndShowsTheHashes() {
    Edition edited =
        new Edition(Edition.Kind.MAPPING, "mappings/north.yaml", "1.0.0", "cccccccccc");
    Comparability changed = Comparability.between(BEFORE, List.of(RULE, edited, WORDS));
    assertThat(changed.says().orElseThrow().en())
        .isEqualTo(
            "not comparable with the previous run: mapping mappings/north.yaml 1.0.0 (aaaaaaaa) →"
                + " 1.0.0 (cccccccc)");
    assertThat(changed.unversioned())
        .containsExactly(
            new Text(
                "映射 mappings/north.yaml (1.0.0)有改动而版本未变：请更新版本",
                "mapping mappings/north.yaml (1.0.0) changed under an unchanged version: raise"
                    + " it"));
  }

  @Test
  void thirtyFilesChangedUnderTheirVersionsAreOneWarning() {
    List<Edition> before = new ArrayList<>();
    List<Edition> after = new ArrayList<>();
    for (int i = 10; i < 40; i++) {
      before.add(new Edition(Edition.Kind.MAPPING, "m" + i, "2.0.0", "aaaaaaaaaa"));
      after.add(new Edition(Edition.Kind.MAPPING, "m" + i, "2.0.0", "cccccccccc"));
    }
    assertThat(Comparability.between(before, after).unversioned())
        .extracting(Text::en)
        .containsExactly(
            "mapping m10 (2.0.0), m11 (2.0.0), m12 (2.0.0), m13 (2.0.0), m14 (2.0.0) and 25 more"
                + " changed under an unchanged version: raise it");
  }

  @Test
  void aMappingWithoutAVersionIsFollowedByItsHashOnly() {
    Edition before = new Edition(Edition.Kind.MAPPING, "m.yaml", "", "aaaaaaaaaa");
    Edition after = new Edition(Edition.Kind.MAPPING, "m.yaml", "", "cccccccccc");
    Comparability changed = Comparability.between(List.of(before), List.of(after));
    assertThat(changed.says().orElseThrow().en()).endsWith("mapping m.yaml aaaaaaaa → cccccccc");
    assertThat(changed.unversioned()).isEmpty();
  }

  @Test
  void theMappingOfANewCentreChangesNoOldNumber() {
    List<Edition> more = new ArrayList<>(BEFORE);
    more.add(new Edition(Edition.Kind.MAPPING, "mappings/south.yaml", "1.0.0", "cc"));
    assertThat(Comparability.between(BEFORE, more).says()).isEmpty();
    assertThat(Comparability.between(more, BEFORE).says().orElseThrow().en())
        .endsWith("mapping mappings/south.yaml is gone");
  }

  @Test
  void howAJobIsScheduledSaysNothingOfItsNumbers() {
    Edition before = new Edition(Edition.Kind.JOB, "nightly", "", "aa");
    Edition after = new Edition(Edition.Kind.JOB, "nightly", "", "bb");
    assertThat(Comparability.between(List.of(before), List.of(after)).says()).isEmpty();
  }

  @Test
  void ofManyChangesTheFirstAreNamedAndTheOthersCounted() {
    List<Edition> rules =
        IntStream.rangeClosed(1, 8)
            .mapToObj(i -> new Edition(Edition.Kind.RULE, "LOC-0" + i, "1", ""))
            .toList();
    Text says = Comparability.between(BEFORE, both(BEFORE, rules)).says().orElseThrow();
    assertThat(says.en()).endsWith("LOC-05 is new and 3 more");
    assertThat(says.zh()).endsWith("LOC-05新增等8项");
  }

  private static List<Edition> both(List<Edition> some, List<Edition> others) {
    List<Edition> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
