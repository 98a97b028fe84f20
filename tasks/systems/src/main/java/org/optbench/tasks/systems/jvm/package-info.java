/** Flags of the Java virtual machine, measured on small kernels in a machine of their own. */
@NullMarked
package org.optbench.tasks.systems.jvm;

import org.jspecify.annotations.NullMarked;
