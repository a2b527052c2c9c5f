package org.denovo.proposal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.denovo.mapping.Header;
import org.denovo.mapping.Words;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;

/**
 * Finds the header of a sheet that no mapping describes: the rows in whose labels most columns are
 * understood. Titles above and legends below are no part of it.
 */
record HeaderRows(HeaderWords words) {

  private static final double UNKNOWN_LABEL = 0.15;
  private static final double MORE_ROWS = -0.4;
  private static final double BAND = 0.9;
  private static final double NO_LABEL = -1.0;
  private static final double NO_HEADER_ROW = -6.0;
  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_BAND = 20;
  private static final int LARGEST_LABEL = 999;

  /** A text that stands in its column as often is an answer, and no label. */
  private static final int OFTEN = 3;

  private static final double AN_ANSWER = -1.0;

  /** What mixes words with more numbers than that is a patient's row. */
  private static final double FEW_NUMBERS = 0.2;

  private static final Pattern TITLE = Pattern.compile("[0-9]{4}|:");

  /** The band of rows that is a header best; nothing if no row looks like one. */
  Optional<List<SourceRow>> find(List<SourceRow> top) {
    Map<String, Integer> times = times(top);
    double best = 1.0;
    Optional<List<SourceRow>> found = Optional.empty();
    for (int height = 1; height <= Header.MOST_ROWS; height++) {
      for (int start = 0; start + height <= top.size(); start++) {
        List<SourceRow> band = top.subList(start, start + height);
        boolean adjacent = band.get(height - 1).index() - band.get(0).index() == height - 1;
        if (adjacent && band.get(0).index() < Header.DEPTH) {
          double score = score(band, times);
          if (score > best) {
            best = score;
            found = Optional.of(List.copyOf(band));
          }
        }
      }
    }
    return found;
  }

  /** How often each text stands in its column. */
  private static Map<String, Integer> times(List<SourceRow> rows) {
    Map<String, Integer> times = new HashMap<>();
    rows.stream()
        .flatMap(row -> row.cells().stream())
        .forEach(cell -> times.merge(inColumn(cell), 1, Integer::sum));
    return times;
  }

  private static String inColumn(SourceCell cell) {
    return cell.place().column() + "\n" + cell.text().strip();
  }

  private double score(List<SourceRow> band, Map<String, Integer> times) {
    double score = MORE_ROWS * (band.size() - 1);
    for (SourceRow row : band) {
      if (!isText(row)) {
        return NO_HEADER_ROW;
      }
    }
    for (int i = 0; i + 1 < band.size(); i++) {
      score += isBand(band.get(i), band.get(i + 1)) ? BAND : NO_HEADER_ROW;
    }
    Header header = Header.of(band);
    Set<String> seen = new HashSet<>();
    for (int column : header.columns()) {
      List<String> parts = header.parts(column);
      String leaf = parts.get(parts.size() - 1);
      SourceCell lowest = band.get(band.size() - 1).at(column);
      boolean answer = !lowest.isBlank() && times.get(inColumn(lowest)) >= OFTEN;
      boolean own = seen.add(String.join("/", parts));
      if (answer) {
        score += AN_ANSWER;
      } else if (leaf.length() > LONGEST_LABEL || !own) {
        score += own ? NO_LABEL : 0;
      } else {
        score += words.understands(parts) ? 1 : UNKNOWN_LABEL;
      }
    }
    return score;
  }

  /** Dates and large numbers are no labels; the number of a visit may be one, among few others. */
  private static boolean isText(SourceRow row) {
    int texts = 0;
    int numbers = 0;
    for (SourceCell cell : row.cells()) {
      if (!cell.isBlank()) {
        boolean number = cell.kind() == Kind.NUMBER;
        if (cell.kind() != Kind.TEXT && !(number && cell.number() <= LARGEST_LABEL)) {
          return false;
        }
        texts += number ? 0 : 1;
        numbers += number ? 1 : 0;
      }
    }
    return texts + numbers > 0 && (texts == 0 || numbers <= FEW_NUMBERS * texts);
  }

  /** True if the row groups the columns of the one under it: two groups, or one over a part. */
  private boolean isBand(SourceRow row, SourceRow under) {
    Set<String> texts = new HashSet<>();
    boolean merged = false;
    boolean understood = false;
    boolean differs = false;
    int filled = 0;
    for (SourceCell cell : row.cells()) {
      if (cell.isBlank()) {
        continue;
      }
      String text = Words.fold(cell.text());
      texts.add(text);
      filled++;
      merged |= cell.has(Mark.MERGED);
      understood |= words.cut(HeaderText.of(cell.text()).text()).unknown() == 0;
      SourceCell below = under.at(cell.place().column());
      differs |= !below.isBlank() && !Words.fold(below.text()).equals(text);
      // What has nothing under it is a column's own label, which may be long.
      if (!below.isBlank() && (text.length() > LONGEST_BAND || TITLE.matcher(text).find())) {
        return false;
      }
    }
    long wide = under.cells().stream().filter(cell -> !cell.isBlank()).count();
    boolean part = texts.size() > 1 || filled > 1 && filled < 0.8 * wide;
    return part && differs && (merged || understood);
  }
}
