/**
 * Who is in a cohort, who left where, and how long each was followed.
 *
 * <p>Entry types: {@link org.denovo.cohort.CohortFile} reads a definition, {@link
 * org.denovo.cohort.Selection} judges patients by it, {@link org.denovo.cohort.AttritionCount}
 * counts the losses, {@link org.denovo.cohort.CohortWords} says it in words.
 */
package org.denovo.cohort;
