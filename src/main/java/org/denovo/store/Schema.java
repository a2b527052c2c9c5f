package org.denovo.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Brings a database to the present form: Flyway's migrations, then a column for each new field. */
public final class Schema {

  private Schema() {}

  /** Migrates; does nothing where everything stands. */
  public static void migrate(DataSource source, Database database) {
    boolean embedded = database.isEmbedded();
    Flyway flyway =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:db/" + (embedded ? "h2" : "mysql"), "classpath:db/common")
            .placeholders(
                Map.of(
                    "table_options",
                    embedded
                        ? ""
                        : "ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
                    "bytes",
                    embedded ? "VARBINARY(1000000)" : "MEDIUMBLOB",
                    "text",
                    embedded ? "VARCHAR(100000)" : "MEDIUMTEXT"))
            .load();
    List<MigrationState> states =
        Arrays.stream(flyway.info().all()).map(MigrationInfo::getState).toList();
    // A migration that was killed in its middle is noted as failed; it is forgotten and repeated.
    if (states.stream().anyMatch(MigrationState::isFailed)) {
      flyway.repair();
    }
    if (!states.stream().allMatch(MigrationState.SUCCESS::equals)) {
      flyway.migrate();
    }
    addMissingColumns(new JdbcTemplate(source));
  }

  /** True if the database has the registry's tables. */
  public static boolean stands(DataSource source) {
    try {
      new JdbcTemplate(source).queryForList("SELECT run_id FROM run WHERE 1 = 0");
      return true;
    } catch (BadSqlGrammarException noSuchTable) {
      return false;
    }
  }

  private static void addMissingColumns(JdbcTemplate jdbc) {
    Set<String> present = new HashSet<>();
    jdbc.query(
        "SELECT * FROM patient WHERE 1 = 0",
        result -> {
          int columns = result.getMetaData().getColumnCount();
          for (int i = 1; i <= columns; i++) {
            present.add(result.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
          }
          return null;
        });
    List<String> missing = new ArrayList<>();
    for (PatientColumns.Column column : PatientColumns.ALL) {
      if (!present.contains(column.name())) {
        missing.add(column.name() + " " + column.sqlType());
      }
    }
    if (!missing.isEmpty()) {
      jdbc.execute("ALTER TABLE patient ADD COLUMN (" + String.join(", ", missing) + ")");
    }
  }
}
