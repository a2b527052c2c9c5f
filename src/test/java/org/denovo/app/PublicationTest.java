package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.denovo.batch.NightFailed;
import org.denovo.batch.NightResult;
import org.denovo.batch.NightRunner;
import org.denovo.batch.Progress;
import org.denovo.store.Database;
import org.denovo.store.Schema;
import org.denovo.store.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that ends between showing its outputs and making its submissions the current ones. */
class PublicationTest {

  private static final String LAST_STATEMENT = "UPDATE run SET state";

  @TempDir Path folder;

  private SampleProject project;
  private Database database;

  @BeforeEach
  void newProject() {
    project = SampleProject.in(folder.resolve("project"), "c01", "c29");
    database = TestDatabases.h2(folder.resolve("data"));
  }

  @Test
  void itIsFinishedByTheNextRunWithTheSameBytes() {
    SampleProject undisturbed = SampleProject.in(folder.resolve("undisturbed"), "c01", "c29");
    undisturbed.run(TestDatabases.h2(folder.resolve("undisturbed-data")), 1);
    cutShort(LAST_STATEMENT);
    Path shown = project.latest();
    SampleProject.assertSameBytes(undisturbed.latest(), shown);

    assertThat(project.run(database, 1).outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
    assertThat(project.latest()).isEqualTo(shown);
    assertThat(project.visible()).containsExactly(name(shown), "latest", "summary.json");
    assertThat(project.hidden()).isEmpty();
    SampleProject.assertSameBytes(undisturbed.latest(), shown);
    assertThat(project.run(database, 1).outcome()).isEqualTo(NightResult.Outcome.UNCHANGED);
  }

  @Test
  void itsOutputsGoIfTheInboxHasChangedMeanwhile() {
    cutShort(LAST_STATEMENT);
    Path shown = project.latest();
    project.restore("c08_oldbridge_stage4.csv");
    NightResult next = project.run(database, 1);
    assertThat(next.read()).isEqualTo(3);
    assertThat(next.changes().persisting()).as("nothing was published before").isZero();
    assertThat(project.latest()).isNotEqualTo(shown);
    assertThat(project.visible()).containsExactly(name(project.latest()), "latest", "summary.json");
    assertThat(project.hidden()).isEmpty();
  }

  @Test
  void latestGoesBackToTheLastGoodRunIfTheInboxIsAsItWasThen() {
    project.run(database, 1);
    Path good = project.latest();
    project.restore("c08_oldbridge_stage4.csv");
    cutShort(LAST_STATEMENT);
    assertThat(project.latest()).isNotEqualTo(good);
    project.remove("c08_oldbridge_stage4.csv");
    assertThat(project.run(database, 1).outcome()).isEqualTo(NightResult.Outcome.UNCHANGED);
    assertThat(project.latest()).isEqualTo(good);
    assertThat(project.visible()).containsExactly(name(good), "latest", "summary.json");
    assertThat(project.hidden()).isEmpty();
  }

  @Test
  void aDatabaseThatIsLostWhileReadingIsATemporaryFailure() {
    assertThat(Failure.of(cutShort("INSERT INTO patient")).exit()).isEqualTo(Exit.TEMPORARY);
    assertThat(project.visible()).isEmpty();
    assertThat(project.run(database, 2).patients()).isEqualTo(36);
  }

  @Test
  void aDatabaseThatIsLostWhileComparingLeavesNothingHalfTold() {
    SampleProject undisturbed = SampleProject.in(folder.resolve("undisturbed"), "c01", "c29");
    Database other = TestDatabases.h2(folder.resolve("undisturbed-data"));
    undisturbed.run(other, 1);
    project.run(database, 1);
    String c29 = "sample-data/inbox/c29_crosswater_stage4.csv";
    for (SampleProject one : List.of(undisturbed, project)) {
      one.edit(c29, "Modified Radical Mastectomy", "Breast-conserving surgery");
      one.edit(c29, ",2017-12-22,", ",2017-12-23,");
    }
    NightResult whole = undisturbed.run(other, 1);
    assertThat(whole.sinceLast().get("values_changed")).isPositive();

    cutShort("INSERT INTO submission_change");
    cutShort("INSERT INTO rule_count");
    cutShort(LAST_STATEMENT);
    NightResult resumed = project.run(database, 1);
    assertThat(resumed.sinceLast()).isEqualTo(whole.sinceLast());
    SampleProject.assertSameBytes(undisturbed.latest(), project.latest());
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  /** Runs the night on a database that is lost at a statement. */
  private NightFailed cutShort(String statement) {
    try (HikariDataSource source = new HikariDataSource()) {
      source.setJdbcUrl(database.url());
      source.setUsername(database.user());
      source.setPassword(database.password());
      Schema.migrate(source, database);
      NightRunner runner =
          new NightRunner(losing(source, statement), Clock.systemUTC(), Progress.SILENT);
      return catchThrowableOfType(NightFailed.class, () -> runner.run(project.night(1)));
    }
  }

  private static DataSource losing(DataSource source, String statement) {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Object result = method.invoke(source, arguments);
          return result instanceof Connection connection ? losing(connection, statement) : result;
        });
  }

  private static Connection losing(Connection connection, String statement) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          if (method.getName().equals("prepareStatement")
              && arguments[0].toString().startsWith(statement)) {
            throw new SQLException("the connection is lost", "08S01");
          }
          return method.invoke(connection, arguments);
        });
  }

  private interface Call {
    Object to(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return call.to(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
