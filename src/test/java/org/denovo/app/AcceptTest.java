package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code accept}: what the last run proposed is taken over, or nothing is. */
class AcceptTest {

  @TempDir Path folder;

  @Test
  void aJobWithAProblemIsNotFollowedToItsRuns() {
    SmallProject project = new SmallProject(folder);
    project.edit("jobs/nightly.yaml", "inbox: inbox", "inbox: inbocks");
    Said said = project.ask("accept", "0123456789ab");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEqualTo("jobs/nightly.yaml:4:8 there is no folder 'inbocks'\n");
    assertThat(said.err()).isEqualTo("1 problem, nothing was run\n");
  }
}
