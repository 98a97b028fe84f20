@NullMarked
package org.optbench.results;

import org.jspecify.annotations.NullMarked;
