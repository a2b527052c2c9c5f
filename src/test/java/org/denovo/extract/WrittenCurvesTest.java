package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Survival from two files. All patients are invented. */
class WrittenCurvesTest {

  private static final String HEADER = "patient_pid,PARAMCD,tstart,tstop,event\n";

  @TempDir Path folder;

  @BeforeEach
  void threePatients() throws IOException {
    Files.writeString(
        folder.resolve("cohort.csv"), "patient_pid,fu_day,death\nA,100,1\nB,400,0\nC,0,1\n");
  }

  @Test
  void intervalsThatAddUpHaveTheCohortsSurvival() throws IOException {
    intervals("A,OS,0,40,0\nA,OS,40,100,1\nB,OS,0,400,0\nC,OS,0,0.5,1\nB,PFS,0,9,1\n");
    assertThatCode(() -> WrittenCurves.check(folder, "cp.csv")).doesNotThrowAnyException();
  }

  @Test
  void whoIsNotInTheIntervalsDoesNotCount() throws IOException {
    intervals("A,OS,0,100,1\nB,OS,0,400,0\n");
    assertThatCode(() -> WrittenCurves.check(folder, "cp.csv")).doesNotThrowAnyException();
  }

  @Test
  void anEventThatIsLostInTheIntervalsIsABug() throws IOException {
    intervals("A,OS,0,40,0\nA,OS,40,100,0\nB,OS,0,400,0\nC,OS,0,0.5,1\n");
    assertThatThrownBy(() -> WrittenCurves.check(folder, "cp.csv"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("survival at 1 years is 0.333");
  }

  private void intervals(String rows) throws IOException {
    Files.writeString(folder.resolve("cp.csv"), HEADER + rows);
  }
}
