/**
 * A patient of the registry: the fields that it knows, the answers to them, and the cells that the
 * answers came from.
 *
 * <p>Entry types: {@link org.denovo.record.Fields} and {@link org.denovo.record.PatientRecord}.
 */
package org.denovo.record;
