/** What measured programs share; runs in their virtual machine. */
@NullMarked
package org.optbench.tasks.systems.support.worker;

import org.jspecify.annotations.NullMarked;
