/** Generates the workload that {@code bench/run} measures. */
package org.denovo.bench;
