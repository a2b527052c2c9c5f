package org.denovo.cohort;

import java.util.Objects;
import org.denovo.vocabulary.Text;

/**
 * A study that a registry of de novo disease cannot repeat. A run makes nothing of it but says why.
 *
 * @param reason one sentence
 */
public record NotReproducible(
    String name, String version, Text title, String source, Study study, Text reason)
    implements Cohort {

  public NotReproducible {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(study, "study");
    Objects.requireNonNull(reason, "reason");
  }
}
