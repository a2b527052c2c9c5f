/**
 * What a centre's columns mean: a mapping file, the words of the registry, and workbook rows turned
 * into patients whose cells know their column's meaning.
 *
 * <p>Entry type: {@link org.denovo.mapping.CentreMapping}.
 */
package org.denovo.mapping;
