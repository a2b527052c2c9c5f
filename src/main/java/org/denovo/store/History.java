package org.denovo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.denovo.mapping.SheetHeader;
import org.springframework.jdbc.core.JdbcTemplate;

/** What each submission followed, and what has to be remembered of it for the next one. */
public final class History {

  /** As many characters of all headers are kept, which is a thousand columns. */
  private static final int LONGEST = 50_000;

  private final JdbcTemplate jdbc;

  History(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A submission among those of its centre.
   *
   * @param previous the one that it is compared with: the centre's last with other bytes, if it was
   *     pseudonymised by the same key
   * @param reread the last one of the same bytes, that was read in another way
   * @param chain a hash of the submissions before it; empty if there are none
   * @param keyMark the fingerprint of the key that made its pseudonyms
   * @param dataCut the day on which the centre extracted its data, if the mapping said so
   */
  public record Entry(
      Optional<Long> previous,
      Optional<Long> reread,
      String chain,
      String keyMark,
      Optional<LocalDate> dataCut) {

    /** Nothing is remembered. */
    static final Entry NONE =
        new Entry(Optional.empty(), Optional.empty(), "", "", Optional.empty());

    public Entry {
      Objects.requireNonNull(previous, "previous");
      Objects.requireNonNull(reread, "reread");
      Objects.requireNonNull(chain, "chain");
      Objects.requireNonNull(keyMark, "keyMark");
      Objects.requireNonNull(dataCut, "dataCut");
    }
  }

  /**
   * The make of a workbook.
   *
   * @param dateSystem {@code 1900} or {@code 1904}; empty for a file that has none
   */
  public record Make(String dateSystem, List<SheetHeader> headers) {

    public Make {
      Objects.requireNonNull(dateSystem, "dateSystem");
      headers = List.copyOf(headers);
    }
  }

  /** Notes what a new submission follows. */
  public void begin(long submission, Entry entry) {
    jdbc.update(
        "INSERT INTO submission_history (submission_id, previous_id, reread_id, chain, key_mark,"
            + " data_cut, date_system, headers) VALUES (?, ?, ?, ?, ?, ?, '', '')",
        submission,
        entry.previous().orElse(null),
        entry.reread().orElse(null),
        entry.chain(),
        entry.keyMark(),
        entry.dataCut().orElse(null));
  }

  /** What a submission followed; {@link Entry#NONE} of one that is older than the history. */
  public Entry of(long submission) {
    return jdbc
        .query(
            "SELECT previous_id, reread_id, chain, key_mark, data_cut FROM submission_history WHERE"
                + " submission_id = ?",
            History::entry,
            submission)
        .stream()
        .findFirst()
        .orElse(Entry.NONE);
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        Optional.ofNullable(row.getObject("previous_id", Long.class)),
        Optional.ofNullable(row.getObject("reread_id", Long.class)),
        row.getString("chain").strip(),
        row.getString("key_mark"),
        Optional.ofNullable(row.getObject("data_cut", LocalDate.class)));
  }

  /** Notes the make of a workbook that was read to its end. */
  public void made(long submission, Make make) {
    jdbc.update(
        "UPDATE submission_history SET date_system = ?, headers = ? WHERE submission_id = ?",
        make.dateSystem(),
        cut(make.headers().stream().map(History::line).collect(Collectors.joining("\n"))),
        submission);
  }

  /** The make of a workbook that is compared. */
  public Make make(long submission) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "SELECT date_system, headers FROM submission_history WHERE submission_id = ?",
            (row, number) -> new Make(row.getString(1), headers(row.getString(2))),
            submission));
  }

  private static String line(SheetHeader header) {
    List<String> parts = new ArrayList<>(List.of(header.sheet()));
    parts.addAll(header.labels());
    return parts.stream()
        .map(part -> part.replaceAll("[\\t\\r\\n]", " "))
        .collect(Collectors.joining("\t"));
  }

  private static String cut(String lines) {
    return lines.substring(0, Math.min(LONGEST, lines.length()));
  }

  private static List<SheetHeader> headers(String lines) {
    return lines.isEmpty()
        ? List.of()
        : Arrays.stream(lines.split("\n", -1))
            .map(line -> Arrays.asList(line.split("\t", -1)))
            .map(parts -> new SheetHeader(parts.get(0), parts.subList(1, parts.size())))
            .toList();
  }
}
