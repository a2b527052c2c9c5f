package org.denovo.batch;

import java.util.List;
import org.springframework.batch.core.job.JobExecution;

/** A run that was not finished. Running again goes on where it stopped. */
public final class NightFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean stopped;

  private NightFailed(String message, Throwable cause, boolean stopped) {
    super(message, cause);
    this.stopped = stopped;
  }

  static NightFailed of(JobExecution execution, boolean stopped) {
    List<Throwable> causes = execution.getAllFailureExceptions();
    return new NightFailed(
        "the run ended as " + execution.getStatus(),
        causes.isEmpty() ? null : causes.get(0),
        stopped);
  }

  /** True if somebody asked it to stop. */
  public boolean stopped() {
    return stopped;
  }
}
