/**
 * What cells say: words, grammars and numbers turned into answers, never an exception.
 *
 * <p>Entry type: {@link org.denovo.normalise.Reading}.
 */
package org.denovo.normalise;
