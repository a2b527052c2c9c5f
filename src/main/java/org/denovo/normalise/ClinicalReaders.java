package org.denovo.normalise;

import java.util.Optional;
import org.denovo.record.Field;
import org.denovo.record.Topic;

/** The readers of treatment, metastases and follow-up. */
final class ClinicalReaders {

  private ClinicalReaders() {}

  static Optional<CellReader> forTopic(Topic topic) {
    return Optional.empty();
  }

  static Optional<CellReader> forField(Field<?> field) {
    return Optional.empty();
  }
}
