@NullMarked
package org.optbench.live;

import org.jspecify.annotations.NullMarked;
