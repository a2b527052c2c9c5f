package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.denovo.batch.Night;
import org.denovo.job.JobFile;
import org.denovo.yaml.Problems;

/** The sample registry's night with its outputs and database in a folder of the test's own. */
public final class SampleNight {

  private SampleNight() {}

  /** The night of the repository's own job file, but for where it writes. */
  public static Night in(Path folder) {
    Problems problems = new Problems();
    Night night =
        Configuration.night(Path.of("jobs", "nightly.yaml").toAbsolutePath(), problems)
            .orElseThrow(() -> new AssertionError(problems.sorted().toString()));
    assertThat(problems.sorted()).isEmpty();
    JobFile job = night.job();
    return new Night(
        new JobFile(
            job.name(),
            job.title(),
            job.root(),
            job.file(),
            job.inbox(),
            job.mappings(),
            job.cohorts(),
            job.rules(),
            folder.resolve("out"),
            folder.resolve("data"),
            job.key(),
            job.asOf(),
            job.accrual(),
            job.schedule(),
            job.stableAfter(),
            job.limits(),
            job.gates(),
            job.privacy(),
            job.queries()),
        night.mappings(),
        night.cohorts(),
        night.localRules(),
        night.key(),
        night.configHash(),
        night.version(),
        night.codeHash(),
        night.threads());
  }
}
