package org.denovo.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What left the registry, line by line; a line is never changed. */
public final class Exports {

  private static final String FIRST = "0".repeat(64);

  private final JdbcTemplate jdbc;

  Exports(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A line of the record.
   *
   * @param isIntact false if it is not as it was written, or the one before it is another
   */
  public record Line(long number, Export export, boolean isIntact) {}

  private record Stored(long number, Export export, String sha256) {}

  /** Adds a line, in the caller's transaction; the caller is the only writer. */
  public void add(Export export) {
    List<Stored> before =
        jdbc.query(
            "SELECT * FROM export_line WHERE line_no = (SELECT MAX(line_no) FROM export_line)",
            Exports::read);
    long number = before.isEmpty() ? 1 : before.get(0).number() + 1;
    String previous = before.isEmpty() ? FIRST : before.get(0).sha256();
    jdbc.update(
        "INSERT INTO export_line (line_no, job, run_id, cut, cohort, cohort_version, as_of,"
            + " exported_by, profile, small_cells, k, purpose, approval, patients, files, sha256)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        number,
        export.job(),
        export.runId(),
        export.cut(),
        export.cohort(),
        export.cohortVersion(),
        export.asOf(),
        export.by(),
        export.profile(),
        export.smallCells(),
        export.k(),
        export.purpose(),
        export.approval(),
        export.patients(),
        export.files(),
        hash(number, previous, export));
  }

  /** All lines in their order; none in a database that is older than they are. */
  public List<Line> all() {
    List<Line> lines = new ArrayList<>();
    String previous = FIRST;
    for (Stored stored : stored()) {
      boolean isIntact =
          stored.number() == lines.size() + 1
              && hash(stored.number(), previous, stored.export()).equals(stored.sha256());
      lines.add(new Line(stored.number(), stored.export(), isIntact));
      previous = stored.sha256();
    }
    return lines;
  }

  private List<Stored> stored() {
    try {
      return jdbc.query("SELECT * FROM export_line ORDER BY line_no", Exports::read);
    } catch (BadSqlGrammarException noSuchTable) {
      return List.of();
    }
  }

  /** Each part with its length, so that no two lines look alike. */
  private static String hash(long number, String previous, Export export) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Object part :
          List.of(
              number,
              previous,
              export.job(),
              export.runId(),
              export.cut(),
              export.cohort(),
              export.cohortVersion(),
              export.asOf(),
              export.by(),
              export.profile(),
              export.smallCells(),
              export.k(),
              export.purpose(),
              export.approval(),
              export.patients(),
              export.files())) {
        byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Stored read(ResultSet row, int at) throws SQLException {
    return new Stored(
        row.getLong("line_no"),
        new Export(
            row.getString("job"),
            row.getString("run_id"),
            row.getString("cut"),
            row.getString("cohort"),
            row.getString("cohort_version"),
            row.getObject("as_of", LocalDate.class),
            row.getString("exported_by"),
            row.getString("profile"),
            row.getInt("small_cells"),
            row.getInt("k"),
            row.getString("purpose"),
            row.getString("approval"),
            row.getLong("patients"),
            row.getString("files")),
        row.getString("sha256"));
  }
}
