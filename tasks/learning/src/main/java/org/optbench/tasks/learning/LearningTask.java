package org.optbench.tasks.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.optbench.model.Cost;
import org.optbench.model.Feedback;
import org.optbench.model.Fidelity;
import org.optbench.model.Measurement;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Verdict;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;
import smile.math.MathEx;

/**
 * Trains and tests on five folds; the first objective is the mean error over the folds: the share of wrong classes, or the root of the mean squared error.
 * Features are standardised by the training rows of each fold. One evaluation uses one thread.
 */
final class LearningTask implements Task {

    private final TaskDescription description;
    private final Problem problem;
    private final LearningId id;
    private final Map<String, Learner> learners = new HashMap<>();
    private final List<Fold> folds = new ArrayList<>();
    private final int classes;

    LearningTask(TaskDescription description, Problem problem, LearningId id, DataSet data) {
        this.description = description;
        this.problem = problem;
        this.id = id;
        id.learners().forEach(learner -> learners.put(learner.id(), learner));
        this.classes = data.classes().size();
        int[] foldOf = data.folds();
        for (int fold = 0; fold < DataSet.FOLDS; fold++) {
            folds.add(Fold.of(data, foldOf, fold));
        }
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public Problem problem() {
        return problem;
    }

    @Override
    public Outcome evaluate(Evaluation evaluation, Progress progress) throws InterruptedException {
        // a pool of one thread: Smile's parallel streams stay inside it, and its random numbers are those of that thread
        try (ForkJoinPool single = new ForkJoinPool(1)) {
            try {
                return single.submit(() -> {
                    MathEx.setSeed(evaluation.seed());
                    return train(evaluation, progress);
                }).get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException("Training failed: " + e.getCause(), e);
            } finally {
                single.shutdownNow();
            }
        }
    }

    private Outcome train(Evaluation evaluation, Progress progress) {
        Chosen chosen = chosen(evaluation.configuration());
        double level = level(chosen, evaluation);
        double share = chosen.learner.fidelity().name().equals("sample") && problem.isMultiFidelity() ? level : 1;
        long before = System.nanoTime();
        List<Model> models = new ArrayList<>();
        for (Fold fold : folds) {
            Fold part = fold.part(share, evaluation.seed());
            models.add(chosen.learner.fit(chosen.configuration, part.trainX(), part.trainTarget(), classes, level, evaluation.seed() + models.size()));
        }
        if (models.getFirst() instanceof Model.Iterative) {
            int epochs = (int) level;
            for (int epoch = 1; epoch <= epochs; epoch++) {
                models.forEach(model -> ((Model.Iterative) model).epoch());
                if (!problem.isMultiFidelity() || epoch == epochs) {
                    continue;
                }
                Fidelity at = Fidelity.of(chosen.learner.fidelity().name(), epoch);
                List<Double> values = values(models, before);
                Verdict verdict = progress.report(new Measurement(at, values, List.of(), OptionalDouble.empty(), new TreeMap<>()));
                if (verdict != Verdict.CONTINUE) {
                    return new Outcome.Interrupted(false, at, values, List.of(), Cost.measured());
                }
            }
        }
        List<Double> values = values(models, before);
        return new Outcome.Success(values, List.of(),
                Cost.measured().with(Map.of("train_seconds", (System.nanoTime() - before) / 1e9, "model_size", size(models))), Feedback.none());
    }

    private double level(Chosen chosen, Evaluation evaluation) {
        String knob = chosen.learner.fidelity().name();
        if (problem.isMultiFidelity()) {
            return evaluation.fidelity().level(knob);
        }
        return chosen.configuration.isActive(knob) ? chosen.configuration.number(knob) : chosen.learner.fidelity().upper();
    }

    private List<Double> values(List<Model> models, long trainingSince) {
        double seconds = (System.nanoTime() - trainingSince) / 1e9;
        double error = 0;
        for (int i = 0; i < models.size(); i++) {
            error += folds.get(i).error(models.get(i), classes) / models.size();
        }
        List<Double> values = new ArrayList<>();
        for (Objective objective : problem.objectives()) {
            values.add(switch (objective.name()) {
                case "seconds" -> seconds;
                case "size" -> size(models);
                default -> error;
            });
        }
        return values;
    }

    private static double size(List<Model> models) {
        return models.stream().mapToLong(Model::size).average().orElse(0);
    }

    /** The learner and its own configuration: the only one, or that selected among all. */
    private Chosen chosen(Configuration configuration) {
        if (!id.isSelection()) {
            return new Chosen(id.learners().getFirst(), configuration);
        }
        String name = configuration.choice(LearningId.SELECTOR);
        Map<String, Value> own = new TreeMap<>();
        configuration.active().forEach((parameter, value) -> {
            if (parameter.startsWith(name + ".")) {
                own.put(parameter.substring(name.length() + 1), value);
            }
        });
        return new Chosen(java.util.Objects.requireNonNull(learners.get(name)), Configuration.of(own));
    }

    private record Chosen(Learner learner, Configuration configuration) {
    }

    /** The rows of one fold; arrays are shared and not to be changed. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Fold(double[][] trainX, double[] trainTarget, double[][] testX, double[] testTarget) {

        static Fold of(DataSet data, int[] foldOf, int fold) {
            int[] train = rows(foldOf, fold, false);
            int[] test = rows(foldOf, fold, true);
            int features = data.features();
            double[] mean = new double[features];
            double[] spread = new double[features];
            for (int j = 0; j < features; j++) {
                for (int i : train) {
                    mean[j] += data.x()[i][j] / train.length;
                }
                for (int i : train) {
                    spread[j] += (data.x()[i][j] - mean[j]) * (data.x()[i][j] - mean[j]) / train.length;
                }
                spread[j] = spread[j] > 0 ? StrictMath.sqrt(spread[j]) : 1;
            }
            return new Fold(standardised(data, train, mean, spread), targets(data, train), standardised(data, test, mean, spread), targets(data, test));
        }

        private static int[] rows(int[] foldOf, int fold, boolean inside) {
            return java.util.stream.IntStream.range(0, foldOf.length).filter(i -> (foldOf[i] == fold) == inside).toArray();
        }

        private static double[][] standardised(DataSet data, int[] rows, double[] mean, double[] spread) {
            double[][] x = new double[rows.length][mean.length];
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    x[i][j] = (data.x()[rows[i]][j] - mean[j]) / spread[j];
                }
            }
            return x;
        }

        private static double[] targets(DataSet data, int[] rows) {
            return java.util.Arrays.stream(rows).mapToDouble(i -> data.target()[i]).toArray();
        }

        /** The fold with a random share of its training rows; of each class at least one stays. */
        Fold part(double share, long seed) {
            if (share >= 1) {
                return this;
            }
            SplittableRandom random = new SplittableRandom(seed);
            Map<Double, Boolean> seen = new HashMap<>();
            List<Integer> kept = new ArrayList<>();
            for (int i = 0; i < trainX.length; i++) {
                boolean isFirst = seen.putIfAbsent(trainTarget[i], true) == null && isClassTarget();
                if (random.nextDouble() < share || isFirst) {
                    kept.add(i);
                }
            }
            double[][] x = kept.stream().map(i -> trainX[i]).toArray(double[][]::new);
            double[] target = kept.stream().mapToDouble(i -> trainTarget[i]).toArray();
            return new Fold(x, target, testX, testTarget);
        }

        private boolean isClassTarget() {
            return java.util.Arrays.stream(trainTarget).allMatch(value -> value == StrictMath.rint(value) && value >= 0 && value < 20);
        }

        double error(Model model, int classes) {
            double[] predicted = model.predict(testX);
            double sum = 0;
            for (int i = 0; i < predicted.length; i++) {
                double difference = predicted[i] - testTarget[i];
                sum += classes > 0 ? difference != 0 ? 1 : 0 : difference * difference;
            }
            double mean = sum / predicted.length;
            return classes > 0 ? mean : StrictMath.sqrt(mean);
        }
    }
}
