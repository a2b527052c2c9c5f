/**
 * Patients, findings and cohorts as files: the same input gives the same bytes.
 *
 * <p>All CSV is RFC 4180 in UTF-8 without byte order mark, with LF, quoted by need; a missing value
 * is an empty cell. Text that people typed is made inert for spreadsheets (see {@link
 * org.denovo.extract.CsvFile#inert}); coded values are never altered.
 *
 * <p>Entry types: {@link org.denovo.extract.CohortFiles}, {@link org.denovo.extract.PatientsCsv}
 * and {@link org.denovo.extract.Manifest}.
 */
package org.denovo.extract;
