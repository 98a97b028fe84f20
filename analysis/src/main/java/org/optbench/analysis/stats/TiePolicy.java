package org.optbench.analysis.stats;

/** Which rank equal values share. */
public enum TiePolicy {
    /** The mean of the ranks they take up, as the tests of this package need: 1, 2.5, 2.5, 4. */
    AVERAGE,
    /** The best of them, as in sports: 1, 2, 2, 4. */
    MINIMUM,
    /** The worst of them: 1, 3, 3, 4. */
    MAXIMUM,
    /** Without gaps: 1, 2, 2, 3. */
    DENSE
}
