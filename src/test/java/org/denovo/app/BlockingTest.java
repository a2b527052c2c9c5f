package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.denovo.batch.NightResult;
import org.denovo.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom unresolved errors keep out of a cohort, in a night. */
class BlockingTest {

  private static final String COHORT = "jobs/cohorts/surgical-vs-nonsurgical.yaml";

  @TempDir Path folder;

  @Test
  void aCohortKeepsOutWhomItsNeedsSayAndNobodyElse() throws Exception {
    SampleProject project = SampleProject.in(folder, "c12", "c15");
    Database database = Database.embedded(folder.resolve("data"));
    NightResult.CohortSize usual = project.run(database, 1).cohorts().get(0);

    project.edit(COHORT, "endpoints:", "needs: []\nendpoints:");
    NightResult.CohortSize careless = project.run(database, 1).cohorts().get(0);
    assertThat(careless.blocked()).isZero();
    assertThat(members(careless)).isEqualTo(members(usual) + usual.blocked());

    // One person in two centres, of which only a look at all patients can tell.
    project.edit(COHORT, "needs: []", "needs: [E8]");
    NightResult.CohortSize careful = project.run(database, 1).cohorts().get(0);
    assertThat(careful.blocked()).isEqualTo(2);
    assertThat(members(careful)).isEqualTo(members(careless) - 2);
    assertThat(
            Files.readAllLines(
                project.latest().resolve("cohorts/surgical-vs-nonsurgical/flow.csv")))
        .filteredOn(line -> line.startsWith("nothing_blocked"))
        .singleElement()
        .asString()
        .endsWith(",0,2," + (members(careful) + careful.undecided()) + ",E8=2,yes");
  }

  private static long members(NightResult.CohortSize cohort) {
    return Map.copyOf(cohort.arms()).values().stream().mapToLong(Long::longValue).sum();
  }
}
