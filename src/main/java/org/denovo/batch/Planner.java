package org.denovo.batch;

import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.denovo.extract.AnswersCsv;
import org.denovo.job.Schedule;
import org.denovo.store.History;
import org.denovo.store.Rulings;
import org.denovo.store.Run;
import org.denovo.store.Store;
import org.denovo.store.Submission;
import org.denovo.vocabulary.Text;

/** Compares the inbox with the registry and says what there is to do. */
final class Planner {

  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

  private final Night night;
  private final Store store;
  private final Clock clock;
  private final Succession succession;

  Planner(Night night, Store store, Clock clock) {
    this.night = night;
    this.store = store;
    this.clock = clock;
    this.succession = new Succession(night, store);
  }

  /** A workbook as it determines the run, whether it is read now or was read or refused before. */
  private record Input(
      String fileName, String sha256, String readingHash, LocalDate received, String chain) {}

  private Input input(Submission submission) {
    return new Input(
        submission.fileName(),
        submission.sha256(),
        submission.readingHash(),
        submission.received(),
        store.history().of(submission.id()).chain());
  }

  /** A workbook that this run takes in. */
  private record Intent(Input input, History.Entry history, Optional<Submission.Refusal> refusal) {}

  /** Plans, and notes a new run with its submissions; to be called in one transaction. */
  Plan plan() {
    Map<String, Submission> current = new TreeMap<>();
    store.submissions().current().forEach(s -> current.put(s.centre(), s));
    Inbox inbox =
        Inbox.look(
            night.job().inbox(),
            night.mappings(),
            night::password,
            night.job().limits(),
            night.job().stableAfter(),
            clock.instant(),
            centre -> Optional.ofNullable(current.get(centre)).map(Submission::sha256),
            (centre, sha256) ->
                succession.isFormer(Optional.ofNullable(current.get(centre)), sha256));

    List<AnswersCsv.Row> answers =
        new AnswerIntake(night, store, new Rulings.Moment(now(), today(), Optional.empty()))
            .take(inbox.returned());
    Map<String, Input> inputs = new TreeMap<>();
    current.forEach((centre, submission) -> inputs.put(centre, input(submission)));
    List<Submission> unchanged = new ArrayList<>();
    List<Submission> refused = new ArrayList<>();
    Map<String, Intent> intents = new TreeMap<>();
    for (Inbox.Arrival arrival : inbox.arrivals()) {
      String centre = arrival.mapping().centre();
      String readingHash = night.readingHash(arrival.mapping());
      Submission present = current.get(centre);
      Optional<Submission> before =
          store.submissions().refused(centre, arrival.sha256(), readingHash);
      if (present != null
          && present.sha256().equals(arrival.sha256())
          && present.readingHash().equals(readingHash)) {
        unchanged.add(present);
      } else if (before.isPresent()) {
        refused.add(before.get());
        inputs.put(centre, input(before.get()));
      } else {
        Intent intent = intent(arrival, readingHash, Optional.ofNullable(present));
        intents.put(centre, intent);
        inputs.put(centre, intent.input());
      }
    }
    List<Text> notes = new ArrayList<>(succession.notes(inbox, current, unchanged));
    notes.addAll(AnswerIntake.notes(answers));
    String hash = contentHash(inputs, inbox.turnedAway(), answers);
    Optional<Run> previous = store.runs().published(night.job().name());
    Optional<Run> killed = store.runs().running(night.job().name());
    if (killed.isPresent() && killed.get().contentHash().equals(hash)) {
      String id = killed.get().id();
      refused.removeIf(s -> s.runId().equals(id));
      return new Plan(
          inbox, killed, previous, hash, reading(inbox, id), unchanged, refused, answers, notes);
    }
    killed.ifPresent(this::abandon);
    if (previous.isPresent()
        && previous.get().contentHash().equals(hash)
        && Files.isDirectory(night.folders().of(previous.get().id()))) {
      return new Plan(
          inbox, Optional.empty(), previous, hash, Map.of(), unchanged, refused, answers, notes);
    }
    Run run = begin(hash);
    intents.forEach((centre, intent) -> open(run, centre, intent));
    return new Plan(
        inbox,
        Optional.of(run),
        previous,
        hash,
        reading(inbox, run.id()),
        unchanged,
        refused,
        answers,
        notes);
  }

  private void open(Run run, String centre, Intent intent) {
    Input input = intent.input();
    long id =
        store
            .submissions()
            .open(
                run.id(),
                centre,
                input.fileName(),
                input.sha256(),
                input.readingHash(),
                input.received());
    store.history().begin(id, intent.history());
    intent.refusal().ifPresent(refusal -> store.submissions().quarantine(id, refusal));
  }

  private Intent intent(Inbox.Arrival arrival, String readingHash, Optional<Submission> present) {
    String centre = arrival.mapping().centre();
    History.Entry history = succession.history(arrival, present);
    LocalDate received =
        store.submissions().firstReceived(centre, arrival.sha256()).orElse(today());
    Input input =
        new Input(arrival.fileName(), arrival.sha256(), readingHash, received, history.chain());
    boolean isOther = present.filter(p -> !p.sha256().equals(arrival.sha256())).isPresent();
    return new Intent(
        input, history, isOther ? succession.olderCut(arrival, present.get()) : Optional.empty());
  }

  private Run begin(String hash) {
    // Run ids sort by time, so no two runs of a job begin in one second.
    LocalDateTime now = now().truncatedTo(ChronoUnit.SECONDS);
    Optional<LocalDateTime> last = store.runs().latest(night.job().name()).map(Run::started);
    if (last.isPresent() && !now.isAfter(last.get())) {
      now = last.get().plusSeconds(1);
    }
    Run run = new Run(id(now, hash), night.job().name(), hash, today(), Run.State.RUNNING, now);
    store.runs().start(run);
    return run;
  }

  /** A killed run whose inputs changed is not finished: what it had read is dropped. */
  private void abandon(Run run) {
    store.submissions().forget(run.id());
    store.runs().end(run.id(), Run.State.ABANDONED, now());
  }

  private Map<Long, Plan.Reading> reading(Inbox inbox, String runId) {
    Map<String, Inbox.Arrival> arrivals = new HashMap<>();
    inbox.arrivals().forEach(arrival -> arrivals.put(arrival.mapping().centre(), arrival));
    Map<Long, Plan.Reading> reading = new HashMap<>();
    for (Submission submission : store.submissions().of(runId)) {
      if (submission.refusal().filter(r -> r.reason().equals(Plan.OLDER_DATA_CUT)).isPresent()) {
        continue;
      }
      Inbox.Arrival arrival = arrivals.get(submission.centre());
      reading.put(submission.id(), new Plan.Reading(arrival.mapping(), arrival.file()));
    }
    return reading;
  }

  private String contentHash(
      Map<String, Input> inputs, List<Inbox.TurnedAway> turnedAway, List<AnswersCsv.Row> answers) {
    ContentHash hash =
        new ContentHash().add(night.configHash()).add(night.codeHash()).add(night.version());
    inputs.forEach(
        (centre, input) ->
            hash.add(centre)
                .add(input.fileName())
                .add(input.sha256())
                .add(input.readingHash())
                .add(input.received().toString())
                .add(input.chain()));
    store.pairs().inForce().all().forEach(decision -> hash.add(decision.toString()));
    store.rulings().decided(today()).forEach(hash::add);
    turnedAway.forEach(file -> hash.add(file.reason()).add(file.fileName()).add(file.sha256()));
    // What was taken is among the rulings; what was not is told by the run's outputs only.
    answers.stream()
        .filter(answer -> answer.outcome() != AnswersCsv.Outcome.NOTED)
        .forEach(answer -> hash.add(answer.toString()));
    return hash.hex();
  }

  private LocalDate today() {
    ZoneId zone = night.job().schedule().map(Schedule::zone).orElse(ZoneId.systemDefault());
    return night.job().asOf().orElseGet(() -> LocalDate.now(clock.withZone(zone)));
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static String id(LocalDateTime time, String hash) {
    return RUN_ID.format(time) + "-" + hash.substring(0, 8);
  }
}
