/** Recorded tables: every configuration of a finite space was trained and its results kept. */
@NullMarked
package org.optbench.tasks.tabular;

import org.jspecify.annotations.NullMarked;
