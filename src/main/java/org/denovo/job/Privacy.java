package org.denovo.job;

import java.util.Objects;
import java.util.Optional;
import org.denovo.extract.Anonymity;
import org.denovo.extract.Disclosure;
import org.denovo.extract.Genomic;
import org.denovo.extract.Profile;

/**
 * How a job's files leave the registry.
 *
 * @param genomic whether what is known of genes leaves with a cohort
 * @param disclosure which counts are suppressed in tables and flows
 * @param anonymity how alike the patients should be in the files
 * @param purpose what the files are for, if the job says so
 * @param approval the number of the ethics or data approval, if the job has one
 */
public record Privacy(
    Profile profile,
    Genomic genomic,
    Disclosure disclosure,
    Anonymity anonymity,
    Optional<String> purpose,
    Optional<String> approval) {

  /** Of a job that says nothing. */
  public static final Privacy DEFAULT =
      new Privacy(
          Profile.STANDARD,
          Genomic.EXCLUDE,
          Disclosure.DEFAULT,
          Anonymity.DEFAULT,
          Optional.empty(),
          Optional.empty());

  public Privacy {
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(genomic, "genomic");
    Objects.requireNonNull(disclosure, "disclosure");
    Objects.requireNonNull(anonymity, "anonymity");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(approval, "approval");
  }
}
