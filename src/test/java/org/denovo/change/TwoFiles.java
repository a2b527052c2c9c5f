package org.denovo.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.denovo.check.Finding;
import org.denovo.check.RuleCount;
import org.denovo.check.RuleParameters;
import org.denovo.mapping.SheetHeader;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.source.Kind;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;

/** Two workbooks of one centre, written down in a test. Their patients are invented. */
final class TwoFiles {

  static final RuleParameters USUAL = RuleParameters.asOf(LocalDate.of(2020, 6, 30));

  private final Map<String, PatientRecord> before = new TreeMap<>();
  private final Map<String, PatientRecord> now = new TreeMap<>();
  private final Set<String> asked = new HashSet<>();
  private Set<Field<?>> mapped = new HashSet<>(Fields.all());
  private Set<Field<?>> moved = Set.of();
  private String nowReading = "r1";
  private Side oldSide = side("old.xlsx", "r1", 2020, "1900", List.of());
  private Side newSide = side("new.xlsx", "r1", 2020, "1900", List.of());
  private boolean byPosition;
  private RuleParameters parameters = USUAL;

  final List<Change> changes = new ArrayList<>();
  final List<Finding> findings = new ArrayList<>();
  Map<String, RuleCount> counts = Map.of();

  static Side side(String file, String reading, int year, String dates, List<SheetHeader> headers) {
    LocalDate day = LocalDate.of(year, 6, 30);
    return new Side(file, reading, day, Optional.of(day), dates, headers);
  }

  /**
   * A patient of the last file: {@code field=value}, or {@code field=value|text} where the cell
   * says something else, {@code field=-} for a blank cell, {@code field=?text} for one that nobody
   * understood, {@code field~value} for a value that follows from another cell. What is not named
   * is not collected.
   */
  TwoFiles old(int number, String... answers) {
    put(before, "old.xlsx", number, answers);
    return this;
  }

  /** A patient of the new file. */
  TwoFiles young(int number, String... answers) {
    put(now, "new.xlsx", number, answers);
    return this;
  }

  /** The same in both. */
  TwoFiles both(int number, String... answers) {
    return old(number, answers).young(number, answers);
  }

  TwoFiles asked(int number, String field) {
    asked.add(pid(number) + " " + field);
    return this;
  }

  TwoFiles readAnew(String... unmapped) {
    nowReading = "r2";
    Arrays.stream(unmapped).forEach(name -> mapped.remove(Fields.named(name).orElseThrow()));
    return this;
  }

  TwoFiles moved(Field<?>... fields) {
    moved = Set.of(fields);
    return this;
  }

  TwoFiles sides(Side old, Side young) {
    oldSide = old;
    newSide = young;
    return this;
  }

  TwoFiles byPosition() {
    byPosition = true;
    return this;
  }

  TwoFiles accruing(LocalDate from, LocalDate to) {
    parameters = USUAL.accruing(from, to);
    return this;
  }

  TwoFiles compare() {
    Comparison comparison =
        new Comparison(
            "north",
            oldSide,
            newSide,
            new Reading(nowReading.equals("r1"), mapped, moved),
            parameters,
            byPosition);
    counts =
        comparison.run(
            new Pairs(
                () -> before.values().iterator(),
                () -> now.values().iterator(),
                pid -> Optional.ofNullable(before.get(pid)),
                pid -> Optional.ofNullable(now.get(pid))),
            (pid, field) -> asked.contains(pid + " " + field.name()),
            changes::add,
            findings::add);
    return this;
  }

  /** The English sentences of a rule's findings, by patient. */
  List<String> says(String rule) {
    return findings.stream()
        .filter(f -> f.ruleId().equals(rule))
        .sorted(Comparator.comparing(f -> f.patient().map(PatientKey::pid).orElse("")))
        .map(f -> f.says().en())
        .toList();
  }

  Set<String> rules() {
    Set<String> rules = new HashSet<>();
    findings.forEach(f -> rules.add(f.ruleId()));
    return rules;
  }

  /** {@code pid-001 changed er_pct 30 90 unexplained XFL-03} */
  List<String> told() {
    return changes.stream()
        .map(
            c ->
                String.join(
                        " ",
                        c.pid(),
                        c.kind().code(),
                        c.field().map(Field::name).orElse("-"),
                        c.before().isEmpty() ? "-" : c.before(),
                        c.now().isEmpty() ? "-" : c.now(),
                        c.cause().code(),
                        c.ruleId())
                    .strip())
        .toList();
  }

  private static String pid(int number) {
    return String.format("pid-%03d", number);
  }

  private static void put(
      Map<String, PatientRecord> file, String name, int number, String... answers) {
    PatientKey key = new PatientKey("north", Integer.toString(number), pid(number));
    PatientRecord.Builder record = PatientRecord.of(key);
    Map<String, String> parts = new HashMap<>();
    for (String answer : answers) {
      int at = answer.indexOf('=') < 0 ? answer.indexOf('~') : answer.indexOf('=');
      parts.put(answer.substring(0, at), answer.substring(at));
    }
    parts.forEach(
        (field, value) ->
            put(record, Fields.named(field).orElseThrow(), value, name, file.size() + 1));
    file.put(key.pid(), record.build());
  }

  private static <T> void put(
      PatientRecord.Builder record, Field<T> field, String written, String name, int row) {
    String value = written.substring(1).split("\\|")[0];
    String text = written.contains("|") ? written.split("\\|")[1] : value;
    Place place = new Place(name, "Sheet1", row, field.index());
    if (value.equals("-")) {
      record.put(field, Answer.absent(Absence.BLANK), SourceCell.blank(place));
    } else if (value.startsWith("?")) {
      record.put(field, Answer.unreadable(), SourceCell.text(place, value.substring(1)));
    } else {
      Answer<T> known = Answer.known(field.type().parse(value));
      record.put(
          field,
          written.startsWith("~") ? known.with(Remark.IMPLIED) : known,
          new SourceCell(place, Kind.TEXT, text, Double.NaN, "", Set.of()));
    }
  }
}
