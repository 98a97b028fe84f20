/** Deterministic random streams. */
@NullMarked
package org.optbench.model.random;

import org.jspecify.annotations.NullMarked;
