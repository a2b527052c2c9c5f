/**
 * Workbooks of every format as sheets of source rows, read once, in bounded memory.
 *
 * <p>Entry type: {@link org.denovo.workbook.Workbook}.
 */
package org.denovo.workbook;
