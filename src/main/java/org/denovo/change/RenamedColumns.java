package org.denovo.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.ColumnMapping;
import org.denovo.mapping.MappedCell;
import org.denovo.mapping.MappedPatient;
import org.denovo.mapping.MappedWorkbook;
import org.denovo.mapping.Patients;
import org.denovo.mapping.SheetMapping;
import org.denovo.mapping.UnplacedColumns;
import org.denovo.mapping.Words;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookRefused;
import org.denovo.yaml.Nearest;

/**
 * Looks for mapped columns that only got another name. Each unclaimed column is read as each
 * missing one would be, for a few hundred patients, and compared with what they had in the last
 * submission; the headers' likeness counts for little beside that.
 */
public final class RenamedColumns {

  private static final int PATIENTS = 500;
  private static final int COLUMNS = 20;

  /** A header that is longer is an explanation and no name. */
  private static final int LONGEST_HEADER = 200;

  private static final int FEWEST_COMPARED = 3;
  private static final int LEAST_CONFIDENCE = 50;

  /** The weight of the headers where values were compared, and where none could be. */
  private static final double BESIDE_VALUES = 0.15;

  private static final double ALONE = 0.7;

  private final String fileName;
  private final CentreMapping mapping;
  private final Function<MappedPatient, PatientRecord> reader;
  private final Function<String, Optional<PatientRecord>> earlier;

  /**
   * A search.
   *
   * @param reader how a patient of the centre is read
   * @param earlier a patient of the last submission by her pseudonym
   */
  public RenamedColumns(
      String fileName,
      CentreMapping mapping,
      Function<MappedPatient, PatientRecord> reader,
      Function<String, Optional<PatientRecord>> earlier) {
    this.fileName = fileName;
    this.mapping = mapping;
    this.reader = reader;
    this.earlier = earlier;
  }

  private record Candidate(ColumnMapping missing, UnplacedColumns.Unclaimed unclaimed) {}

  /** The proposals, the surest first; each column stands in one at most. */
  public List<RenameProposal> in(Workbook workbook, List<UnplacedColumns> unplaced) {
    List<RenameProposal> proposals = new ArrayList<>();
    unplaced.forEach(columns -> proposals.addAll(in(workbook, columns)));
    return proposals;
  }

  private List<RenameProposal> in(Workbook workbook, UnplacedColumns columns) {
    Map<Candidate, Agreement> agreements = new LinkedHashMap<>();
    for (ColumnMapping missing : columns.missing().stream().limit(COLUMNS).toList()) {
      for (UnplacedColumns.Unclaimed unclaimed :
          columns.unclaimed().stream()
              .filter(column -> column.header().length() <= LONGEST_HEADER)
              .limit(COLUMNS)
              .toList()) {
        agreements.put(new Candidate(missing, unclaimed), new Agreement());
      }
    }
    if (agreements.isEmpty()) {
      return List.of();
    }
    CentreMapping trial = trial(columns, agreements.keySet());
    try (Patients patients = MappedWorkbook.open(workbook, fileName, trial).patients()) {
      for (int i = 0; i < PATIENTS && patients.hasNext(); i++) {
        MappedPatient patient = patients.next();
        earlier
            .apply(reader.apply(new MappedPatient(patient.number(), List.of(), 1)).key().pid())
            .ifPresent(before -> compare(before, patient, agreements));
      }
    } catch (WorkbookRefused refused) {
      // By other columns another header may be found, and no patient column in it: nothing to say.
      return List.of();
    }
    return choose(columns.sheet(), agreements);
  }

  /**
   * The sheet with each unclaimed column read as each missing one, each by itself: with a word on
   * which to take, the columns tried for one field would be one.
   */
  private CentreMapping trial(UnplacedColumns columns, Set<Candidate> candidates) {
    SheetMapping entry = mapping.sheets().get(columns.entry());
    List<ColumnMapping> tried =
        candidates.stream()
            .map(
                c ->
                    new ColumnMapping(
                        c.unclaimed().header(), c.missing().meaning(), Optional.empty(), List.of()))
            .toList();
    SheetMapping sheet =
        new SheetMapping(
            columns.sheet(),
            entry.headerRows(),
            entry.patient(),
            tried,
            List.of("*"),
            entry.legendRows(),
            entry.totalRows());
    return new CentreMapping(
        mapping.centre(),
        mapping.title(),
        mapping.workbooks(),
        mapping.password(),
        mapping.dataCut(),
        List.of(sheet),
        mapping.words(),
        mapping.edition(),
        mapping.sharedWords());
  }

  private void compare(
      PatientRecord before, MappedPatient patient, Map<Candidate, Agreement> agreements) {
    for (MappedCell cell : patient.cells()) {
      if (cell.cell().isBlank()) {
        continue;
      }
      PatientRecord now =
          reader.apply(new MappedPatient(patient.number(), List.of(cell), patient.rows()));
      agreements.forEach(
          (candidate, agreement) -> {
            if (candidate.missing().meaning() == cell.meaning()
                && candidate.unclaimed().column() == cell.cell().place().column()) {
              cell.meaning()
                  .fields()
                  .forEach(field -> compare(field, before, now, cell, agreement));
            }
          });
    }
  }

  private static <T> void compare(
      Field<T> field,
      PatientRecord before,
      PatientRecord now,
      MappedCell cell,
      Agreement agreement) {
    Answer<T> old = before.answer(field);
    if (!old.isKnown() || old.has(Remark.IMPLIED)) {
      return;
    }
    Answer<T> young = now.answer(field);
    boolean stated = young.isKnown() && !young.has(Remark.IMPLIED);
    agreement.add(
        Difference.write(field, old),
        stated ? Difference.write(field, young) : "",
        field.type() instanceof FieldType.Identifier ? "" : cell.cell().text().strip());
  }

  private List<RenameProposal> choose(String sheet, Map<Candidate, Agreement> agreements) {
    List<RenameProposal> all = new ArrayList<>();
    Map<String, List<String>> fields = new HashMap<>();
    agreements.forEach(
        (candidate, agreement) ->
            fields
                .computeIfAbsent(candidate.missing().header(), h -> new ArrayList<>())
                .addAll(candidate.missing().meaning().fields().stream().map(Field::name).toList()));
    agreements.forEach(
        (candidate, agreement) ->
            all.add(
                proposal(
                    sheet,
                    candidate,
                    agreement,
                    fields.get(candidate.missing().header()).stream().distinct().toList())));
    all.sort(
        Comparator.comparing(RenameProposal::confidence)
            .reversed()
            .thenComparing(RenameProposal::oldHeader)
            .thenComparing(RenameProposal::newHeader));
    List<RenameProposal> chosen = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (RenameProposal one : all) {
      if (one.confidence() >= LEAST_CONFIDENCE
          && !taken.contains("-" + one.oldHeader())
          && !taken.contains("+" + one.newHeader())) {
        taken.add("-" + one.oldHeader());
        taken.add("+" + one.newHeader());
        chosen.add(one);
      }
    }
    return chosen;
  }

  private RenameProposal proposal(
      String sheet, Candidate candidate, Agreement agreement, List<String> fields) {
    String old = candidate.missing().header();
    String young = candidate.unclaimed().header();
    double likeness = likeness(old, young);
    double confidence =
        agreement.compared() >= FEWEST_COMPARED
            ? (1 - BESIDE_VALUES) * agreement.kappa() + BESIDE_VALUES * likeness
            : ALONE * likeness;
    return new RenameProposal(
        RenameProposal.id(mapping.centre(), sheet, old, young),
        sheet,
        old,
        young,
        fields,
        (int) Math.round(100 * confidence),
        (int) Math.round(100 * likeness),
        agreement.same(),
        agreement.compared(),
        agreement.samples().stream().filter(sample -> !sample.isEmpty()).toList());
  }

  /** How alike two headers are, 0 to 1: by edits, or by the characters that they share. */
  static double likeness(String a, String b) {
    String one = Words.fold(a).replace(" ", "");
    String other = Words.fold(b).replace(" ", "");
    int longer = Math.max(one.length(), other.length());
    if (longer == 0) {
      return 0;
    }
    double edits = 1 - 1.0 * Nearest.edits(one, other) / longer;
    StringBuilder rest = new StringBuilder(other);
    int shared = 0;
    for (int i = 0; i < one.length(); i++) {
      int at = rest.indexOf(one.substring(i, i + 1));
      if (at >= 0) {
        rest.deleteCharAt(at);
        shared++;
      }
    }
    return Math.max(edits, 2.0 * shared / (one.length() + other.length()));
  }
}
