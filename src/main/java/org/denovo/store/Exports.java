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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What left the registry, line by line; a line is never changed. Each holds the hash of the one
 * before it, and the number and hash of the last are kept apart, so that neither a changed line nor
 * a missing one, at the end too, goes unnoticed.
 */
public final class Exports {

  private final JdbcTemplate jdbc;

  Exports(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A line of the record.
   *
   * @param sha256 of the line and the hash of the one before it
   * @param isIntact false if it is not as it was written, or the one before it is another
   */
  public record Line(long number, Export export, String sha256, boolean isIntact) {

    private Head head() {
      return new Head(number, sha256);
    }
  }

  /**
   * The record as it stands.
   *
   * @param head the number and the hash of the last line that was written; empty in a database that
   *     is older than heads
   */
  public record Kept(List<Line> lines, Optional<Head> head) {

    public Kept {
      lines = List.copyOf(lines);
      Objects.requireNonNull(head, "head");
    }

    /** The first line that is not as it was written or not there at all. */
    public OptionalLong broken() {
      OptionalLong changed =
          lines.stream().filter(line -> !line.isIntact()).mapToLong(Line::number).findFirst();
      if (changed.isPresent() || head.isEmpty()) {
        return changed;
      }
      Head last = lines.isEmpty() ? Head.NONE : lines.get(lines.size() - 1).head();
      return last.equals(head.get())
          ? OptionalLong.empty()
          : OptionalLong.of(Math.min(last.number(), head.get().number()) + 1);
    }
  }

  /** Where the record ends. */
  public record Head(long number, String sha256) {

    /** Of a record without lines. */
    static final Head NONE = new Head(0, "0".repeat(64));
  }

  private record Stored(long number, Export export, String sha256) {}

  /**
   * Adds a line, in the caller's transaction; the caller is the only writer. It follows the line
   * that was written last, whether that one is still there or not.
   */
  public void add(Export export) {
    Head before =
        jdbc.queryForObject(
            "SELECT line_no, sha256 FROM export_head WHERE id = 1", Exports::readHead);
    long number = before.number() + 1;
    String sha256 = hash(number, before.sha256(), export);
    jdbc.update(
        "INSERT INTO export_line (line_no, job, run_id, cut, cohort, cohort_version, as_of,"
            + " exported_by, profile, small_cells, k, purpose, approval, patients, files, sha256)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        Stream.of(Stream.of(number), parts(export).stream(), Stream.of(sha256))
            .flatMap(each -> each)
            .toArray());
    jdbc.update("UPDATE export_head SET line_no = ?, sha256 = ? WHERE id = 1", number, sha256);
  }

  /** All lines in their order and where they should end; none in a database older than they are. */
  public Kept all() {
    List<Line> lines = new ArrayList<>();
    String previous = Head.NONE.sha256();
    for (Stored stored : stored()) {
      boolean isIntact =
          stored.number() == lines.size() + 1
              && hash(stored.number(), previous, stored.export()).equals(stored.sha256());
      lines.add(new Line(stored.number(), stored.export(), stored.sha256(), isIntact));
      previous = stored.sha256();
    }
    return new Kept(lines, head());
  }

  private List<Stored> stored() {
    try {
      return jdbc.query("SELECT * FROM export_line ORDER BY line_no", Exports::read);
    } catch (BadSqlGrammarException noSuchTable) {
      return List.of();
    }
  }

  /** A head that was taken out says that there were no lines. */
  private Optional<Head> head() {
    try {
      List<Head> heads = jdbc.query("SELECT line_no, sha256 FROM export_head", Exports::readHead);
      return Optional.of(heads.size() == 1 ? heads.get(0) : Head.NONE);
    } catch (BadSqlGrammarException noSuchTable) {
      return Optional.empty();
    }
  }

  private static Head readHead(ResultSet row, int at) throws SQLException {
    return new Head(row.getLong("line_no"), row.getString("sha256"));
  }

  /** What a line says, in the order of its columns. */
  private static List<Object> parts(Export export) {
    return List.of(
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
        export.files());
  }

  /** Each part with its length, so that no two lines look alike. */
  private static String hash(long number, String previous, Export export) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List<Object> all = new ArrayList<>(List.of(number, previous));
      all.addAll(parts(export));
      for (Object part : all) {
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
