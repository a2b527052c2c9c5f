package org.denovo.mapping;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Words by which a row shows that it is no patient's: totals, notes, who filled the table in. */
final class RowLabels {

  /** A label and whether it is all that the text says. */
  record Label(RowKind kind, boolean isWhole) {}

  private static final List<String> TOTALS =
      List.of(
          "合计",
          "总计",
          "共计",
          "小计",
          "累计",
          "总数",
          "总例数",
          "例数",
          "汇总",
          "平均",
          "均值",
          "均数",
          "标准差",
          "标准误",
          "中位数",
          "最大值",
          "最小值",
          "极差",
          "四分位",
          "百分比",
          "构成比",
          "本页小计",
          "本页合计",
          "total",
          "subtotal",
          "sub-total",
          "grand total",
          "average",
          "mean",
          "median",
          "std dev",
          "std. dev",
          "standard deviation",
          "x±s",
          "mean±sd");

  /** Too short or too common to be told by a beginning. */
  private static final Set<String> WHOLE_TOTALS =
      Set.of(
          "sd", "se", "std", "std.", "sum", "min", "max", "minimum", "maximum", "n", "count",
          "range", "avg");

  private static final List<String> NOTES =
      List.of(
          "备注",
          "附注",
          "注:",
          "注1",
          "注2",
          "说明",
          "填表说明",
          "制表",
          "填表",
          "填报",
          "审核",
          "复核",
          "核对",
          "录入人",
          "录入员",
          "录入日期",
          "签名",
          "签字",
          "盖章",
          "负责人",
          "单位负责人",
          "科室负责人",
          "联系人",
          "联系电话",
          "数据来源",
          "资料来源",
          "统计时间",
          "统计日期",
          "截止日期",
          "截至",
          "打印日期",
          "打印时间",
          "报告日期",
          "以下空白",
          "以下无",
          "note",
          "notes",
          "remark",
          "remarks",
          "prepared by",
          "filled in by",
          "completed by",
          "reviewed by",
          "checked by",
          "approved by",
          "signature",
          "data source",
          "source",
          "printed",
          "date of export",
          "end of table",
          "footnote");

  private static final Set<String> WHOLE_NOTES = Set.of("注", "日期", "date", "审核人", "制表人");

  /** A page's number. */
  private static final String PAGE = "(第\\d+页|共\\d+页|page\\d+).*";

  private final List<String> own;
  private final Set<Character> beginnings = new HashSet<>();

  /** The usual labels and those of a mapping. */
  RowLabels(List<String> own) {
    this.own = own.stream().map(Words::fold).toList();
    for (Collection<String> labels :
        List.of(this.own, TOTALS, WHOLE_TOTALS, NOTES, WHOLE_NOTES, List.of("第", "共", "p"))) {
      labels.forEach(label -> beginnings.add(label.charAt(0)));
    }
  }

  /** The label with which the text begins; a Latin one only as a whole word. */
  Optional<Label> of(String text) {
    String folded = Words.fold(text);
    if (folded.isEmpty() || !beginnings.contains(folded.charAt(0))) {
      return Optional.empty();
    }
    String bare = folded.replace(" ", "");
    String whole = bare.replaceAll("[:.,;]+$", "");
    Optional<Label> total = of(folded, bare, whole, own, Set.of(), RowKind.TOTAL);
    return total
        .or(() -> of(folded, bare, whole, TOTALS, WHOLE_TOTALS, RowKind.TOTAL))
        .or(() -> of(folded, bare, whole, NOTES, WHOLE_NOTES, RowKind.NOTE))
        .or(
            () ->
                bare.matches(PAGE)
                    ? Optional.of(new Label(RowKind.NOTE, true))
                    : bare.matches("n=\\d+.*")
                        ? Optional.of(new Label(RowKind.TOTAL, true))
                        : Optional.empty());
  }

  private static Optional<Label> of(
      String folded,
      String bare,
      String whole,
      List<String> beginnings,
      Set<String> wholes,
      RowKind kind) {
    if (wholes.contains(whole)) {
      return Optional.of(new Label(kind, true));
    }
    for (String label : beginnings) {
      if (begins(folded, bare, label)) {
        return Optional.of(new Label(kind, whole.equals(label.replaceAll("[ :]", ""))));
      }
    }
    return Optional.empty();
  }

  private static boolean begins(String folded, String bare, String label) {
    if (label.chars().anyMatch(c -> c >= 0x2E80)) {
      return bare.startsWith(label.replace(" ", ""));
    }
    return folded.startsWith(label)
        && (folded.length() == label.length()
            || !Character.isLetterOrDigit(folded.charAt(label.length())));
  }
}
