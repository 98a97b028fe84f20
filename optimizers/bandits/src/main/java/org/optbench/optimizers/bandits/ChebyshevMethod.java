package org.optbench.optimizers.bandits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.optbench.model.space.Configuration;
import org.optbench.optimizer.support.Score;

/**
 * Inverse gap weighting over losses that a ridge regression on Chebyshev polynomials of the context predicts for each arm (Khodak et al. 2024, algorithm 2). A result
 * also informs neighbouring arms, with a weight that falls with their distance. The scale of the losses is fixed between refits, which come as the history grows by a fifth.
 */
final class ChebyshevMethod implements ContextualMethod {

    private static final double PENALTY = 0.1;
    private static final double GROWTH = 1.2;
    private static final double LEAST_WEIGHT = 0.02;

    private final Arms arms;
    private final ChebyshevFeatures features;
    private final double exploration;
    private final double smoothing;
    private final RandomGenerator random;
    private final List<Result> history = new ArrayList<>();
    private final Pending<Pulled> pending = new Pending<>();
    private Ridge[] models;
    private Compression scale = Compression.of(List.of());
    private int fitted;
    private int round;

    private record Pulled(double[] features, int arm) {
    }

    private record Result(double[] features, int arm, Score score) {
    }

    /**
     * @param exploration multiplies the weight sqrt(K t) of the gap, positive; more exploits more
     * @param smoothing   bandwidth of the weight of neighbouring arms in cells, 0 for none
     */
    ChebyshevMethod(Arms arms, ChebyshevFeatures features, double exploration, double smoothing, RandomGenerator random) {
        this.arms = arms;
        this.features = features;
        this.exploration = exploration;
        this.smoothing = smoothing;
        this.random = random;
        this.models = fresh();
    }

    private Ridge[] fresh() {
        Ridge[] ridges = new Ridge[arms.count()];
        Arrays.setAll(ridges, arm -> new Ridge(features.count(), PENALTY));
        return ridges;
    }

    @Override
    public Configuration propose(long tag, Optional<Configuration> context) {
        double[] at = features.at(context.orElseThrow(() -> new IllegalArgumentException("A step without a context: this bandit needs one.")));
        round++;
        double[] losses = Arrays.stream(models).mapToDouble(model -> model.predict(at)).toArray();
        int arm = Weights.draw(probabilities(losses), random).arm();
        pending.put(tag, new Pulled(at, arm));
        return arms.pull(arm, random);
    }

    /** Inverse gap weighting: 1 / (K + gamma gap) for all but the best arm, which gets the rest. */
    private double[] probabilities(double[] losses) {
        int best = 0;
        for (int arm = 1; arm < losses.length; arm++) {
            best = losses[arm] < losses[best] ? arm : best;
        }
        double gamma = exploration * Math.sqrt(losses.length * (double) round);
        double[] probabilities = new double[losses.length];
        double left = 1;
        for (int arm = 0; arm < losses.length; arm++) {
            if (arm != best) {
                probabilities[arm] = 1 / (losses.length + gamma * (losses[arm] - losses[best]));
                left -= probabilities[arm];
            }
        }
        probabilities[best] = left;
        return probabilities;
    }

    @Override
    public void tell(long tag, Score score) {
        Pulled pulled = pending.take(tag);
        Result result = new Result(pulled.features(), pulled.arm(), score);
        history.add(result);
        if (history.size() >= GROWTH * fitted) {
            fitted = history.size();
            scale = Compression.of(history.stream().map(Result::score).filter(Score::isFeasible).map(Score::value).toList());
            models = fresh();
            history.forEach(this::learn);
        } else {
            learn(result);
        }
    }

    private void learn(Result result) {
        double loss = result.score().isFeasible() ? scale.apply(result.score().value()) : 1;
        for (int arm = 0; arm < models.length; arm++) {
            double distance = arms.distance(arm, result.arm());
            double weight = arm == result.arm() ? 1 : smoothing == 0 ? 0 : StrictMath.exp(-0.5 * distance * distance / (smoothing * smoothing));
            if (weight > LEAST_WEIGHT) {
                models[arm].add(result.features(), loss, weight);
            }
        }
    }
}
