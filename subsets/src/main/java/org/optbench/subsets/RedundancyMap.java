package org.optbench.subsets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which tasks say the same: groups of points that are connected by steps of at most a tolerance in every coordinate.
 *
 * @param tolerance largest difference in a coordinate (0 for identical points only)
 * @param groups groups of at least two points, largest first
 * @param nearest position of the nearest other point of each point (-1 for a single point)
 * @param distance Chebyshev distance to it (infinite for a single point)
 */
public record RedundancyMap(double tolerance, List<Group> groups, int[] nearest, double[] distance) {

    /**
     * Points that are duplicates or nearly so.
     *
     * @param representative the member with the smallest sum of distances to the others
     * @param members positions, increasing
     * @param diameter largest Chebyshev distance of two members
     */
    public record Group(int representative, List<Integer> members, double diameter) {

        /** Copies the members. */
        public Group {
            members = List.copyOf(members);
        }
    }

    /** Copies. */
    public RedundancyMap {
        groups = List.copyOf(groups);
        nearest = nearest.clone();
        distance = distance.clone();
    }

    /** A copy. */
    @Override
    public int[] nearest() {
        return nearest.clone();
    }

    /** A copy. */
    @Override
    public double[] distance() {
        return distance.clone();
    }

    /** The map of a matrix {@code [n][d]}; O(d n^2). */
    public static RedundancyMap of(double[][] points, double tolerance) {
        double[][] x = Points.finite(points);
        if (!(tolerance >= 0.0)) {
            throw new IllegalArgumentException("tolerance is " + tolerance + ": it must not be negative. Maybe 0 for identical points?");
        }
        int n = x.length;
        int[] nearest = new int[n];
        double[] distance = new double[n];
        Arrays.fill(nearest, -1);
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        int[] root = Points.all(n);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                double v = distance(x[i], x[k]);
                if (v < distance[i]) {
                    distance[i] = v;
                    nearest[i] = k;
                }
                if (v < distance[k]) {
                    distance[k] = v;
                    nearest[k] = i;
                }
                if (v <= tolerance) {
                    root[find(root, i)] = find(root, k);
                }
            }
        }
        return new RedundancyMap(tolerance, groups(x, root), nearest, distance);
    }

    private static List<Group> groups(double[][] x, int[] root) {
        List<List<Integer>> members = new ArrayList<>();
        for (int i = 0; i < root.length; i++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < root.length; i++) {
            members.get(find(root, i)).add(i);
        }
        List<Group> groups = new ArrayList<>();
        for (List<Integer> m : members) {
            if (m.size() > 1) {
                double diameter = 0.0;
                int best = m.getFirst();
                double bestSum = Double.POSITIVE_INFINITY;
                for (int a : m) {
                    double sum = 0.0;
                    for (int b : m) {
                        double v = distance(x[a], x[b]);
                        sum += v;
                        diameter = Math.max(diameter, v);
                    }
                    if (sum < bestSum) {
                        bestSum = sum;
                        best = a;
                    }
                }
                groups.add(new Group(best, m, diameter));
            }
        }
        groups.sort((a, b) -> a.members.size() != b.members.size() ? Integer.compare(b.members.size(), a.members.size())
                : Integer.compare(a.members.getFirst(), b.members.getFirst()));
        return groups;
    }

    private static int find(int[] root, int i) {
        int r = i;
        while (root[r] != r) {
            root[r] = root[root[r]];
            r = root[r];
        }
        return r;
    }

    private static double distance(double[] p, double[] q) {
        double v = 0.0;
        for (int j = 0; j < p.length; j++) {
            v = Math.max(v, Math.abs(p[j] - q[j]));
        }
        return v;
    }

    /** Points that could be dropped with a representative of their group kept. */
    public int redundant() {
        return groups.stream().mapToInt(g -> g.members.size() - 1).sum();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof RedundancyMap r && tolerance == r.tolerance && groups.equals(r.groups) && Arrays.equals(nearest, r.nearest)
                && Arrays.equals(distance, r.distance);
    }

    @Override
    public int hashCode() {
        return groups.hashCode() * 31 + Arrays.hashCode(nearest);
    }

    @Override
    public String toString() {
        return "RedundancyMap[tolerance=" + tolerance + ", groups=" + groups.size() + ", redundant=" + redundant() + "]";
    }
}
