package org.denovo.check;

import java.util.Locale;

/** What a rule looks at when it judges. */
public enum Scope {
  /** A file, a sheet or a column. */
  FILE,
  /** One patient. */
  PATIENT,
  /** All patients of a centre. */
  CENTRE,
  /** Patients of several centres. */
  REGISTRY;

  /** The code in files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
