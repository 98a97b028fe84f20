package org.optbench.optimizers.bandits;

import java.util.ArrayList;
import java.util.List;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.SearchSpace;

/** Products of Chebyshev polynomials of the first kind of the coordinates of a context, mapped to [-1, 1]; all products up to a total degree. */
final class ChebyshevFeatures {

    private static final int MOST = 40;

    private final SearchSpace contexts;
    private final List<int[]> degrees = new ArrayList<>();

    /**
     * @param degree total degree, 0 or above; lowered as long as there would be more than 40 products
     */
    ChebyshevFeatures(SearchSpace contexts, int degree) {
        this.contexts = contexts;
        int width = contexts.unitCube().width();
        for (int total = 0; total <= degree; total++) {
            List<int[]> more = new ArrayList<>();
            products(new int[width], 0, total, more);
            if (total > 0 && degrees.size() + more.size() > MOST) {
                break;
            }
            degrees.addAll(more);
        }
    }

    private static void products(int[] prefix, int at, int left, List<int[]> found) {
        if (at == prefix.length - 1) {
            int[] product = prefix.clone();
            product[at] = left;
            found.add(product);
            return;
        }
        for (int d = left; d >= 0; d--) {
            prefix[at] = d;
            products(prefix, at + 1, left - d, found);
        }
        prefix[at] = 0;
    }

    int count() {
        return degrees.size();
    }

    /** The products at a context {@code [count]}, each in [-1, 1]. */
    double[] at(Configuration context) {
        double[] unit = contexts.unitCube().encode(context);
        double[] features = new double[degrees.size()];
        for (int i = 0; i < features.length; i++) {
            features[i] = 1;
            for (int k = 0; k < unit.length; k++) {
                features[i] *= polynomial(degrees.get(i)[k], Double.isNaN(unit[k]) ? 0 : 2 * unit[k] - 1);
            }
        }
        return features;
    }

    /** T_n(x) by the recurrence T_{n+1} = 2 x T_n - T_{n-1}. */
    static double polynomial(int n, double x) {
        double last = 1;
        double current = x;
        if (n == 0) {
            return 1;
        }
        for (int i = 1; i < n; i++) {
            double next = 2 * x * current - last;
            last = current;
            current = next;
        }
        return current;
    }
}
