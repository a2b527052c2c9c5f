package org.denovo.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.check.RuleCard;
import org.denovo.check.Ruling;
import org.denovo.extract.CopiesCsv;
import org.denovo.job.Queries;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.ColumnMapping;
import org.denovo.mapping.SheetMapping;
import org.denovo.query.MarkedCopy;
import org.denovo.query.QueryWorkbook;
import org.denovo.query.Question;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.store.Store;
import org.denovo.store.Submission;
import org.denovo.vocabulary.Text;

/** Writes {@code quality/queries}: for each centre a workbook of what it is asked. */
final class QueryOutputs {

  /** Who asks, in the history of a finding. */
  static final String SENDER = "denovo";

  private static final Text NOTHING = new Text("数据完整性", "Completeness of the data");

  private final Night night;
  private final Queries queries;
  private final Store store;
  private final Inbox inbox;
  private final LocalDate today;
  private final Map<String, RuleCard> cards;

  QueryOutputs(Night night, Queries queries, Store store, Inbox inbox, LocalDate today) {
    this.night = night;
    this.queries = queries;
    this.store = store;
    this.inbox = inbox;
    this.today = today;
    this.cards = night.book().byId();
  }

  /** Writes the workbooks; gives what is said by that of the findings that were not sent before. */
  List<Ruling> write(Path folder, List<Submission> inForce, Questions questions) {
    create(folder);
    LocalDate due = today.plusDays(queries.days());
    List<Ruling> sent = new ArrayList<>();
    Map<String, CopiesCsv.Row> copies = new TreeMap<>();
    Map<String, Submission> submissions = new TreeMap<>();
    inForce.forEach(submission -> submissions.put(submission.centre(), submission));
    questions
        .byCentre()
        .forEach(
            (centre, candidates) -> {
              Submission submission = submissions.get(centre);
              Optional<CentreMapping> mapping =
                  night.mappings().stream().filter(m -> m.centre().equals(centre)).findFirst();
              if (submission == null || mapping.isEmpty()) {
                return;
              }
              List<Question> asked = questions(submission, mapping.get(), candidates, due);
              QueryWorkbook.write(
                  folder.resolve(centre + ".xlsx"),
                  new QueryWorkbook.Title(
                      centre,
                      mapping.get().title(),
                      submission.fileName(),
                      today,
                      questions.more(centre)),
                  asked,
                  queries.language());
              if (queries.copies()) {
                MarkedCopy.Made made = copy(folder, submission, mapping.get(), asked);
                copies.put(centre, new CopiesCsv.Row(made.file().orElse(""), made.why()));
              }
              candidates.stream()
                  .filter(candidate -> candidate.due().isEmpty())
                  .map(c -> Ruling.sent(c.finding().id(), SENDER, Optional.of(due)))
                  .forEach(sent::add);
            });
    if (queries.copies()) {
      CopiesCsv.write(folder.resolve("copies.csv"), copies);
    }
    return sent;
  }

  private MarkedCopy.Made copy(
      Path folder, Submission submission, CentreMapping mapping, List<Question> asked) {
    return inbox.arrivals().stream()
        .filter(arrival -> arrival.mapping().centre().equals(submission.centre()))
        .filter(arrival -> arrival.sha256().equals(submission.sha256()))
        .findFirst()
        .map(
            arrival ->
                MarkedCopy.write(
                    arrival.file(),
                    folder,
                    submission.centre() + "_marked",
                    asked,
                    queries.language(),
                    night.job().limits(),
                    night.password(mapping)))
        .orElseGet(
            () ->
                MarkedCopy.Made.none(
                    new Text("收件箱中已没有该工作簿", "the workbook does not lie in the inbox any more")));
  }

  private List<Question> questions(
      Submission submission,
      CentreMapping mapping,
      List<Questions.Candidate> candidates,
      LocalDate due) {
    Set<String> pids = new HashSet<>();
    candidates.forEach(c -> c.finding().patient().map(PatientKey::pid).ifPresent(pids::add));
    Map<String, PatientRecord> patients =
        store.patients().of(submission, pids.stream().sorted().toList());
    return candidates.stream()
        .map(
            candidate -> {
              Finding finding = candidate.finding();
              Optional<PatientRecord> patient =
                  finding.patient().map(PatientKey::pid).map(patients::get);
              return new Question(
                  finding.id(),
                  finding.inputs(),
                  finding.patient().map(PatientKey::number).orElse(""),
                  cells(finding, patient, submission, mapping),
                  finding.says(),
                  cards.get(finding.ruleId()).because(),
                  matters(candidate.matters()),
                  candidate.due().orElse(due));
            })
        .toList();
  }

  private static Text matters(Set<Decision> decisions) {
    return decisions.isEmpty()
        ? NOTHING
        : Text.joined(decisions.stream().limit(2).map(Decision::title).toList());
  }

  /** The cells of the centre's own workbook; what identifies a person is not repeated. */
  private static List<Question.Where> cells(
      Finding finding,
      Optional<PatientRecord> patient,
      Submission submission,
      CentreMapping mapping) {
    Map<Place, Question.Where> cells = new LinkedHashMap<>();
    for (String name : finding.fields()) {
      Fields.named(name)
          .ifPresent(
              field ->
                  patient
                      .flatMap(p -> p.cell(field))
                      .ifPresent(cell -> cells.put(cell.place(), where(field, cell, mapping))));
    }
    finding.cells().stream()
        .map(SourceCell::place)
        .filter(place -> place.workbook().equals(submission.fileName()))
        .forEach(place -> cells.computeIfAbsent(place, p -> where(p, "", "")));
    return List.copyOf(cells.values());
  }

  private static Question.Where where(Field<?> field, SourceCell cell, CentreMapping mapping) {
    boolean isIdentifier = field.type() instanceof FieldType.Identifier;
    return where(
        cell.place(), header(field, cell.place(), mapping), isIdentifier ? "***" : cell.text());
  }

  private static Question.Where where(Place place, String header, String written) {
    return new Question.Where(place.sheet(), place.row(), place.column(), header, written);
  }

  /** The column's header as the mapping writes it; of several that tell the field, the first. */
  private static String header(Field<?> field, Place place, CentreMapping mapping) {
    List<SheetMapping> sheets =
        mapping.sheets().stream().filter(sheet -> sheet.sheet().equals(place.sheet())).toList();
    return (sheets.isEmpty() ? mapping.sheets() : sheets)
        .stream()
            .flatMap(sheet -> sheet.columns().stream())
            .filter(column -> column.meaning().fields().contains(field))
            .map(ColumnMapping::header)
            .findFirst()
            .orElse("");
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
