/**
 * Numbers from numbers: survival curves, tests, differences and quantiles as pure functions on
 * primitive arrays, with the conventions of R's {@code survival} and {@code stats}.
 *
 * <p>Entry types: {@link org.denovo.statistics.KaplanMeier} and {@link
 * org.denovo.statistics.StandardisedDifference}.
 */
package org.denovo.statistics;
