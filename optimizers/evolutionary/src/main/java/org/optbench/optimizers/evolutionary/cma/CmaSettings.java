package org.optbench.optimizers.evolutionary.cma;

/**
 * How CMA-ES is run.
 *
 * @param sigma      initial step size in units of the unit cube
 * @param population population size of the first run; 0 for 4 + 3 ln n
 * @param active     whether the worst points take part with negative weights
 * @param covariance form of the covariance matrix
 * @param restarts   what happens when a run has converged
 * @param centred    whether the first run starts at the given point; otherwise at random as the later ones do
 */
public record CmaSettings(double sigma, int population, boolean active, Covariance covariance, Restarts restarts, boolean centred) {

    /** Forms of the covariance matrix, from many parameters to few. */
    public enum Covariance {
        /** Any. */
        FULL,
        /** A diagonal and as many directions as seem worth it (VkD; Akimoto and Hansen 2016). */
        RESTRICTED,
        /** A diagonal (sep; Ros and Hansen 2008). */
        DIAGONAL
    }

    /** Restart strategies. */
    public enum Restarts {
        /** Start anew with the same population. */
        SAME,
        /** Double the population (Auger and Hansen 2005). */
        IPOP,
        /** Alternate between doubled large populations and small ones with random small step size (Hansen 2009). */
        BIPOP
    }

    public CmaSettings {
        if (!(sigma > 0) || population < 0 || population == 1) {
            throw new IllegalArgumentException("CMA-ES with sigma " + sigma + " and population " + population
                    + ": sigma must be positive, the population 0 (automatic) or at least 2.");
        }
    }

    /** Active BIPOP-CMA-ES from the given point. */
    public static CmaSettings standard() {
        return new CmaSettings(0.2, 0, true, Covariance.FULL, Restarts.BIPOP, true);
    }

    int populationFor(int n) {
        return population > 0 ? population : 4 + (int) (3 * StrictMath.log(n));
    }
}
