package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run at a time on a registry, and no waiting for the dead. */
class LeaseTest {

  @TempDir Path folder;

  @Test
  void ofTwoRunsAtOnceOneWorksAndTheOtherNamesIt() throws Exception {
    SampleProject project = SampleProject.in(folder, "c01", "c29");
    List<ChildRun> two =
        List.of(
            ChildRun.start(project, "run", "jobs/nightly.yaml"),
            ChildRun.start(project, "run", "jobs/nightly.yaml"));
    List<Integer> codes = Stream.of(two.get(0).exitCode(), two.get(1).exitCode()).toList();
    assertThat(codes).containsExactlyInAnyOrder(0, 6);
    ChildRun worked = two.get(codes.indexOf(0));
    ChildRun waited = two.get(codes.indexOf(6));
    assertThat(waited.err()).contains("another run is at work: process " + worked.pid() + " on ");
    assertThat(project.visible()).hasSize(3);
    assertThat(Said.by("verify", project.latest().toString()).code()).isZero();
  }

  @Test
  void theLeaseOfAKilledRunIsFreeAtOnce() throws Exception {
    SampleProject project = SampleProject.in(folder);
    ChildRun holder = ChildRun.start(project, "run", "jobs/nightly.yaml");
    holder.awaitSaid("Reading workbooks");
    assertThat(Said.night(project).code()).isEqualTo(6);
    assertThat(holder.killAfter(0)).isTrue();
    Said next = Said.night(project);
    assertThat(next.code()).as(next.err()).isZero();
    assertThat(next.out()).contains("Patients    468");
  }
}
