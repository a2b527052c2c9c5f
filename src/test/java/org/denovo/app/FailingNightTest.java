package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.denovo.Leaks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that go wrong tell nobody who the patients are. Names and numbers are invented. */
class FailingNightTest {

  private static final String NAME = "王某芳";
  private static final String NUMBER = "110101195001010013";
  private static final String PHONE = "13800001234";
  private static final Leaks LEAKS = new Leaks(List.of(NAME, NUMBER, PHONE));

  @TempDir Path folder;

  private SmallProject project;

  @BeforeEach
  void aProjectWhosePatientsHaveNames() {
    project = new SmallProject(folder).send("south_1.csv", named());
  }

  /** The first column after the number is the name, which the mapping ignores. */
  private static List<String> named() {
    List<String> rows = new ArrayList<>();
    for (String row : SmallProject.south()) {
      String[] cells = row.split(",", 3);
      rows.add(cells[0] + "," + NAME + "," + cells[2]);
    }
    return rows;
  }

  @Test
  void aColumnOfIdentifiersThatNoMappingClaimsStaysInTheWorkbook() throws IOException {
    Path sent = folder.resolve("inbox/south_1.csv");
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(sent)) {
      lines.add(line + (lines.isEmpty() ? ",身份证号,联系电话" : "," + NUMBER + "," + PHONE));
    }
    Files.write(sent, lines);
    night(0);
    assertThat(Files.readString(project.latest().resolve("quality/findings.csv")))
        .contains("FIL-05", "身份证号");
  }

  @Test
  void aBrokenWorkbookIsRefusedWithoutItsCells() throws IOException {
    byte[] text = ("PK\u0003\u0004" + NAME + NUMBER).getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("inbox/north_1.csv"), text);
    night(5);
  }

  @Test
  void aMappingThatFitsNothingTellsNoCell() throws IOException {
    project.edit("mappings/south.yaml", "patient: 编号", "patient: 住院号");
    night(5);
  }

  @Test
  void aMappingWithAFaultTellsNoCell() throws IOException {
    project.edit("mappings/south.yaml", "date_dx", "date_dxx");
    night(2);
  }

  @Test
  void aFolderThatCannotBeWrittenTellsNoCell() throws IOException {
    Files.writeString(folder.resolve("out"), "in the way");
    Said said = project.run();
    assertThat(said.code()).isNotZero();
    assertThat(LEAKS.in((said.out() + said.err()).getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  private void night(int code) throws IOException {
    Said said = project.run();
    assertThat(said.code()).as(said.out() + said.err()).isEqualTo(code);
    assertThat(LEAKS.in((said.out() + said.err()).getBytes(StandardCharsets.UTF_8))).isFalse();
    Path out = folder.resolve("out");
    if (Files.exists(out)) {
      assertThat(LEAKS.in(out, file -> false)).isEmpty();
    }
  }
}
