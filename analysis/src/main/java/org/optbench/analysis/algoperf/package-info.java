/**
 * The scoring of training algorithms by time to result of MLCommons AlgoPerf (Dahl et al., 2023, arXiv:2306.07179), as its published
 * leaderboards were made, and the import of its raw logs.
 */
@NullMarked
package org.optbench.analysis.algoperf;

import org.jspecify.annotations.NullMarked;
