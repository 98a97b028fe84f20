package org.optbench.optimizers.bayes.gp;

import java.util.Arrays;

/**
 * Which features a kernel sees and which of them share a lengthscale.
 *
 * <p>Every kind of parameter is embedded in Euclidean space, so that one stationary kernel of the distance is positive definite over
 * mixed and conditional spaces: a number is one feature; a category is one feature per choice, {@code 1/sqrt(2)} at the chosen one
 * (squared distance 1 between different choices: the Hamming kernel); an inactive number sits at the middle of its range, lifted
 * by an extra feature; a permutation is its vector of ranks. The features of one parameter share a lengthscale.
 *
 * @param radial correlation function
 * @param group index of the lengthscale of each feature, covering {@code 0 .. groups - 1}
 * @param warpable features in [0, 1] whose input warp may be learned
 */
public record KernelShape(Radial radial, int[] group, boolean[] warpable) {
    /** Validates and copies. */
    public KernelShape {
        group = group.clone();
        warpable = warpable.clone();
        if (group.length == 0 || group.length != warpable.length) {
            throw new IllegalArgumentException("a kernel needs one group and one warp flag for each feature, got " + group.length + " and "
                    + warpable.length + ". Maybe the space has no parameters.");
        }
        boolean[] seen = new boolean[group.length];
        for (int g : group) {
            if (g < 0 || g >= group.length) {
                throw new IllegalArgumentException("group " + g + " is not in [0, " + group.length + "). Maybe groups were numbered from 1.");
            }
            seen[g] = true;
        }
        int groups = Arrays.stream(group).max().orElseThrow() + 1;
        for (int g = 0; g < groups; g++) {
            if (!seen[g]) {
                throw new IllegalArgumentException("group " + g + " has no feature. Maybe groups were not numbered consecutively.");
            }
        }
    }

    /** One lengthscale for each of {@code d} numbers. */
    public static KernelShape ard(Radial radial, int d) {
        int[] group = new int[d];
        Arrays.setAll(group, i -> i);
        boolean[] warpable = new boolean[d];
        Arrays.fill(warpable, true);
        return new KernelShape(radial, group, warpable);
    }

    /** Number of features. */
    public int features() {
        return group.length;
    }

    /** Number of lengthscales. */
    public int groups() {
        return Arrays.stream(group).max().orElseThrow() + 1;
    }
}
