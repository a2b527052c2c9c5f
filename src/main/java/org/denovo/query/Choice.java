package org.denovo.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.denovo.mapping.Words;
import org.denovo.vocabulary.Text;

/** What a centre may answer to a question. */
public enum Choice {
  /** Waits for the next workbook, in which the rule finds nothing any more. */
  CORRECTED("已在本中心表格中更正", "Corrected in our workbook"),
  /** Whether that settles it is for others to say, see the job's {@code accept}. */
  CONFIRMED("已核对病历 原值属实", "Checked: right as written"),
  UNDETERMINED("病历无记载 无法确定", "Cannot be determined"),
  OTHER("其他 见说明", "Other: see the comment");

  private final Text title;

  Choice(String zh, String en) {
    this.title = new Text(zh, en);
  }

  /** The code in files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it stands in the list from which it is chosen. */
  public Text title() {
    return title;
  }

  /** The choice that a cell names in either language. */
  static Optional<Choice> of(String cell) {
    String folded = Words.fold(cell);
    return Arrays.stream(values())
        .filter(
            choice ->
                folded.equals(Words.fold(choice.title.zh()))
                    || folded.equals(Words.fold(choice.title.en())))
        .findFirst();
  }
}
