package org.denovo.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denovo.cohort.CohortDefinition;
import org.denovo.vocabulary.Text;

/**
 * The baseline table as a page, made from {@code table1.csv} and from nothing else: it cannot show
 * more than the file does.
 */
public final class TableOnePage {

  private static final Map<String, Text> TESTS =
      Map.of(
          "chi_square", new Text("Pearson卡方检验", "Pearson's chi-square test"),
          "chi_square_sparse",
              new Text(
                  "Pearson卡方检验；有期望数小于5，仅供参考",
                  "Pearson's chi-square test; an expected count is below 5, so P is rough"),
          "fisher_exact", new Text("Fisher精确检验", "Fisher's exact test"),
          "kruskal_wallis", new Text("Kruskal–Wallis秩和检验", "Kruskal and Wallis's rank test"));

  private static final Map<String, Text> MEASURES =
      Map.of(
          "median", new Text("中位数（四分位数）", "Median (quartiles)"),
          "mean", new Text("均数（标准差）", "Mean (standard deviation)"));

  private final CohortDefinition definition;
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final Map<String, String> marks = new LinkedHashMap<>();

  private TableOnePage(CohortDefinition definition) {
    this.definition = definition;
  }

  /** Writes the page beside the file. */
  public static void write(Path csv, Path page, CohortDefinition definition) {
    TableOnePage table = new TableOnePage(definition);
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      table.read(reader.stream().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Page.write(page, "table1.html", table.view());
  }

  private Map<String, Object> view() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("title", Page.text(definition.title()));
    view.put("name", definition.name() + " " + definition.version());
    view.put("arms", definition.arms().stream().map(arm -> Page.text(arm.title())).toList());
    view.put("rows", rows);
    view.put(
        "tests",
        marks.entrySet().stream()
            .map(
                test ->
                    Map.of("mark", test.getValue(), "title", Page.text(TESTS.get(test.getKey()))))
            .toList());
    return view;
  }

  private void read(List<NamedCsvRecord> records) {
    String variable = "";
    for (int i = 0; i < records.size(); i++) {
      NamedCsvRecord record = records.get(i);
      if (!record.getField("variable").equals(variable)) {
        variable = record.getField("variable");
        // What the first row says of the whole variable stands beside its name.
        boolean isWhole = !record.getField("measure").equals("n") || isOfWhole(records, i);
        add("variable", title(record, "label"), List.of(), isWhole ? record : null);
      }
      switch (record.getField("measure")) {
        case "n" -> {
          if (!record.getField("total").equals("0")) {
            addCount(record, isOfWhole(records, i));
          }
        }
        case "median" -> addNumbers(record, records.get(i + 1), records.get(i + 2));
        case "mean" -> addNumbers(record, records.get(i + 1));
        default -> {}
      }
    }
  }

  /** Of one of several choices each row has its own difference. */
  private static boolean isOfWhole(List<NamedCsvRecord> records, int at) {
    String variable = records.get(at).getField("variable");
    return records.stream()
            .filter(each -> each.getField("variable").equals(variable))
            .filter(each -> !each.getField("smd").isEmpty())
            .count()
        <= 1;
  }

  private void addCount(NamedCsvRecord record, boolean isOfWhole) {
    List<String> cells = new ArrayList<>();
    for (String arm : columns()) {
      String percent = record.getField(arm + "_pct");
      cells.add(record.getField(arm) + (percent.isEmpty() ? "" : " (" + percent + "%)"));
    }
    boolean isMissing = record.getField("level").equals("missing");
    add(
        isMissing ? "level missing" : "level",
        title(record, "level"),
        cells,
        isOfWhole ? null : record);
  }

  private void addNumbers(NamedCsvRecord first, NamedCsvRecord... others) {
    List<String> cells = new ArrayList<>();
    boolean isMean = first.getField("measure").equals("mean");
    for (String arm : columns()) {
      List<String> more = new ArrayList<>();
      for (NamedCsvRecord other : others) {
        more.add(isMean ? fixed(other.getField(arm), 2) : other.getField(arm));
      }
      String value = isMean ? fixed(first.getField(arm), 2) : first.getField(arm);
      cells.add(value.isEmpty() ? "" : value + " (" + String.join("–", more) + ")");
    }
    add("level", MEASURES.get(first.getField("measure")), cells, null);
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>();
    definition.arms().forEach(arm -> columns.add(arm.name()));
    columns.add("total");
    return columns;
  }

  private void add(String kind, Text label, List<String> cells, NamedCsvRecord difference) {
    Map<String, Object> row = new LinkedHashMap<>();
    String test = difference == null ? "" : difference.getField("test");
    row.put("kind", kind);
    row.put("label", Page.text(label));
    row.put("cells", cells.isEmpty() ? columns().stream().map(each -> "").toList() : cells);
    row.put(
        "smd",
        difference == null ? "" : fixed(difference.getField("smd"), 3).replace('-', '\u2212'));
    row.put("p", test.isEmpty() ? "" : p(difference.getField("p")));
    row.put("mark", test.isEmpty() ? "" : mark(test));
    rows.add(row);
  }

  private String mark(String test) {
    return marks.computeIfAbsent(test, each -> Character.toString('a' + marks.size()));
  }

  private static String p(String p) {
    return Double.parseDouble(p) < 0.001 ? "<0.001" : fixed(p, 3);
  }

  /** What is no number is hidden or empty, and stays so. */
  private static String fixed(String number, int decimals) {
    return number.matches("-?[0-9.]+")
        ? new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP).toPlainString()
        : number;
  }

  private static Text title(NamedCsvRecord record, String of) {
    return new Text(record.getField(of + "_zh"), record.getField(of + "_en"));
  }
}
