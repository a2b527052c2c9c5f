/**
 * Who is in a cohort, who left where, and how long each was followed.
 *
 * <p>Entry type: {@link org.denovo.cohort.Attrition}.
 */
package org.denovo.cohort;
