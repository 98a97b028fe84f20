package org.optbench.optimizers.bandits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.optbench.model.Problem;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.support.Score;
import org.optbench.optimizers.bayes.space.Encoding;

/**
 * A network predicts the loss of a configuration in a context; of some candidates the one with the lowest confidence bound is taken, the width of which comes from the
 * derivatives of the network (Zhou, Li and Gu, "Neural Contextual Bandits with UCB-based Exploration", 2020, algorithm 1 with the diagonal of the matrix), or the least
 * draw (Zhang et al., "Neural Thompson Sampling", 2021).
 */
final class NeuralMethod implements ContextualMethod {

    private static final int BATCH = 32;
    private static final int NEIGHBOURS = 100;
    private static final int SAMPLES = 100;
    private static final int BEST = 5;
    private static final double[] SCALES = {0.2, 0.05, 0.01};

    private final Settings settings;
    private final Problem problem;
    private final Encoding encoding;
    private final Optional<SearchSpace> contexts;
    private final RandomGenerator random;
    private final Network network;
    private final double[] precision;
    private final double[] derivatives;
    private final List<Result> history = new ArrayList<>();
    private final Set<Configuration> known = new HashSet<>();
    private final Pending<Result> pending = new Pending<>();
    private double[] targets = new double[0];
    private int trained;

    /**
     * @param hidden      width of the hidden layer
     * @param initial     random trials before the network is asked
     * @param steps       training steps for each suggestion
     * @param exploration weight of the width of the confidence interval, 0 or above
     * @param thompson    whether to draw in place of taking the bound
     */
    record Settings(int hidden, int initial, int steps, double exploration, boolean thompson) {
    }

    private record Result(double[] point, double[] input, Optional<Score> score) {
    }

    NeuralMethod(Problem problem, Settings settings, RandomGenerator random) {
        this.problem = problem;
        this.settings = settings;
        this.random = random;
        this.encoding = new Encoding(problem.space());
        this.contexts = problem.context();
        int inputs = encoding.features() + contexts.map(space -> space.unitCube().width()).orElse(0);
        this.network = new Network(inputs, settings.hidden(), random);
        this.precision = new double[network.size()];
        Arrays.fill(precision, 1);
        this.derivatives = new double[network.size()];
    }

    private double[] input(double[] point, double[] context) {
        double[] features = encoding.features(point);
        double[] input = Arrays.copyOf(features, features.length + context.length);
        System.arraycopy(context, 0, input, features.length, context.length);
        return input;
    }

    @Override
    public Configuration propose(long tag, Optional<Configuration> context) {
        double[] at = contexts.flatMap(space -> context.map(space.unitCube()::encode)).orElse(new double[0]);
        Arrays.setAll(at, i -> Double.isNaN(at[i]) ? 0.5 : at[i]);
        double[] point = tag < settings.initial() || history.isEmpty() ? encoding.sample(random) : chosen(at);
        double[] input = input(point, at);
        network.predict(input, derivatives);
        for (int i = 0; i < precision.length; i++) {
            precision[i] += derivatives[i] * derivatives[i] / settings.hidden();
        }
        pending.put(tag, new Result(point, input, Optional.empty()));
        Configuration configuration = encoding.decode(point);
        known.add(configuration);
        return configuration;
    }

    private double[] chosen(double[] context) {
        train();
        double[] best = encoding.sample(random);
        double least = Double.POSITIVE_INFINITY;
        boolean repeats = problem.noisy() || contexts.isPresent();
        for (double[] candidate : candidates()) {
            double bound = bound(input(candidate, context));
            if (bound < least && (repeats || !known.contains(encoding.decode(candidate)))) {
                least = bound;
                best = candidate;
            }
        }
        return best;
    }

    private List<double[]> candidates() {
        List<double[]> candidates = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            candidates.add(encoding.sample(random));
        }
        List<Result> ranked = history.stream().sorted((a, b) -> a.score().orElseThrow().compareTo(b.score().orElseThrow())).limit(BEST).toList();
        for (int i = 0; i < NEIGHBOURS; i++) {
            double[] centre = ranked.get(i % ranked.size()).point();
            candidates.add(encoding.mutate(centre, i % 2 == 0 ? 1 : 2.0 / encoding.space().dimension(), SCALES[random.nextInt(SCALES.length)], random));
        }
        return candidates;
    }

    private double bound(double[] input) {
        double value = network.predict(input, derivatives);
        double sum = 0;
        for (int i = 0; i < precision.length; i++) {
            sum += derivatives[i] * derivatives[i] / precision[i];
        }
        double width = settings.exploration() * Math.sqrt(sum / settings.hidden());
        return settings.thompson() ? value + width * random.nextGaussian() : value - width;
    }

    private void train() {
        if (history.size() == trained) {
            return;
        }
        if (history.size() < 50 || history.size() % 10 == 0 || targets.length < history.size()) {
            rescale();
        }
        int steps = trained == 0 ? 20 * settings.steps() : settings.steps();
        trained = history.size();
        for (int step = 0; step < steps; step++) {
            int count = Math.min(BATCH, trained);
            double[][] inputs = new double[count][];
            double[] wanted = new double[count];
            for (int k = 0; k < count; k++) {
                int pick = trained <= BATCH ? k : random.nextInt(trained);
                inputs[k] = history.get(pick).input();
                wanted[k] = targets[pick];
            }
            network.step(inputs, wanted, 0.01, 1e-4);
        }
    }

    private void rescale() {
        Compression scale = Compression.of(
                history.stream().map(result -> result.score().orElseThrow()).filter(Score::isFeasible).map(Score::value).toList());
        targets = history.stream().map(result -> result.score().orElseThrow())
                .mapToDouble(score -> score.isFeasible() ? scale.apply(score.value()) : 1).toArray();
    }

    @Override
    public void tell(long tag, Score score) {
        Result result = pending.take(tag);
        history.add(new Result(result.point(), result.input(), Optional.of(score)));
    }
}
