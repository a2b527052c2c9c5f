package org.denovo.query;

import java.util.ArrayList;
import java.util.List;
import org.denovo.vocabulary.Text;

/** How a centre answers, in sentences. */
final class QueryHelp {

  private QueryHelp() {}

  static List<Text> lines(QueryWorkbook.Title title) {
    List<Text> lines = new ArrayList<>();
    lines.add(
        new Text(
            "一行是一个问题，按重要程度排列：先是影响入选、手术分组和生存终点的。病历号、工作表与单元格都是贵中心表格中的。",
            "A row is a question; those that decide on inclusion, arm and survival come first."
                + " Patient numbers, sheets and cells are those of your own workbook."));
    lines.add(
        new Text(
            "请在“答复”列的下拉列表中选择一项，可在“说明”列补充，并填写人名与日期。其余各列已锁定，请勿改动或单列排序。",
            "Choose an answer from the list, add a comment if you like, and say who answered and"
                + " when. The other columns are locked; please do not change or sort them."));
    lines.add(
        new Text(
                "“{0}”：请直接在贵中心自己的表格中改正，随下次提交一并发来；新表通过核查后问题自动关闭。",
                "'{0}': correct it in your own workbook and send that as always; the question"
                    + " closes when the new workbook passes.")
            .with(Choice.CORRECTED.title()));
    lines.add(
        new Text(
                "“{0}”：已查对原始病历，表中所填无误。请写明依据，例如病理号；由登记处核定。",
                "'{0}': the source says what is written. Please say where you looked, such as a"
                    + " pathology number; the registry decides.")
            .with(Choice.CONFIRMED.title()));
    lines.add(
        new Text("“{0}”：查过，病历中没有。", "'{0}': you looked and the records do not say.")
            .with(Choice.UNDETERMINED.title()));
    lines.add(
        new Text("“{0}”：请写在“说明”列。", "'{0}': please write it into the comment.")
            .with(Choice.OTHER.title()));
    lines.add(
        new Text(
            "不必一次答完；文件可以改名，请保持.xlsx格式，勿加密码。未答复的问题下次会再出现，已答复的不再出现。",
            "You need not answer everything at once. The file may have any name; keep it .xlsx,"
                + " without a password."
                + " What is not answered is asked again, what is answered is not."));
    if (title.more() > 0) {
      lines.add(
          new Text(
                  "另有{0}个次要问题未列入本次。",
                  "{0} further questions of less weight are not in this workbook.")
              .with(title.more()));
    }
    lines.add(
        new Text(
            "本文件含病历号，属个人信息，仅供贵中心与登记处使用。",
            "This file holds patient numbers: it is for your centre and the registry only."));
    return lines;
  }
}
