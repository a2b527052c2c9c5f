/**
 * What a workbook says, before anybody has understood it: a cell, its place, a row.
 *
 * <p>Entry type: {@link org.denovo.source.SourceCell}.
 */
package org.denovo.source;
