package org.denovo.batch;

import java.util.Comparator;
import java.util.List;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;

/** A run that was not finished. Running again goes on where it stopped. */
public final class NightFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean stopped;

  private NightFailed(String message, Throwable cause, boolean stopped) {
    super(message, cause);
    this.stopped = stopped;
  }

  static NightFailed of(JobExecution execution, boolean stopped) {
    // That a workbook's step failed is said by the step above it too, without a why.
    List<Throwable> causes =
        execution.getAllFailureExceptions().stream()
            .sorted(Comparator.comparing(cause -> cause instanceof JobExecutionException))
            .toList();
    NightFailed failed =
        new NightFailed(
            "the run ended as " + execution.getStatus(),
            causes.isEmpty() ? null : causes.get(0),
            stopped);
    causes.stream().skip(1).forEach(failed::addSuppressed);
    return failed;
  }

  /** True if somebody asked it to stop. */
  public boolean stopped() {
    return stopped;
  }
}
