/**
 * Who is whom: which records of one centre or of several are of one person. {@link
 * org.denovo.linkage.Linkage} finds the pairs, {@link org.denovo.linkage.Persons} merges those that
 * are certain or decided.
 */
package org.denovo.linkage;
