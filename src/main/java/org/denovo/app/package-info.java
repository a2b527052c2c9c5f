/**
 * The command line: what users type, what they read, how it exits; and the scheduler.
 *
 * <p>Entry type: {@link org.denovo.app.Main}.
 */
package org.denovo.app;
