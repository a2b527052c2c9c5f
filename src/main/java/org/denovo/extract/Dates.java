package org.denovo.extract;

/** How dates leave the registry. */
public enum Dates {
  /** As whole days from time zero; the default. */
  DAYS,
  /** As calendar dates; only where a job says so. */
  CALENDAR
}
