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
import org.denovo.job.Schedule;
import org.denovo.store.Run;
import org.denovo.store.Store;
import org.denovo.store.Submission;

/** Compares the inbox with the registry and says what there is to do. */
final class Planner {

  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

  private final Night night;
  private final Store store;
  private final Clock clock;

  Planner(Night night, Store store, Clock clock) {
    this.night = night;
    this.store = store;
    this.clock = clock;
  }

  /** A workbook as it determines the run, whether it is read now or was read or refused before. */
  private record Input(String fileName, String sha256, String readingHash, LocalDate received) {

    static Input of(Submission submission) {
      return new Input(
          submission.fileName(),
          submission.sha256(),
          submission.readingHash(),
          submission.received());
    }
  }

  /** Plans, and notes a new run with its submissions; to be called in one transaction. */
  Plan plan() {
    Inbox inbox =
        Inbox.look(
            night.job().inbox(),
            night.mappings(),
            night.job().limits(),
            night.job().stableAfter(),
            clock.instant());
    Map<String, Submission> current = new TreeMap<>();
    store.submissions().current().forEach(s -> current.put(s.centre(), s));

    Map<String, Input> inputs = new TreeMap<>();
    current.forEach((centre, submission) -> inputs.put(centre, Input.of(submission)));
    List<Submission> unchanged = new ArrayList<>();
    List<Submission> refused = new ArrayList<>();
    Map<String, Input> intents = new TreeMap<>();
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
        inputs.put(centre, Input.of(before.get()));
      } else {
        LocalDate received =
            store.submissions().firstReceived(centre, arrival.sha256()).orElse(today());
        Input input = new Input(arrival.fileName(), arrival.sha256(), readingHash, received);
        intents.put(centre, input);
        inputs.put(centre, input);
      }
    }
    String hash = contentHash(inputs, inbox.turnedAway());
    Optional<Run> previous = store.runs().published(night.job().name());
    Optional<Run> killed = store.runs().running(night.job().name());
    if (killed.isPresent() && killed.get().contentHash().equals(hash)) {
      String id = killed.get().id();
      refused.removeIf(s -> s.runId().equals(id));
      return new Plan(inbox, killed, previous, hash, reading(inbox, id), unchanged, refused);
    }
    killed.ifPresent(this::abandon);
    if (previous.isPresent()
        && previous.get().contentHash().equals(hash)
        && Files.isDirectory(night.folders().of(previous.get().id()))) {
      return new Plan(inbox, Optional.empty(), previous, hash, Map.of(), unchanged, refused);
    }
    Run run = begin(hash);
    intents.forEach(
        (centre, input) ->
            store
                .submissions()
                .open(
                    run.id(),
                    centre,
                    input.fileName(),
                    input.sha256(),
                    input.readingHash(),
                    input.received()));
    return new Plan(
        inbox, Optional.of(run), previous, hash, reading(inbox, run.id()), unchanged, refused);
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
      Inbox.Arrival arrival = arrivals.get(submission.centre());
      reading.put(submission.id(), new Plan.Reading(arrival.mapping(), arrival.file()));
    }
    return reading;
  }

  private String contentHash(Map<String, Input> inputs, List<Inbox.TurnedAway> turnedAway) {
    ContentHash hash =
        new ContentHash().add(night.configHash()).add(night.codeHash()).add(night.version());
    inputs.forEach(
        (centre, input) ->
            hash.add(centre)
                .add(input.fileName())
                .add(input.sha256())
                .add(input.readingHash())
                .add(input.received().toString()));
    turnedAway.forEach(file -> hash.add(file.reason()).add(file.fileName()).add(file.sha256()));
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
