package org.optbench.optimizers.evolutionary.cma;

/**
 * Strategy parameters of CMA-ES for a dimension and a population size, as in Hansen, "The CMA Evolution Strategy: A Tutorial" (arXiv 1604.00772),
 * Table 1, with step-size learning rate (mueff + 2) / (n + mueff + 3). A restricted matrix
 * learns faster the fewer parameters it has.
 *
 * @param lambda  population size
 * @param mu      number of positive weights
 * @param weights one per rank, best first; the first mu sum to 1, the others are negative, or 0 without active update
 * @param muEff   variance-effective selection mass of the positive weights
 * @param cc      learning rate of the evolution path of the covariance
 * @param cs      learning rate of the path of the step size
 * @param c1      learning rate of the rank-one update
 * @param cmu     learning rate of the rank-mu update
 * @param damps   damping of the step size
 */
record CmaParameters(int lambda, int mu, double[] weights, double muEff, double cc, double cs, double c1, double cmu, double damps) {

    static CmaParameters of(int n, int lambda, boolean active, CmaSettings.Covariance covariance, int rank) {
        double[] weights = new double[lambda];
        int mu = lambda / 2;
        double middle = StrictMath.log((lambda + 1) / 2.0);
        for (int i = 0; i < lambda; i++) {
            weights[i] = middle - StrictMath.log(i + 1);
        }
        double muEff = effective(weights, 0, mu);
        boolean restricted = covariance == CmaSettings.Covariance.RESTRICTED;
        double cs = (muEff + 2) / (n + muEff + 3);
        double faster = covariance == CmaSettings.Covariance.DIAGONAL ? (n + 2.0) / 3 : 1; // Ros and Hansen (2008): a diagonal has fewer entries to learn
        double entries = n * (rank + 1.0); // parameters of a restricted matrix (Akimoto and Hansen 2016, equations 13 to 15)
        double c1 = restricted ? 2 / (entries + n + 2 * (rank + 2) + muEff)
                : Math.min(0.5, faster * Math.min(1, lambda / 6.0) * 2 / ((n + 1.3) * (n + 1.3) + muEff));
        double cmu = restricted ? Math.min(1 - c1, 2 * (muEff - 2 + 1 / muEff) / (entries + 4 * (n + rank + 2) + muEff))
                : Math.min(1 - c1, faster * 2 * (0.25 + muEff + 1 / muEff - 2) / ((n + 2.0) * (n + 2.0) + muEff));
        double cc = restricted ? Math.sqrt(c1) : (4 + muEff / n) / (n + 4 + 2 * muEff / n);
        double damps = 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cs;
        normalise(weights, mu, active ? negativeMass(weights, mu, muEff, n, c1, cmu) : 0);
        return new CmaParameters(lambda, mu, weights, muEff, cc, cs, c1, cmu, damps);
    }

    /** Sum that the negative weights may have: equations (50) to (53) of the tutorial. */
    private static double negativeMass(double[] weights, int mu, double muEff, int n, double c1, double cmu) {
        double negativeEff = effective(weights, mu, weights.length);
        double byLearning = 1 + c1 / Math.max(cmu, 1e-300);
        double bySelection = 1 + 2 * negativeEff / (muEff + 2);
        double byDefiniteness = (1 - c1 - cmu) / Math.max(n * cmu, 1e-300);
        return Math.max(0, Math.min(byLearning, Math.min(bySelection, byDefiniteness)));
    }

    private static double effective(double[] weights, int from, int to) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            sum += weights[i];
            squares += weights[i] * weights[i];
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }

    private static void normalise(double[] weights, int mu, double negativeMass) {
        double positive = 0;
        double negative = 0;
        for (int i = 0; i < weights.length; i++) {
            if (i < mu) {
                positive += weights[i];
            } else {
                negative += Math.min(0, weights[i]);
            }
        }
        for (int i = 0; i < weights.length; i++) {
            if (i < mu) {
                weights[i] /= positive;
            } else {
                weights[i] = negative == 0 ? 0 : Math.min(0, weights[i]) * negativeMass / -negative;
            }
        }
    }
}
