/**
 * Variables that follow from fields by named, versioned rules: de novo, receptors, subtype,
 * oligometastatic, sequence of surgery and systemic therapy.
 *
 * <p>Entry type: {@link org.denovo.derive.DerivedVariables}.
 */
package org.denovo.derive;
