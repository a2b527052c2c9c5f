package org.denovo.query;

import org.denovo.mapping.Words;
import org.denovo.vocabulary.Text;

/** The columns of the sheet of questions, in their order. */
enum QueryColumn {
  ID("问题编号", "Query id", 13, false),
  PATIENT("病历号", "Patient", 12, false),
  SHEET("工作表", "Sheet", 11, false),
  WRITTEN("单元格与现填内容", "Cells, and what is written", 27, false),
  QUESTION("问题", "Question", 38, false),
  MATTERS("影响", "Matters for", 12, false),
  DUE("请于此日前答复", "Answer by", 11, false),
  ANSWER("答复（请选择）", "Answer (choose)", 18, true),
  COMMENT("说明", "Comment", 20, true),
  PERSON("填写人", "Answered by", 9, true),
  DAY("填写日期", "Date", 11, true);

  private final Text title;
  private final int width;
  private final boolean isOpen;

  QueryColumn(String zh, String en, int width, boolean isOpen) {
    this.title = new Text(zh, en);
    this.width = width;
    this.isOpen = isOpen;
  }

  Text title() {
    return title;
  }

  /** In characters. */
  int width() {
    return width;
  }

  /** True if the centre writes into it. */
  boolean isOpen() {
    return isOpen;
  }

  /** True if a cell is this column's header in either language. */
  boolean isNamed(String cell) {
    String folded = Words.fold(cell);
    return folded.equals(Words.fold(title.zh())) || folded.equals(Words.fold(title.en()));
  }
}
