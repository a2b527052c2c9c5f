/**
 * Job files as values: what is run, on which inbox, with which cohorts, when, and under which
 * gates.
 *
 * <p>Entry type: {@link org.denovo.job.JobFile}.
 */
package org.denovo.job;
