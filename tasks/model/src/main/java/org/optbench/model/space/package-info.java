/** Search spaces: parameters, conditions, configurations and their encoding in the unit cube. */
@NullMarked
package org.optbench.model.space;

import org.jspecify.annotations.NullMarked;
