/**
 * The morning report: one self-contained page in Chinese and English.
 *
 * <p>Entry type: {@link org.denovo.report.Report}.
 */
package org.denovo.report;
