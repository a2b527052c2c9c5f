/**
 * A night: what lies in the inbox is planned, read, checked, stored and published, and is resumed
 * where it was killed. The only Spring Batch.
 *
 * <p>Entry type: {@link org.denovo.batch.NightRunner}.
 */
package org.denovo.batch;
