/**
 * How the patients of one centre are distributed among those of the others. {@link
 * org.denovo.comparison.Centres} counts the patients as they pass, and {@link
 * org.denovo.comparison.Compared} is what follows: funnels, findings and denominators.
 */
package org.denovo.comparison;
