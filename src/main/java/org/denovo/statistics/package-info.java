/**
 * Numbers from numbers: survival curves, hazard ratios, incidences, tests, differences and
 * quantiles as pure functions on primitive arrays, with the conventions of R's {@code survival} and
 * {@code stats}, against which {@code .ci/r-statistics} holds them.
 *
 * <p>Entry types: {@link org.denovo.statistics.KaplanMeier}, {@link
 * org.denovo.statistics.CumulativeIncidence}, {@link org.denovo.statistics.Cox}, {@link
 * org.denovo.statistics.Logistic} and {@link org.denovo.statistics.StandardisedDifference}.
 */
package org.denovo.statistics;
