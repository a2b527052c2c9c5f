/**
 * Questions to a centre as a workbook, and the answers that come back in it.
 *
 * <p>Entry types: {@link org.denovo.query.QueryWorkbook} and {@link
 * org.denovo.query.ReturnedWorkbook}.
 */
package org.denovo.query;
