/**
 * The fixed-target view: how much effort it takes to reach a quality, on plain arrays.
 *
 * <p>A run is given by its {@code hit}, the effort at which it first attained the target, infinity when it did not, and by {@code spent}, its
 * whole effort. Efforts may be evaluations, seconds or money.
 */
@NullMarked
package org.optbench.analysis.fixedtarget;

import org.jspecify.annotations.NullMarked;
