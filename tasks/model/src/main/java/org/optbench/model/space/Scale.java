package org.optbench.model.space;

/** How the range of a number is laid out when it is sampled or encoded in the unit interval. */
public enum Scale {
    /** Equal differences are equal distances. */
    LINEAR,
    /** Equal ratios are equal distances; the lower bound must be positive. */
    LOG
}
