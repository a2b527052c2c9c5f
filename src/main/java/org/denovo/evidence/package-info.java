/**
 * What a patient's value rests on: the rule and its inputs, the cell, the column, the word.
 *
 * <p>Entry type: {@link org.denovo.evidence.Tracer}.
 */
package org.denovo.evidence;
