/**
 * The registry's code lists, with their names in Chinese and English. Unknown is never a code.
 *
 * <p>Entry type: {@link org.denovo.vocabulary.Coded}.
 */
package org.denovo.vocabulary;
