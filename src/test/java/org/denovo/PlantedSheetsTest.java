package org.denovo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.denovo.check.CrossRecords;
import org.denovo.check.RuleParameters;
import org.denovo.check.Rules;
import org.denovo.intake.Intake;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.MappedWorkbook;
import org.denovo.mapping.Mappings;
import org.denovo.record.PseudonymKey;
import org.denovo.sample.PlantedSheet;
import org.denovo.workbook.Limits;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFile;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One thing is wrong with a sheet of sound patients, or with several of its rows together. */
class PlantedSheetsTest {

  private static final RuleParameters PARAMETERS = RuleParameters.asOf(LocalDate.of(2022, 6, 30));

  /** What is planted here. */
  static final Set<String> RULES =
      new TreeSet<>(
          Set.of(
              "FIL-03", "FIL-04", "FIL-05", "FIL-06", "FIL-07", "FIL-10", "FIL-11", "FIL-12",
              "FIL-13", "FIL-14", "FIL-16", "FIL-18", "DUP-01", "DUP-03", "DUP-07", "DUP-08",
              "DUP-09", "CMP-20", "CON-41", "VIT-07"));

  /** A header without a name is unmapped as well; an identity number brings its side along. */
  private static final Map<String, Set<String>> ALSO =
      Map.of("FIL-03", Set.of("FIL-05"), "DUP-03", Set.of("DUP-01"));

  @TempDir Path folder;

  @Test
  void whatIsWrongWithASheetIsFoundByItsRuleAndNothingElseIs() throws IOException {
    Map<String, Set<String>> sound = new HashMap<>();
    Map<String, Integer> planted = new TreeMap<>();
    for (PlantedSheet sheet : PlantedSheet.all()) {
      Set<String> found = found(sheet);
      if (sheet.rule().isEmpty()) {
        sound.put(sheet.centre(), found);
        continue;
      }
      Set<String> others = new TreeSet<>(found);
      others.removeAll(sound.get(sheet.centre()));
      others.remove(sheet.rule());
      String what = sheet.rule() + " at " + sheet.centre();
      assertThat(found).as(what).contains(sheet.rule());
      assertThat(others).as(what).isSubsetOf(ALSO.getOrDefault(sheet.rule(), Set.of()));
      planted.merge(sheet.rule(), 1, Integer::sum);
    }
    assertThat(planted.keySet()).isEqualTo(RULES);
    assertThat(planted).allSatisfy((rule, n) -> assertThat(n).isEqualTo(5));
    assertThat(sound)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                // the lesions of four patients in a row rise by one, by chance
                "c01_northlake", Set.of("FIL-12"),
                // a sheet of notes that no mapping asks for
                "c02_riverbend", Set.of("FIL-17"),
                "c09_goldfield", Set.of(),
                "c12_stonegate", Set.of(),
                "c32_mistymount", Set.of()));
  }

  private Set<String> found(PlantedSheet sheet) throws IOException {
    Path mappings = Files.createDirectories(folder.resolve(sheet.centre()));
    Files.writeString(mappings.resolve(sheet.centre() + ".yaml"), sheet.mapping());
    Path file = Files.write(folder.resolve(sheet.file()), sheet.workbook());
    Problems problems = new Problems();
    CentreMapping mapping = Mappings.read(folder, mappings, problems).claiming(sheet.file()).get(0);
    assertThat(problems.sorted()).isEmpty();
    Intake intake =
        new Intake(mapping, PseudonymKey.of("invented key of this test"), Rules.all(), PARAMETERS);
    CrossRecords cross = new CrossRecords(PARAMETERS, (one, other) -> false);
    Set<String> found = new TreeSet<>();
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, Optional.empty())) {
      MappedWorkbook mapped = MappedWorkbook.open(workbook, sheet.file(), mapping);
      var patients = mapped.patients();
      while (patients.hasNext()) {
        cross.add(intake.read(patients.next()));
      }
      intake.about(mapped.notices()).forEach(finding -> found.add(finding.ruleId()));
    }
    cross.findings().forEach(finding -> found.add(finding.ruleId()));
    return found;
  }
}
