package org.optbench.tasks.synthetic.coco;

import java.util.List;

/**
 * What is said of a BBOB function in listings.
 *
 * @param name its name in the definition
 * @param group one of the five groups of the suite
 */
record BbobInfo(String name, String group) {

    private static final String SEPARABLE = "separable";
    private static final String MODERATE = "moderate";
    private static final String ILL_CONDITIONED = "ill-conditioned";
    private static final String MULTIMODAL = "multimodal";
    private static final String WEAK = "weakly-structured";

    private static final List<BbobInfo> ALL = List.of(new BbobInfo("Sphere", SEPARABLE), new BbobInfo("Ellipsoid separable", SEPARABLE),
            new BbobInfo("Rastrigin separable", SEPARABLE), new BbobInfo("Bueche-Rastrigin", SEPARABLE), new BbobInfo("Linear slope", SEPARABLE),
            new BbobInfo("Attractive sector", MODERATE), new BbobInfo("Step ellipsoid", MODERATE), new BbobInfo("Rosenbrock", MODERATE),
            new BbobInfo("Rosenbrock rotated", MODERATE), new BbobInfo("Ellipsoid rotated", ILL_CONDITIONED), new BbobInfo("Discus", ILL_CONDITIONED),
            new BbobInfo("Bent cigar", ILL_CONDITIONED), new BbobInfo("Sharp ridge", ILL_CONDITIONED),
            new BbobInfo("Different powers", ILL_CONDITIONED), new BbobInfo("Rastrigin rotated", MULTIMODAL),
            new BbobInfo("Weierstrass", MULTIMODAL), new BbobInfo("Schaffers F7, condition 10", MULTIMODAL),
            new BbobInfo("Schaffers F7, condition 1000", MULTIMODAL), new BbobInfo("Griewank-Rosenbrock F8F2", MULTIMODAL),
            new BbobInfo("Schwefel", WEAK), new BbobInfo("Gallagher 101 peaks", WEAK), new BbobInfo("Gallagher 21 peaks", WEAK),
            new BbobInfo("Katsuura", WEAK), new BbobInfo("Lunacek bi-Rastrigin", WEAK));

    static BbobInfo of(int function) {
        return ALL.get(function - 1);
    }
}
