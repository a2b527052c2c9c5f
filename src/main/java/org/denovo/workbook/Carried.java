package org.denovo.workbook;

import java.util.Objects;
import org.denovo.vocabulary.Text;

/**
 * Something that a workbook or sheet carries beside its cells; it is named and never read or
 * followed.
 *
 * @param name of it, or where it stands ({@code B3}) or leads to; empty where nothing more is known
 * @param count how many there are
 */
public record Carried(Kind kind, String name, int count) {

  /** What there is beside cells. */
  public enum Kind {
    MACROS("宏", "macros"),
    PICTURES("图片", "pictures"),
    CHARTS("图表", "charts"),
    CHART_SHEETS("图表工作表", "chart sheets"),
    SHAPES("文本框或图形", "text boxes or shapes"),
    EMBEDDED_OBJECTS("嵌入对象", "embedded objects"),
    PIVOT_TABLES("数据透视表", "pivot tables"),
    QUERIES("查询表", "query tables"),
    CONNECTIONS("外部数据连接", "connections to other data"),
    EXTERNAL_LINKS("指向其他工作簿的链接", "links to other workbooks"),
    CHANGE_HISTORY("共享工作簿的修订记录", "the change history of a shared workbook");

    private final Text title;

    Kind(String zh, String en) {
      this.title = new Text(zh, en);
    }

    /** What people call it, as it stands within a sentence. */
    public Text title() {
      return title;
    }
  }

  public Carried {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    if (count < 1) {
      throw new IllegalArgumentException("count " + count);
    }
  }
}
