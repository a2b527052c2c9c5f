package org.denovo.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.denovo.check.Finding;
import org.denovo.check.Ruling;
import org.denovo.check.Severity;
import org.denovo.check.Standing;
import org.denovo.extract.AnswersCsv;
import org.denovo.extract.AnswersCsv.Outcome;
import org.denovo.job.Queries;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.Words;
import org.denovo.query.Choice;
import org.denovo.query.Reply;
import org.denovo.query.ReturnedWorkbook;
import org.denovo.record.PatientKey;
import org.denovo.store.Rulings;
import org.denovo.store.Store;
import org.denovo.vocabulary.Text;

/**
 * Takes the answers of query workbooks that came back. An answer is what its centre says of a
 * finding, noted with who and when in the finding's history; the same answer is noted once, however
 * often its file is looked at, and an old file changes nothing that was said since.
 */
final class AnswerIntake {

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_WHY = 800;
  private static final Text NOTED = new Text("已记录", "noted");

  private final Night night;
  private final Store store;
  private final Rulings.Moment moment;
  private final List<AnswersCsv.Row> rows = new ArrayList<>();
  private final Map<String, String> answered = new HashMap<>();

  AnswerIntake(Night night, Store store, Rulings.Moment moment) {
    this.night = night;
    this.store = store;
    this.moment = moment;
  }

  /** A reply of a file, and the centre that the file is of. */
  private record Said(String file, String centre, Reply reply) {

    AnswersCsv.Row row(Outcome outcome, Text says) {
      return new AnswersCsv.Row(
          file,
          reply.sheet(),
          reply.cell(),
          centre,
          reply.findingId(),
          reply.choice().map(Choice::code).orElse(reply.written()),
          reply.comment(),
          reply.person(),
          reply.day(),
          outcome,
          says);
    }
  }

  /**
   * Takes them, in the caller's transaction; gives what became of each.
   *
   * @param files the newest first
   */
  List<AnswersCsv.Row> take(List<Inbox.Returned> files) {
    for (Inbox.Returned file : files) {
      ReturnedWorkbook workbook =
          ReturnedWorkbook.read(
              file.file(), night.job().limits(), file.mapping().flatMap(night::password));
      Set<String> ids = new LinkedHashSet<>();
      workbook.replies().forEach(reply -> ids.add(reply.findingId()));
      Map<String, Finding> present = store.findings().present(ids);
      String centre =
          workbook
              .centre()
              .or(() -> file.mapping().map(CentreMapping::centre))
              .orElseGet(() -> onlyCentre(present.values()));
      workbook.unreadable().ifPresent(why -> rows.add(unreadable(file, centre, why)));
      Set<String> here = new HashSet<>();
      for (Reply reply : workbook.replies()) {
        Said said = new Said(file.fileName(), centre, reply);
        Optional<Text> wrong =
            here.add(reply.findingId())
                ? wrong(said, Optional.ofNullable(present.get(reply.findingId())))
                : Optional.of(new Text("同一问题在本文件中出现两次", "the question stands twice in this file"));
        rows.add(
            wrong
                .map(why -> said.row(Outcome.REFUSED, why))
                .orElseGet(() -> say(said, present.get(reply.findingId()))));
      }
    }
    return List.copyOf(rows);
  }

  /** A file without its mark, a CSV say, is of the centre whose questions it answers. */
  private static String onlyCentre(Collection<Finding> findings) {
    List<String> centres = findings.stream().map(Finding::centre).distinct().toList();
    return centres.size() == 1 ? centres.get(0) : "";
  }

  private static AnswersCsv.Row unreadable(Inbox.Returned file, String centre, Text why) {
    return new AnswersCsv.Row(
        file.fileName(), "", "", centre, "", "", "", "", "", Outcome.REFUSED, why);
  }

  /** Why an answer belongs to no question of its centre. */
  private Optional<Text> wrong(Said said, Optional<Finding> finding) {
    Reply reply = said.reply();
    if (finding.isEmpty()) {
      return Optional.of(
          reply.findingId().matches("[0-9a-f]{12}")
                  && !store.rulings().history(reply.findingId()).isEmpty()
              ? new Text(
                  "该问题已不存在，无须答复", "the question is settled: there is no such finding any more")
              : new Text("没有这个编号的问题，编号可能被改动", "no question has this id; it may have been edited"));
    }
    if (!finding.get().centre().equals(said.centre())) {
      return Optional.of(
          said.centre().isEmpty()
              ? new Text("看不出该文件属于哪家中心", "it cannot be told whose workbook this is")
              : new Text("该问题不属于本中心", "the question is another centre's"));
    }
    String patient = finding.get().patient().map(PatientKey::number).orElse("");
    if (!bare(patient).equals(bare(reply.patient()))) {
      return Optional.of(
          new Text(
              "问题编号与病历号不符，可能单独排序了某一列",
              "id and patient do not belong together; one column may have been sorted alone"));
    }
    if (reply.choice().isEmpty()) {
      return Optional.of(
          new Text(
              "答复不在下拉列表中",
              "the answer is none of the list; choose one and put the words into the comment"));
    }
    if (reply.choice().get() == Choice.OTHER && reply.comment().isEmpty()) {
      return Optional.of(new Text("选择了“其他”但没有说明", "'other' needs a comment"));
    }
    return Optional.empty();
  }

  /** A patient number that a spreadsheet program took for a number has lost its noughts. */
  private static String bare(String number) {
    return Words.fold(number).replaceFirst("^0+(?=.)", "");
  }

  private AnswersCsv.Row say(Said said, Finding finding) {
    String id = finding.id();
    Ruling answer = Ruling.answered(id, by(said), why(said.reply()));
    String words = answer.by() + "\n" + answer.why();
    Optional<String> newer = Optional.ofNullable(answered.putIfAbsent(id, words));
    List<Rulings.Event> history = store.rulings().history(id);
    boolean isEarlier = isOfEarlierAsking(said.reply(), finding, history);
    boolean isKnown =
        history.stream()
            .filter(event -> event.kind().equals(Ruling.Kind.ANSWER.code()))
            .filter(event -> isEarlier || event.inputs().equals(finding.inputs()))
            .anyMatch(event -> words.equals(event.by() + "\n" + event.why()));
    if (isKnown || newer.filter(words::equals).isPresent()) {
      return said.row(Outcome.NOTED, NOTED);
    }
    if (newer.isPresent()) {
      return said.row(
          Outcome.SUPERSEDED, new Text("较新的文件另有答复", "a newer file answers it otherwise"));
    }
    if (isEarlier) {
      return said.row(
          Outcome.REFUSED,
          new Text(
              "表中内容此后有改动，已重新提问，请在新的质疑表中答复",
              "the data changed since and the question was asked anew; answer in the newer"
                  + " workbook"));
    }
    List<Rulings.Refused> refused = store.rulings().make(List.of(answer), night.book(), moment);
    if (!refused.isEmpty()) {
      return said.row(Outcome.REFUSED, refused.get(0).why());
    }
    if (said.reply().choice().filter(Choice.CONFIRMED::equals).isPresent() && accepts(finding)) {
      store
          .rulings()
          .make(
              List.of(
                  Ruling.confirmed(
                      id,
                      night.job().name() + ".yaml",
                      Ruling.Reason.CONFIRMED_IN_SOURCE,
                      answer.by() + ": " + answer.why(),
                      Optional.empty())),
              night.book(),
              moment);
    }
    return said.row(Outcome.NOTED, NOTED);
  }

  /** True if the job takes the centre's word; the rule may refuse it all the same. */
  private boolean accepts(Finding finding) {
    Queries.Accept accept =
        night.job().queries().map(Queries::accept).orElse(Queries.Accept.BY_HAND);
    return switch (accept) {
      case BY_HAND -> false;
      case WARNINGS -> finding.severity() != Severity.ERROR;
      case OVERRIDABLE -> true;
    };
  }

  /** For each file how much of it was not taken. */
  static List<Text> notes(List<AnswersCsv.Row> rows) {
    Map<String, Integer> refused = new TreeMap<>();
    rows.stream()
        .filter(row -> row.outcome() == Outcome.REFUSED)
        .forEach(row -> refused.merge(row.file(), 1, Integer::sum));
    List<Text> notes = new ArrayList<>();
    refused.forEach(
        (file, count) ->
            notes.add(
                new Text(
                        "{0}：{1}条答复未采纳，原因见quality/answers.csv",
                        "{0}: {1} answers were not taken, quality/answers.csv says why")
                    .with(file, count)));
    return notes;
  }

  /**
   * True if other values were asked about than stand there now. A file that does not say which is
   * told by the last day for an answer, of which each asking has its own.
   */
  private static boolean isOfEarlierAsking(
      Reply reply, Finding finding, List<Rulings.Event> history) {
    if (reply.inputs().isPresent()) {
      return !reply.inputs().get().equals(finding.inputs());
    }
    return history.stream()
        .filter(event -> event.after() == Standing.SENT)
        .reduce((earlier, later) -> later)
        .flatMap(Rulings.Event::expires)
        .filter(due -> reply.due().matches("\\d{4}-\\d{2}-\\d{2}"))
        .filter(due -> !due.toString().equals(reply.due()))
        .isPresent();
  }

  private static String by(Said said) {
    String person = said.reply().person();
    String shown = person.length() > LONGEST_NAME ? person.substring(0, LONGEST_NAME) : person;
    return shown.isEmpty() ? said.centre() : shown + " (" + said.centre() + ")";
  }

  private static String why(Reply reply) {
    StringBuilder why = new StringBuilder(reply.choice().orElseThrow().code());
    if (!reply.day().isEmpty()) {
      why.append(", ").append(reply.day());
    }
    if (!reply.due().isEmpty()) {
      why.append(", due ").append(reply.due());
    }
    if (!reply.comment().isEmpty()) {
      why.append(": ").append(reply.comment());
    }
    return why.length() > LONGEST_WHY ? why.substring(0, LONGEST_WHY - 1) + "…" : why.toString();
  }
}
