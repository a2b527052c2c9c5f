package org.denovo.evidence;

import java.util.Objects;
import org.denovo.mapping.ColumnMapping;
import org.denovo.mapping.SheetMapping;
import org.denovo.vocabulary.Text;

/**
 * How a cell became a value: the column that the mapping names, and what in it understood the text.
 *
 * @param word the spelling that was found, folded; empty where a grammar read the text
 * @param stands what that spelling stands for there; empty where a grammar read the text
 */
public record ReadAs(
    SheetMapping sheet, ColumnMapping column, How how, String word, String stands) {

  /** What understood a text. */
  public enum How {
    CODE_TABLE("该列的代码表", "the column's code table"),
    WORD("登记库词表（映射或mappings/words）", "a word of the registry (the mapping or mappings/words)"),
    BUILT_IN_WORD("内置词表", "a built-in word"),
    GRAMMAR("内置语法", "the built-in grammar");

    private final Text title;

    How(String zh, String en) {
      this.title = new Text(zh, en);
    }

    /** The name in both languages. */
    public Text title() {
      return title;
    }
  }

  public ReadAs {
    Objects.requireNonNull(sheet, "sheet");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(how, "how");
    Objects.requireNonNull(word, "word");
    Objects.requireNonNull(stands, "stands");
  }

  /** The field or topic as which the column is read. */
  public String meaning() {
    return column
        .meaning()
        .field()
        .map(field -> field.name())
        .orElseGet(() -> column.meaning().topic().orElseThrow().code());
  }
}
