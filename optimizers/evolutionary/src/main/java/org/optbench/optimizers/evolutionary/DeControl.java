package org.optbench.optimizers.evolutionary;

/** How differential evolution chooses the parameters of each trial vector and learns from success. */
interface DeControl {

    /** Scale factor and crossover rate of one trial vector. */
    record Draw(double f, double cr) {
    }

    /** Ways to make a mutant. */
    enum Mutation {
        /** rand/1: a random member and one difference. */
        RAND,
        /** best/1: the best member and one difference. */
        BEST,
        /** current-to-pbest/1: the target, moved towards one of the best, and one difference. */
        CURRENT_TO_PBEST
    }

    Mutation mutation();

    /** Share of the population that pbest is drawn from. */
    double greed();

    /** Size of the archive of replaced members over that of the population; 0 for none. */
    double archiveRate();

    Draw draw();

    /** A trial vector was strictly better than its target, by that much; 1 when the amount is not known. */
    void success(Draw draw, double gain);

    /** As many trials were told as the population has members. */
    void endGeneration();

    /** Members to keep, of those there were at first, after that many evaluations. */
    int populationSize(int initial, long evaluations);
}
