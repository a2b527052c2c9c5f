/**
 * What cells say: a mapped patient becomes a record of answers. Nothing here throws on data; what
 * is not understood becomes an unreadable answer.
 *
 * <p>Entry type: {@link org.denovo.normalise.Normaliser}.
 */
package org.denovo.normalise;
