package org.denovo.check;

import static org.denovo.check.Category.*;
import static org.denovo.check.Decision.*;
import static org.denovo.check.Severity.*;

import java.util.List;
import java.util.Set;

/**
 * Rules on files, sheets and columns. Whoever reads the file judges them; here is what they are
 * called and say.
 */
public final class FileRules {

  private static final List<RuleCard> ALL =
      List.of(
          card(
                  "FIL-01",
                  ERROR,
                  CONFORMANCE_VALUE,
                  "扩展名与文件类型不符：{0}",
                  "The extension does not match the type of the file: {0}",
                  "可能被改名或损坏",
                  "It may have been renamed or damaged",
                  "POI file magic")
              .titled("扩展名与文件类型不符", "The extension does not match the type of the file"),
          card(
                  "FIL-02",
                  ERROR,
                  CONFORMANCE_VALUE,
                  "工作簿有密码：{0}",
                  "The workbook is protected by a password: {0}",
                  "请提供密码或未加密的副本",
                  "Please deposit the password or an unprotected copy",
                  "POI poifs.crypt")
              .titled("工作簿有密码", "The workbook is protected by a password"),
          card(
                  "FIL-03",
                  ERROR,
                  CONFORMANCE_RELATIONAL,
                  "缺少必需的列：{0}",
                  "A required column was not found: {0}",
                  "映射中的列在文件里不存在",
                  "The mapping names a column that the file lacks",
                  "OHDSI cdmField")
              .titled("缺少必需的列", "A required column was not found"),
          card(
                  "FIL-04",
                  ERROR,
                  CONFORMANCE_RELATIONAL,
                  "多列对应同一字段：{0}",
                  "Several columns claim one field: {0}",
                  "不知取哪一列",
                  "Nobody can tell which one counts",
                  "Duke MRI has three headers twice")
              .titled("多列对应同一字段", "Several columns claim one field"),
          card(
                  "FIL-05",
                  WARNING,
                  CONFORMANCE_RELATIONAL,
                  "列有数据但没有映射：{0}",
                  "A column carries data but is not mapped: {0}",
                  "其中的信息没有读入",
                  "What it says was not read",
                  "registry")
              .titled("列有数据但没有映射", "A column carries data but is not mapped"),
          card(
                  "FIL-06",
                  WARNING,
                  CONFORMANCE_VALUE,
                  "隐藏的行、列或工作表有数据：{0}",
                  "Hidden rows, columns or sheets contain data: {0}",
                  "已读入，请确认",
                  "They were read; please confirm",
                  "registry")
              .titled("隐藏的行、列或工作表有数据", "Hidden rows, columns or sheets contain data"),
          card(
                  "FIL-07",
                  WARNING,
                  CONFORMANCE_VALUE,
                  "单元格公式错误：{0}",
                  "A cell holds a formula error: {0}",
                  "公式没有结果",
                  "The formula has no result",
                  "Duke MRI: #REF! in a published workbook")
              .titled("单元格公式错误", "A cell holds a formula error"),
          card(
                  "FIL-08",
                  ERROR,
                  COMPLETENESS,
                  "工作表达到格式上限：{0}",
                  "The sheet is exactly as large as its format allows: {0}",
                  "后面的行可能丢失",
                  "Rows beyond were probably cut off",
                  "Public Health England 2020: 65,536 rows")
              .titled("工作表达到格式上限", "The sheet is exactly as large as its format allows")
              .blocking(E9, E10)
              .titled("工作表达到格式上限", "The sheet is exactly as large as its format allows"),
          card(
                  "FIL-09",
                  WARNING,
                  CONFORMANCE_VALUE,
                  "列中混有不同类型的单元格：{0}",
                  "A column mixes types of cells: {0}",
                  "数字或日期以文本保存",
                  "Numbers or dates are kept as text",
                  "registry")
              .titled("列中混有不同类型的单元格", "A column mixes types of cells"),
          card(
                  "FIL-10",
                  ERROR,
                  CONFORMANCE_VALUE,
                  "列中的值被变成了日期：{0}",
                  "The spreadsheet turned values of a column into dates: {0}",
                  "例如1-10变成1月10日",
                  "1-10 becomes 10 January",
                  "Abeysooriya, PLoS Comput Biol 2021")
              .titled("列中的值被变成了日期", "The spreadsheet turned values of a column into dates")
              .blocking(E4, E5)
              .titled("列中的值被变成了日期", "The spreadsheet turned values of a column into dates"),
          card(
                  "FIL-11",
                  ERROR,
                  CONFORMANCE_VALUE,
                  "身份证号被截为15位有效数字：{0}",
                  "Identity numbers were cut to 15 significant digits: {0}",
                  "请以文本重发",
                  "Please send them as text",
                  "IEEE 754 doubles")
              .titled("身份证号被截为15位有效数字", "Identity numbers were cut to 15 significant digits")
              .blocking(E8)
              .titled("身份证号被截为15位有效数字", "Identity numbers were cut to 15 significant digits"),
          card(
                  "FIL-12",
                  WARNING,
                  PLAUSIBILITY_ATEMPORAL,
                  "疑似拖拽填充的序列：{0}",
                  "A series looks filled by dragging: {0}",
                  "连续行等差递增",
                  "Consecutive rows rise by a constant step",
                  "registry")
              .titled("疑似拖拽填充的序列", "A series looks filled by dragging")
              .blocking(E4, E7, E9),
          card(
                  "FIL-13",
                  ERROR,
                  CONFORMANCE_RELATIONAL,
                  "数据区内有第二个表头：{0}",
                  "A second header stands among the data: {0}",
                  "一张工作表只应有一个表",
                  "A sheet should hold one table",
                  "registry")
              .titled("数据区内有第二个表头", "A second header stands among the data"),
          card(
                  "FIL-14",
                  WARNING,
                  CONFORMANCE_VALUE,
                  "批注、删除线或底色中有信息：{0}",
                  "Comments, strike-through or colours hold information: {0}",
                  "没有读入",
                  "It was not read",
                  "Broman and Woo 2018")
              .titled("批注、删除线或底色中有信息", "Comments, strike-through or colours hold information"),
          card(
                  "FIL-15",
                  ERROR,
                  CONFORMANCE_VALUE,
                  "日期系统与上次不同：{0}",
                  "The date system differs from the last file: {0}",
                  "日期会相差1462天",
                  "Dates shift by 1,462 days",
                  "OOXML date1904")
              .titled("日期系统与上次不同", "The date system differs from the last file")
              .blocking(E6, E7)
              .titled("日期系统与上次不同", "The date system differs from the last file"),
          card(
                  "FIL-16",
                  WARNING,
                  CONFORMANCE_VALUE,
                  "编码损坏：{0}",
                  "The encoding is damaged: {0}",
                  "出现乱码",
                  "Characters were lost",
                  "registry")
              .titled("编码损坏", "The encoding is damaged"),
          card(
                  "FIL-17",
                  WARNING,
                  CONFORMANCE_RELATIONAL,
                  "工作表没有读入：{0}",
                  "A sheet was not read: {0}",
                  "映射中没有这张工作表",
                  "The mapping does not name it",
                  "registry")
              .titled("工作表没有读入", "A sheet was not read"),
          card(
                  "FIL-18",
                  ERROR,
                  CONFORMANCE_RELATIONAL,
                  "行没有患者编号：{0}",
                  "A row has no patient number: {0}",
                  "不知属于哪位患者",
                  "Nobody can tell whose row it is",
                  "registry")
              .titled("行没有患者编号", "A row has no patient number"),
          card(
                  "FIL-19",
                  ERROR,
                  CONFORMANCE_RELATIONAL,
                  "患者不在第一张工作表中：{0}",
                  "A patient is not on the first sheet: {0}",
                  "编号可能写错",
                  "The number may be mistyped",
                  "registry")
              .titled("患者不在第一张工作表中", "A patient is not on the first sheet"),
          card(
                  "FIL-20",
                  ERROR,
                  CONFORMANCE_RELATIONAL,
                  "缺少工作表：{0}",
                  "A sheet is missing: {0}",
                  "映射需要这张工作表",
                  "The mapping asks for it",
                  "registry")
              .titled("缺少工作表", "A sheet is missing"),
          card(
                  "FIL-21",
                  WARNING,
                  CONFORMANCE_VALUE,
                  "单元格的显示与存储的值不同：{0}",
                  "Cells show something else than they hold: {0}",
                  "读取的是存储的值；显示的含义请写入单元格",
                  "The stored value was read; what is only shown should be written down",
                  "Custom number formats, white text")
              .titled("单元格的显示与存储的值不同", "Cells show something else than they hold"),
          card(
                  "FIL-22",
                  WARNING,
                  CONFORMANCE_VALUE,
                  "文件除单元格外还带有内容：{0}",
                  "The file carries more than cells: {0}",
                  "宏、图片、链接、查询等没有读取",
                  "Macros, pictures, links and queries were not read",
                  "registry")
              .titled("文件除单元格外还带有内容", "The file carries more than cells"),
          card(
                  "FIL-23",
                  INFO,
                  CONFORMANCE_VALUE,
                  "文件受保护：{0}",
                  "The file is protected: {0}",
                  "不影响读取，也没有改动",
                  "It was read all the same, and not changed",
                  "ECMA-376 part 1, 18.2.29 and 18.3.1.85")
              .titled("文件受保护", "The file is protected"),
          card(
                  "FIL-24",
                  INFO,
                  CONFORMANCE_VALUE,
                  "工作表的已用区域远大于数据：{0}",
                  "The used range of the sheet is far larger than its data: {0}",
                  "请删除多余行的格式",
                  "Please remove the formats of the rows without data",
                  "registry")
              .titled("工作表的已用区域远大于数据", "The used range of the sheet is far larger than its data"),
          card(
                  "FIL-31",
                  INFO,
                  CONFORMANCE_RELATIONAL,
                  "表头与映射的写法不同：{0}",
                  "A header is written otherwise than in the mapping: {0}",
                  "仅脚注符号或标点不同，已按该列读取",
                  "Only marks or punctuation differ; it was read",
                  "registry")
              .titled("表头与映射的写法不同", "A header is written otherwise than in the mapping"),
          card(
                  "FIL-32",
                  WARNING,
                  CONFORMANCE_VALUE,
                  "表中的代码说明未被采用：{0}",
                  "The sheet explains codes that the mapping does not know: {0}",
                  "没有codes，代码可能读不懂或读错",
                  "Without a code table the codes may not be understood",
                  "Duke MRI: a code legend in the third header row")
              .titled("表中的代码说明未被采用", "The sheet explains codes that the mapping does not know"),
          card(
                  "FIL-33",
                  INFO,
                  CONFORMANCE_RELATIONAL,
                  "值取自合并单元格：{0}",
                  "Values stand in merged cells: {0}",
                  "仅在合并范围内填充，请确认",
                  "They were filled within the merged region only; please confirm",
                  "registry")
              .titled("值取自合并单元格", "Values stand in merged cells"),
          card(
                  "FIL-34",
                  WARNING,
                  CONFORMANCE_VALUE,
                  "合并单元格下另有数值：{0}",
                  "Other values are stored under merged cells: {0}",
                  "表中看不见，未读取",
                  "The sheet does not show them; they were not read",
                  "OOXML mergeCell")
              .titled("合并单元格下另有数值", "Other values are stored under merged cells"));

  private FileRules() {}

  /** All of them, by id. */
  public static List<RuleCard> all() {
    return ALL;
  }

  /**
   * The rule of that id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static RuleCard named(String id) {
    return ALL.stream()
        .filter(card -> card.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(id));
  }

  private static RuleCard card(
      String id,
      Severity severity,
      Category category,
      String zh,
      String en,
      String becauseZh,
      String becauseEn,
      String source) {
    return RuleCard.of(
        id, "", Scope.FILE, severity, category, Set.of(E10), zh, en, becauseZh, becauseEn, source);
  }
}
