package org.denovo.normalise;

import java.util.function.UnaryOperator;

/** A keyed hash of an identifier. Whoever builds it owns the key. */
@FunctionalInterface
public interface IdentifierHash extends UnaryOperator<String> {}
