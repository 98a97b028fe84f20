/** Problems, trials and their outcomes: the words every other part of the platform speaks. */
@NullMarked
package org.optbench.model;

import org.jspecify.annotations.NullMarked;
