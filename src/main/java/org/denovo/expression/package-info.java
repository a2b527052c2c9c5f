/**
 * Criteria in CEL, the Common Expression Language, judged in three-valued logic.
 *
 * <p>Entry type: {@link org.denovo.expression.Criterion}.
 */
package org.denovo.expression;
