package org.denovo.change;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.denovo.record.PatientRecord;

/**
 * The patients of two submissions side by side. Each pass streams both in the order of the
 * pseudonyms and keeps one patient of each.
 *
 * @param before a new pass over the last submission, by pseudonym
 * @param now a new pass over this one, by pseudonym
 * @param earlier a patient of the last submission by her pseudonym
 * @param present a patient of this one by her pseudonym
 */
public record Pairs(
    Supplier<Iterator<PatientRecord>> before,
    Supplier<Iterator<PatientRecord>> now,
    Function<String, Optional<PatientRecord>> earlier,
    Function<String, Optional<PatientRecord>> present) {

  public Pairs {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(earlier, "earlier");
    Objects.requireNonNull(present, "present");
  }

  /** Is told of each patient. */
  interface Receiver {

    /** She is in both. */
    void both(PatientRecord before, PatientRecord now);

    /** She is in the last only. */
    void gone(PatientRecord before);

    /** She is in this one only. */
    void come(PatientRecord now);
  }

  /** Passes over all patients. */
  void each(Receiver receiver) {
    Iterator<PatientRecord> olds = before.get();
    Iterator<PatientRecord> news = now.get();
    PatientRecord old = next(olds);
    PatientRecord young = next(news);
    while (old != null || young != null) {
      int order =
          old == null ? 1 : young == null ? -1 : old.key().pid().compareTo(young.key().pid());
      if (order < 0) {
        receiver.gone(old);
        old = next(olds);
      } else if (order > 0) {
        receiver.come(young);
        young = next(news);
      } else {
        receiver.both(old, young);
        old = next(olds);
        young = next(news);
      }
    }
  }

  /** Looks some patients up, who are in one submission at least. */
  void each(List<String> pids, Receiver receiver) {
    for (String pid : pids) {
      Optional<PatientRecord> old = earlier.apply(pid);
      Optional<PatientRecord> young = present.apply(pid);
      if (old.isPresent() && young.isPresent()) {
        receiver.both(old.get(), young.get());
      } else {
        old.ifPresent(receiver::gone);
        young.ifPresent(receiver::come);
      }
    }
  }

  /** Passes over the patients who are in both, and no more than so many of them. */
  void eachInBoth(int most, Consumer<Both> receiver) {
    Iterator<PatientRecord> olds = before.get();
    Iterator<PatientRecord> news = now.get();
    PatientRecord old = next(olds);
    PatientRecord young = next(news);
    for (int found = 0; old != null && young != null && found < most; ) {
      int order = old.key().pid().compareTo(young.key().pid());
      if (order == 0) {
        receiver.accept(new Both(old, young));
        found++;
      }
      old = order <= 0 ? next(olds) : old;
      young = order >= 0 ? next(news) : young;
    }
  }

  /** One patient in both submissions. */
  record Both(PatientRecord before, PatientRecord now) {}

  private static PatientRecord next(Iterator<PatientRecord> patients) {
    return patients.hasNext() ? patients.next() : null;
  }
}
