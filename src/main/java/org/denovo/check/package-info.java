/**
 * Rules over patients, and what they find.
 *
 * <p>Entry types: {@link org.denovo.check.Rule} and {@link org.denovo.check.Finding}.
 */
package org.denovo.check;
