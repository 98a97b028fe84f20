/** Campaign files: what to run, in words that a person writes. */
@NullMarked
package org.optbench.runner.campaign;

import org.jspecify.annotations.NullMarked;
