package org.denovo.mapping;

import java.util.List;
import java.util.regex.Pattern;
import org.denovo.source.Place;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Comment;

/** The comments of one column with their cells, as a notice that a registrar can work through. */
final class CommentNotice {

  private static final int MOST_COMMENTS = 50;
  private static final int LONGEST = 200;

  /** Telephone and identity numbers do not belong in a report. */
  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9０-９]{8,}[0-9０-９Xx]");

  private CommentNotice() {}

  /** The notice; of a column of identifiers without the texts. */
  static Notice of(Layout layout, int column, List<Comment> comments) {
    boolean texts = !layout.identifies(column);
    StringBuilder list = new StringBuilder();
    for (Comment comment : comments.subList(0, Math.min(MOST_COMMENTS, comments.size()))) {
      list.append(list.isEmpty() ? "" : "; ").append(address(comment));
      if (texts && !comment.text().isEmpty()) {
        list.append(" “").append(shown(comment.text())).append('”');
      }
    }
    list.append(comments.size() > MOST_COMMENTS ? " …" : "");
    Comment first = comments.get(0);
    Place place = new Place(layout.workbook(), layout.sheet().name(), first.row(), first.column());
    return layout.notice(
        Notice.Kind.COMMENT,
        List.of(place),
        comments.size(),
        new Text(
                "列“{0}”有{1}条批注，未作为数据读取：{2}",
                "column '{0}' carries {1} comments, which were not read as data: {2}")
            .with(layout.columnTitle(column), comments.size(), list));
  }

  private static String address(Comment comment) {
    return Place.columnName(comment.column()) + (comment.row() + 1);
  }

  private static String shown(String text) {
    String line = LONG_NUMBER.matcher(text.replaceAll("\\s+", " ")).replaceAll("***");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
