package org.denovo.vocabulary;

/** The languages in which everything that a person reads is written. */
public enum Lang {
  ZH,
  EN
}
