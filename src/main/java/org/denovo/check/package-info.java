/**
 * Rules, and what they find: over one patient ({@link org.denovo.check.Rules}), over many ({@link
 * org.denovo.check.CrossRecords}) and over files ({@link org.denovo.check.FileRules}). {@link
 * org.denovo.check.RuleBook} lists them all.
 *
 * <p>To add a rule over one patient, add it to the list of its family and give it three examples.
 *
 * <p>Entry types: {@link org.denovo.check.Checker}, {@link org.denovo.check.Rule} and {@link
 * org.denovo.check.Finding}.
 */
package org.denovo.check;
