package org.denovo.app;

import java.util.Arrays;

/** The exit codes that schedulers act on. */
enum Exit {
  DONE(0),
  FAILED(1),
  /** Usage or configuration; nothing was run. */
  USAGE(2),
  /** Done, with warnings above the soft gate. */
  WARNED(3),
  /** The quality gate failed: nothing was published, the last good run stays. */
  REJECTED(4),
  /** Some workbooks are quarantined, the rest is published. */
  PARTIAL(5),
  /** Another run holds the lease. */
  BUSY(6),
  /** The database or the share cannot be reached. */
  TEMPORARY(75);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  static Exit of(int code) {
    return Arrays.stream(values()).filter(exit -> exit.code == code).findFirst().orElseThrow();
  }

  int code() {
    return code;
  }
}
