/**
 * The registry's database: runs, submissions, patients, findings. The only SQL.
 *
 * <p>Entry type: {@link org.denovo.store.Store}.
 */
package org.denovo.store;
