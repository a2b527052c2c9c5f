/**
 * Strict YAML: every scalar is text, every node knows its file, line and column, every problem is
 * collected with a suggestion.
 *
 * <p>Entry type: {@link org.denovo.yaml.YamlFile}.
 */
package org.denovo.yaml;
