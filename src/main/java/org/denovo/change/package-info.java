/**
 * What a centre changed between two submissions: patients who came, went or got another number,
 * values that changed or were lost, columns that were sorted, shifted or coded anew. Told apart
 * from what only the reading changed, from what a finding had asked for, and from what follow-up
 * brings.
 *
 * <p>Entry type: {@link org.denovo.change.Comparison}.
 */
package org.denovo.change;
