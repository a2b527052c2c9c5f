/**
 * One patient's way in: mapped, normalised, checked; and a workbook's account of its rows.
 *
 * <p>Entry type: {@link org.denovo.intake.Intake}.
 */
package org.denovo.intake;
