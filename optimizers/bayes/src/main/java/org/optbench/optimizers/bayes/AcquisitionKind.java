package org.optbench.optimizers.bayes;

/** How the Gaussian-process optimizer chooses the next point. */
enum AcquisitionKind {
    /** Logarithm of expected improvement. */
    LOG_EI,
    /** Expected improvement. */
    EI,
    /** Probability of improvement. */
    PI,
    /** Confidence bound. */
    UCB,
    /** Expected improvement on an uncertain incumbent, for noisy objectives. */
    NOISY_EI,
    /** Knowledge gradient over the best known points. */
    KNOWLEDGE_GRADIENT,
    /** The best point of a sample of the posterior. */
    THOMPSON
}
