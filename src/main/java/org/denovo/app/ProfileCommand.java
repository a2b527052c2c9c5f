package org.denovo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.denovo.proposal.Profile;
import org.denovo.source.Kind;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Limits;
import org.denovo.workbook.WorkbookRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code profile WORKBOOK}: what stands in a workbook, column by column. */
@Command(name = "profile", resourceBundle = "org.denovo.app.help")
final class ProfileCommand implements Callable<Integer> {

  @Mixin private Common common;

  @Mixin private PasswordOption password;

  @Parameters(paramLabel = "WORKBOOK", descriptionKey = "profile.workbook")
  private Path workbook;

  @Override
  public Integer call() {
    Terminal terminal = common.terminal();
    if (!Files.isRegularFile(workbook)) {
      terminal.error(new Text("没有“{0}”", "there is no '{0}'").with(workbook));
      return Exit.USAGE.code();
    }
    Profile profile;
    try {
      profile = Profile.of(workbook, Limits.DEFAULT, password.read());
    } catch (WorkbookRefused refused) {
      terminal.error(refused.says());
      return Exit.FAILED.code();
    }
    if (common.json()) {
      terminal.data(
          JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json(profile)));
    } else {
      profile.sheets().forEach(sheet -> print(sheet, terminal));
    }
    return Exit.DONE.code();
  }

  private static void print(Profile.SheetProfile sheet, Terminal terminal) {
    Lang lang = terminal.lang();
    String name =
        sheet.name().isEmpty() ? new Text("（文本文件）", "(text file)").in(lang) : sheet.name();
    Text header =
        sheet.header().isEmpty()
            ? new Text("未找到表头", "no header found")
            : new Text("表头在第{0}行", "header in row {0}").with(sheet.header());
    terminal.data(
        new Text("工作表 {0}：{1}，{2}行{3}{4}", "Sheet {0}: {1}, {2} rows{3}{4}")
            .with(
                name,
                header,
                sheet.rows(),
                sheet.whole() ? Text.same("") : new Text("（只看了这些）", " (no more were looked at)"),
                sheet.hidden() ? new Text("，隐藏", ", hidden") : Text.same(""))
            .in(lang));
    for (Profile.ColumnProfile column : sheet.columns()) {
      terminal.data("  " + column.column() + "  " + column.header());
      terminal.data("      " + likely(column, lang) + kinds(column, lang));
      if (!column.values().isEmpty()) {
        terminal.data(
            "      "
                + column.values().stream()
                    .map(v -> v.value().replaceAll("\\s+", " ") + " ×" + v.count())
                    .collect(Collectors.joining("  ")));
      }
    }
    terminal.data("");
  }

  private static String likely(Profile.ColumnProfile column, Lang lang) {
    if (column.likely().isEmpty()) {
      return new Text("？无法判断；", "? unknown; ").in(lang);
    }
    return column.likely().stream()
        .map(
            l ->
                String.format(
                    Locale.ROOT, "%s (%s) %.2f", l.name(), l.title().in(lang), l.confidence()))
        .collect(Collectors.joining(" | ", "", "; "));
  }

  private static String kinds(Profile.ColumnProfile column, Lang lang) {
    List<String> parts = new ArrayList<>();
    column.kinds().forEach((kind, count) -> parts.add(title(kind).in(lang) + " " + count));
    parts.add(
        new Text("不同值 {0}", "{0} distinct").with(column.distinct()).in(lang)
            + (column.identifying() ? new Text("（不显示）", " (not shown)").in(lang) : ""));
    return String.join(lang == Lang.ZH ? "，" : ", ", parts);
  }

  private static Text title(Kind kind) {
    return switch (kind) {
      case BLANK -> new Text("空白", "blank");
      case TEXT -> new Text("文字", "text");
      case NUMBER -> new Text("数字", "number");
      case DATE -> new Text("日期", "date");
      case BOOLEAN -> new Text("真假", "boolean");
      case ERROR -> new Text("错误", "error");
    };
  }

  private static Map<String, Object> json(Profile profile) {
    List<Map<String, Object>> sheets = new ArrayList<>();
    for (Profile.SheetProfile sheet : profile.sheets()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("sheet", sheet.name());
      row.put("hidden", sheet.hidden());
      row.put("header_rows", sheet.header());
      row.put("legend_rows", sheet.legendRows());
      row.put("rows", sheet.rows());
      row.put("whole", sheet.whole());
      row.put("patient", sheet.patient());
      row.put("columns", sheet.columns().stream().map(ProfileCommand::json).toList());
      sheets.add(row);
    }
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("workbook", profile.workbook());
    whole.put("sheets", sheets);
    return whole;
  }

  private static Map<String, Object> json(Profile.ColumnProfile column) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("column", column.column());
    row.put("header", column.header());
    Map<String, Integer> kinds = new LinkedHashMap<>();
    column.kinds().forEach((kind, count) -> kinds.put(kind.name().toLowerCase(Locale.ROOT), count));
    row.put("kinds", kinds);
    row.put("distinct", column.distinct());
    row.put("identifying", column.identifying());
    row.put("values", column.values());
    row.put(
        "likely",
        column.likely().stream()
            .map(
                l -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("field", l.name());
                  one.put("title_zh", l.title().zh());
                  one.put("title_en", l.title().en());
                  one.put("confidence", Math.round(l.confidence() * 100) / 100.0);
                  return one;
                })
            .toList());
    return row;
  }
}
