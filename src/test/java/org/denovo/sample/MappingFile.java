package org.denovo.sample;

import static org.denovo.record.Fields.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.sample.Centre.Format;
import org.denovo.sample.Centre.Layout;
import org.denovo.sample.Column.Part;
import org.denovo.vocabulary.Coded;

/** Writes a centre's mapping, as a registry manager would have written it. */
final class MappingFile {

  /** Fields whose words every mapping shares; the words of the others are the centre's own. */
  private static final Set<Field<?>> SHARED =
      Set.of(
          SEX,
          MENOPAUSAL_STATUS,
          LATERALITY,
          GRADE_NOTTINGHAM,
          ER_STATUS,
          PR_STATUS,
          HER2_IHC,
          HER2_ISH,
          HER2_STATUS_RECORDED,
          MET_SITES,
          RESPONSE_DISTANT,
          SURGERY_TYPE,
          AXILLARY_PROCEDURE,
          MARGIN_STATUS,
          T_CAT,
          N_CAT,
          M_CAT,
          STAGE_GROUP,
          VITAL_STATUS);

  /** Cells and what they are read as, by centre and field. */
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "c01_northlake margin_status",
          "切缘未见癌: negative, 近切缘: close, 未做: not_done, 断端不清楚呀: unreadable",
          "c05_silverford t_cat",
          "cT2N1M1: {t_cat: T2, n_cat: N1, m_cat: M1}, 不详: unknown",
          "c05_silverford met_sites",
          "\"骨、肝\": \"bone;liver\", \"肝、骨等\": \"bone;liver, …\"",
          "c06_pinehill her2_ihc",
          "\"2\": \"0-1+\", \"5\": \"2+\", \"99\": unknown, \"7\": unreadable");

  private final Centre centre;
  private final List<Column> columns;
  private final StringBuilder yaml = new StringBuilder();

  private MappingFile(Centre centre, List<Column> columns) {
    this.centre = centre;
    this.columns = columns;
  }

  static String write(Centre centre, List<Column> columns) {
    return new MappingFile(centre, columns).write();
  }

  private String write() {
    line("# " + centre.zh() + "（虚构） / invented centre of the sample registry");
    line("schema: 1");
    line("centre: " + centre.code());
    line("version: 1.0.0");
    line("title: {zh: " + centre.zh() + ", en: " + centre.en() + "}");
    line(
        "workbooks: \""
            + centre.code().substring(0, 4)
            + "*."
            + centre.format().extension()
            + "\"");
    if (centre.format() == Format.XLSX_ENCRYPTED) {
      line("password: {file: passwords/" + centre.code() + ".txt}");
    }
    line("data-cut: " + Course.DATA_CUT);
    line("sheets:");
    switch (centre.layout()) {
      case JOINED -> {
        for (Part part : Part.values()) {
          sheet(part.band(), columns.stream().filter(c -> c.part() == part).toList(), false);
        }
      }
      case VISITS -> {
        sheet(
            CentreBook.mainSheet(centre),
            columns.stream().filter(c -> !CentreBook.onVisitSheet(c)).toList(),
            false);
        sheet(
            Part.FOLLOW_UP.band(),
            columns.stream().filter(CentreBook::onVisitSheet).toList(),
            true);
      }
      case YEARS -> sheet("201*年", columns, false);
      case ONE_ROW, TITLED, BANDED, THREE_ROWS, CODED, EXPORT ->
          sheet(
              centre.format().extension().equals("csv") ? "" : CentreBook.mainSheet(centre),
              columns,
              false);
    }
    words();
    return yaml.toString();
  }

  private void sheet(String name, List<Column> shown, boolean longSheet) {
    String indent = "  - ";
    if (!name.isEmpty()) {
      line(indent + "sheet: " + name);
      indent = "    ";
    }
    if (centre.layout() != Layout.TITLED) {
      line(indent + "header-rows: " + centre.layout().headerRows());
      indent = "    ";
    }
    if (centre.layout() == Layout.CODED) {
      line("    legend-rows: 1");
    }
    line(indent + "patient: " + centre.numberHeader());
    line("    columns:");
    Header header = new Header(centre, shown);
    for (Column column : shown) {
      if (column.isMapped()) {
        String target = longSheet ? taken(column, shown) : column.target();
        line("      " + key(header.key(column)) + ": " + withExamples(column, target));
      }
    }
    List<String> ignored =
        shown.stream()
            .filter(column -> column.target().equals(Column.IGNORED))
            .map(Column::header)
            .toList();
    if (!ignored.isEmpty()) {
      line("    ignore: [" + String.join(", ", ignored) + "]");
    }
  }

  /** A few centres say beside a column how some cells are to be read; validate tries it. */
  private String withExamples(Column column, String target) {
    String examples =
        column.field().stream()
            .map(field -> EXAMPLES.get(centre.code() + " " + field.name()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("");
    if (examples.isEmpty()) {
      return target;
    }
    String options =
        target.startsWith("{") ? target.substring(1, target.length() - 1) : "field: " + target;
    return "{" + options + ", examples: {" + examples + "}}";
  }

  /** Which of a patient's several visits answers. */
  private String taken(Column column, List<Column> shown) {
    if (column.isAbout(DATE_LAST_CONTACT)) {
      return "{field: date_last_contact, take: max}";
    }
    if (column.isAbout(DATE_DEATH)) {
      return "{field: date_death, take: any}";
    }
    String visit =
        shown.stream()
            .filter(c -> c.isAbout(DATE_LAST_CONTACT))
            .findFirst()
            .map(Column::header)
            .orElseThrow();
    return "{field: vital_status, take: last by " + visit + "}";
  }

  private static String key(String header) {
    return header.matches("[\\p{L}\\p{N}_]+") ? header : Columns.quoted(header);
  }

  private void words() {
    Map<String, Map<String, List<String>>> own = new LinkedHashMap<>();
    for (Column column : columns) {
      boolean worded =
          column.target().equals(column.field().isEmpty() ? "" : column.field().get(0).name())
              || column.target().contains("split-on");
      if (column.isMapped() && worded) {
        Map<String, List<String>> words = words(column.field().get(0));
        if (!words.isEmpty()) {
          own.put(column.field().get(0).name(), words);
        }
      }
    }
    if (own.isEmpty()) {
      return;
    }
    line("words:");
    own.forEach(
        (field, words) -> {
          line("  " + field + ":");
          words.forEach(
              (code, spellings) ->
                  line(
                      "    "
                          + key(code)
                          + ": "
                          + spellings.stream()
                              .distinct()
                              .map(Columns::quoted)
                              .collect(Collectors.joining(", ", "[", "]"))));
        });
  }

  private Map<String, List<String>> words(Field<?> field) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    if (!SHARED.contains(field)) {
      for (Coded value : codes(field)) {
        words.put(value.code(), SpellingsFile.words(field, value, centre.style().english()));
      }
    }
    return words;
  }

  private static List<Coded> codes(Field<?> field) {
    if (field.type() instanceof FieldType.Code<?> code) {
      return new ArrayList<>(List.of(code.list().getEnumConstants()));
    }
    if (field.type() instanceof FieldType.Codes<?> codes) {
      return new ArrayList<>(List.of(codes.code().list().getEnumConstants()));
    }
    return List.of();
  }

  private void line(String text) {
    yaml.append(text).append('\n');
  }
}
