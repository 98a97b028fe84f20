/** The measured program of the Java virtual machine's tasks; needs the JDK only. */
@NullMarked
package org.optbench.tasks.systems.jvm.worker;

import org.jspecify.annotations.NullMarked;
