/**
 * What differs between two published runs, and why. It reads the runs' folders only.
 *
 * <p>Entry type: {@link org.denovo.difference.RunDifference}.
 */
package org.denovo.difference;
