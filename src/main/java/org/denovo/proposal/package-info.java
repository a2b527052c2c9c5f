/**
 * What a workbook seems to say, before anybody has written its mapping: a profile of its columns,
 * and the draft of a mapping.
 *
 * <p>Entry types: {@link org.denovo.proposal.Profile} and {@link org.denovo.proposal.Draft}.
 */
package org.denovo.proposal;
