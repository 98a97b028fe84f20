package org.optbench.optimizers.multifidelity;

import java.util.random.RandomGenerator;
import org.optbench.model.Problem;
import org.optbench.model.space.Configuration;
import org.optbench.optimizers.bayes.space.Encoding;

/** What proposers with a model share: the data, and random proposals until there are enough of them and now and then later. */
abstract class ModelProposer implements Proposer {

    private static final int FRESH_TRIES = 100;

    final Problem problem;
    final Ladder ladder;
    final Encoding encoding;
    final Observations observations;
    final RandomGenerator random;
    private final Known known;
    private final double randomPart;

    /** @param randomPart probability of a random proposal in place of the model's */
    ModelProposer(Problem problem, Ladder ladder, double randomPart, RandomGenerator random) {
        this.problem = problem;
        this.ladder = ladder;
        this.encoding = new Encoding(problem.space());
        this.observations = new Observations(ladder.size());
        this.known = new Known(problem.space());
        this.randomPart = randomPart;
        this.random = random;
    }

    /** Whether there are enough results for the model. */
    abstract boolean hasModel();

    /** The point that the model proposes. */
    abstract double[] suggest(int level);

    @Override
    public final Configuration propose(int level, int bracket) {
        boolean isRandom = random.nextDouble() < randomPart || !hasModel();
        double[] point = isRandom ? encoding.sample(random) : suggest(level);
        for (int i = 0; i < FRESH_TRIES && !isAllowed(point); i++) {
            point = i < FRESH_TRIES / 2 ? encoding.mutate(point, 0.3, 0.1, random) : encoding.sample(random);
        }
        return known.add(encoding.decode(point));
    }

    /** Whether a point was not proposed before. */
    final boolean isAllowed(double[] point) {
        return !known.contains(encoding.decode(point));
    }

    @Override
    public void started(Job job) {
        observations.started(job);
    }

    @Override
    public void observed(Candidate candidate, int level, Merit merit) {
        observations.add(candidate, level, merit);
    }

    @Override
    public void ended(Job job) {
        observations.ended(job);
    }
}
