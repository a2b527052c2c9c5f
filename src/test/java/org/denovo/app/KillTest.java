package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever a run is killed, running again gives what an undisturbed run gives. */
class KillTest {

  private static final String[] CENTRES = {"c01", "c04", "c05", "c09", "c17", "c29"};
  private static final int KILLS = 12;
  private static final long SEED = 4711;

  @TempDir Path folder;

  @Test
  void aRunThatIsKilledAgainAndAgainEndsLikeAnUndisturbedOne() throws Exception {
    SampleProject undisturbed = SampleProject.in(folder.resolve("undisturbed"), CENTRES);
    long before = System.nanoTime();
    assertThat(ChildRun.start(undisturbed, "run", "jobs/nightly.yaml").exitCode()).isZero();
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);

    // Each kill has its stretch of the whole duration and falls at random in it. A run that was
    // killed late has less left to do, so every third kill is followed by a fresh registry.
    Random random = new Random(SEED);
    int hits = 0;
    SampleProject project = null;
    for (int kill = 0; kill < KILLS; kill++) {
      if (kill % 3 == 0) {
        project = SampleProject.in(folder.resolve("killed" + kill), CENTRES);
      }
      double share = 0.15 + 0.85 * (kill + random.nextDouble()) / KILLS;
      hits +=
          ChildRun.start(project, "run", "jobs/nightly.yaml").killAfter((long) (share * whole))
              ? 1
              : 0;
      assertNothingHalfMade(project, undisturbed);
      if (kill % 3 == 2) {
        ChildRun last = ChildRun.start(project, "run", "jobs/nightly.yaml");
        assertThat(last.exitCode()).as(() -> "after kill " + last.err()).isZero();
        assertNothingHalfMade(project, undisturbed);
        SampleProject.assertSameBytes(undisturbed.latest(), project.latest());
        assertThat(project.hidden()).isEmpty();
      }
    }
    assertThat(hits).as("kills that hit a living process").isGreaterThanOrEqualTo(KILLS / 2);
  }

  private static void assertNothingHalfMade(SampleProject project, SampleProject undisturbed) {
    for (String name : project.visible()) {
      Path path = project.out().resolve(name);
      if (Files.isDirectory(path)) {
        assertThat(name).matches(SampleProject.RUN_ID);
        SampleProject.assertSameBytes(undisturbed.latest(), path);
      } else {
        assertThat(name).isIn(List.of("latest", "summary.json"));
      }
    }
    if (project.visible().contains("latest")) {
      assertThat(project.latest()).isDirectory();
    }
  }
}
