package org.denovo.normalise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.record.Field;
import org.denovo.record.Topic;

/** The readers of clinical wording: operations, margins, metastases, regimens, outcomes, words. */
final class ClinicalReaders {

  private static final Map<Topic, CellReader> TOPICS =
      Map.of(Topic.OPERATION, framed(Topic.OPERATION, new OperationReader()));

  private ClinicalReaders() {}

  /** The reader of a column about that topic. */
  static Optional<CellReader> forTopic(Topic topic) {
    return Optional.ofNullable(TOPICS.get(topic));
  }

  /** The reader of a column that answers that field. */
  static Optional<CellReader> forField(Field<?> field) {
    return Optional.empty();
  }

  private static CellReader framed(Topic topic, CellReader grammar) {
    return new Framed(List.copyOf(topic.fields()), grammar);
  }
}
