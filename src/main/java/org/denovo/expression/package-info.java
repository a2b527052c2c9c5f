/**
 * Criteria in CEL, the Common Expression Language, judged in three-valued logic.
 *
 * <p>CEL parses and checks the types; {@code Reading} turns the checked tree into {@code Truth} and
 * {@code Quantity}, which judge without CEL, say which variables kept a verdict open, and say
 * themselves in words.
 *
 * <p>Entry types: {@link org.denovo.expression.Criteria} compiles, {@link
 * org.denovo.expression.Criterion} judges.
 */
package org.denovo.expression;
