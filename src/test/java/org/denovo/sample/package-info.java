/**
 * The invented sample registry: draws patients, writes them down as centres would, seeds faults,
 * and knows the truth. Every patient is invented.
 *
 * <p>Entry type: {@link org.denovo.sample.SampleRegistry}.
 */
package org.denovo.sample;
