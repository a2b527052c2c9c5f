package org.denovo.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.check.OverTimeRules;
import org.denovo.store.History;
import org.denovo.store.Store;
import org.denovo.store.Submission;
import org.denovo.vocabulary.Text;

/**
 * What follows what. One workbook is a centre's whole submission, and the newest replaces the one
 * before it, but for bytes that were replaced already and data that were cut earlier.
 */
final class Succession {

  private final Night night;
  private final Store store;

  Succession(Night night, Store store) {
    this.night = night;
    this.store = store;
  }

  /** True if these bytes were once a centre's present ones and others are now. */
  boolean isFormer(Optional<Submission> present, String sha256) {
    return present.isPresent()
        && !present.get().sha256().equals(sha256)
        && store.submissions().superseded(present.get().centre(), sha256).isPresent();
  }

  /**
   * What a workbook follows. Other bytes follow the centre's present ones; the same bytes, read in
   * another way, follow what those followed.
   */
  History.Entry history(Inbox.Arrival arrival, Optional<Submission> present) {
    Optional<Submission> reread = present.filter(p -> p.sha256().equals(arrival.sha256()));
    Optional<Submission> previous =
        reread.isPresent()
            ? store.history().of(reread.get().id()).previous().map(store.submissions()::get)
            : present;
    String key = night.key().fingerprint();
    Optional<Submission> comparable = previous.filter(p -> keyMark(p).equals(key));
    Optional<Submission> sibling = reread.filter(r -> keyMark(r).equals(key));
    return new History.Entry(
        comparable.map(Submission::id),
        sibling.map(Submission::id),
        comparable.map(p -> chain(p, sibling)).orElse(""),
        key,
        arrival.mapping().dataCut());
  }

  private String keyMark(Submission submission) {
    return store.history().of(submission.id()).keyMark();
  }

  private String chain(Submission previous, Optional<Submission> sibling) {
    return new ContentHash()
        .add(previous.fileName())
        .add(previous.sha256())
        .add(previous.readingHash())
        .add(previous.received().toString())
        .add(store.history().of(previous.id()).chain())
        .add(sibling.map(Submission::readingHash).orElse(""))
        .hex();
  }

  /** A workbook that was cut before the accepted one is not read (rule XFL-07). */
  Optional<Submission.Refusal> olderCut(Inbox.Arrival arrival, Submission present) {
    Optional<LocalDate> accepted = store.history().of(present.id()).dataCut();
    Optional<LocalDate> cut = arrival.mapping().dataCut();
    return cut.isPresent() && accepted.isPresent() && cut.get().isBefore(accepted.get())
        ? Optional.of(
            new Submission.Refusal(
                Plan.OLDER_DATA_CUT,
                OverTimeRules.OLDER.says().with(arrival.fileName(), cut.get(), accepted.get())))
        : Optional.empty();
  }

  /**
   * Files whose bytes were taken in before, of which nothing is to be done (rule XFL-07), and files
   * that were never taken in because a newer one lies beside them.
   */
  List<Text> notes(Inbox inbox, Map<String, Submission> current, List<Submission> unchanged) {
    List<Text> notes = new ArrayList<>();
    for (Inbox.Arrival arrival : inbox.arrivals()) {
      Submission present = current.get(arrival.mapping().centre());
      if (present != null
          && unchanged.contains(present)
          && !present.fileName().equals(arrival.fileName())) {
        notes.add(
            new Text(
                    "{0}：与{2}接收的{1}逐字节相同，无须处理",
                    "{0}: the same bytes as {1}, taken in on {2}; there is nothing to do")
                .with(arrival.fileName(), present.fileName(), present.received()));
      }
    }
    for (Inbox.Arrival arrival : inbox.resent()) {
      String centre = arrival.mapping().centre();
      Submission former = store.submissions().superseded(centre, arrival.sha256()).orElseThrow();
      notes.add(
          new Text(
                  "{0}：与{2}接收、已被取代的{1}逐字节相同；{3}仍然有效。若确要退回，请重新保存该文件",
                  "{0}: the same bytes as {1}, taken in on {2} and replaced since; {3} stays in"
                      + " force. If it is meant to come back, save it anew")
              .with(
                  arrival.fileName(),
                  former.fileName(),
                  former.received(),
                  current.get(centre).fileName()));
    }
    inbox.older().stream()
        .filter(file -> !store.submissions().knows(file.centre(), file.fileName()))
        .map(
            file ->
                new Text(
                        "{0}：未读取，该中心有更新的文件；一个中心的提交是一个工作簿",
                        "{0}: not read, the centre has a newer one there; a centre's submission is"
                            + " one workbook")
                    .with(file.fileName()))
        .forEach(notes::add);
    return notes;
  }
}
