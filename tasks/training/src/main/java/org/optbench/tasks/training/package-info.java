/**
 * Neural-network training as tasks: one trial is one training run in a worker process, on the CPU or a GPU. {@code train/...} are the workloads that
 * ship with the platform, {@code script/...} the ones users define by a command in a YAML file.
 */
@NullMarked
package org.optbench.tasks.training;

import org.jspecify.annotations.NullMarked;
