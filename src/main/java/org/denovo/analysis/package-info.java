/**
 * What a cohort's designs say: curves, hazard ratios and balance as values in which no small cell
 * is left.
 *
 * <p>Entry types: {@link org.denovo.analysis.Followed} collects the members, {@link
 * org.denovo.analysis.Comparison} is a design's result for one endpoint.
 */
package org.denovo.analysis;
