package org.optbench.tasks.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import org.optbench.model.FidelityParameter;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.SearchSpace;
import smile.model.mlp.Layer;
import smile.model.mlp.LayerBuilder;
import smile.model.mlp.MultilayerPerceptron;
import smile.model.mlp.OutputFunction;
import smile.util.function.TimeFunction;

/** Multilayer perceptron trained by stochastic gradient descent with momentum; the widths of its later layers are conditional. */
final class NetworkLearner implements Learner {

    @Override
    public String id() {
        return "mlp";
    }

    @Override
    public String about() {
        return "multilayer perceptron";
    }

    @Override
    public boolean handles(DataSets.Info data) {
        return true;
    }

    @Override
    public SearchSpace space(DataSets.Info data) {
        return SearchSpace.builder().add(IntParameter.linear("layers", 1, 3).withDefault(1)).add(IntParameter.log("units1", 4, 128).withDefault(32))
                .add(IntParameter.log("units2", 4, 128).withDefault(16), Condition.greaterThan("layers", 1))
                .add(IntParameter.log("units3", 4, 64).withDefault(8), Condition.greaterThan("layers", 2))
                .add(CategoricalParameter.of("activation", "rectifier", "tanh", "sigmoid"))
                .add(FloatParameter.log("learning_rate", 1e-4, 0.5).withDefault(0.01))
                .add(FloatParameter.linear("momentum", 0, 0.95).withDefault(0.5)).add(FloatParameter.log("weight_decay", 1e-8, 1e-2).withDefault(1e-6))
                .build();
    }

    @Override
    public FidelityParameter fidelity() {
        return FidelityParameter.steps("epochs", 1, 27);
    }

    @Override
    public List<Parameter> inPlaceOfFidelity() {
        return List.of(IntParameter.log("epochs", 3, 27).withDefault(15));
    }

    @Override
    public boolean isStochastic() {
        return true;
    }

    @Override
    public boolean needsBlas() {
        return true;
    }

    @Override
    public Model fit(Configuration configuration, double[][] x, double[] target, int classes, double level, long seed) {
        return new Network(configuration, x, target, classes, seed);
    }

    /** A network on its way through the epochs. */
    private static final class Network implements Model.Iterative {

        private final SplittableRandom random;
        private final int[] order;
        private final long size;
        private final IntConsumer update;
        private final ToDoubleFunction<double[]> predictor;

        Network(Configuration configuration, double[][] x, double[] target, int classes, long seed) {
            this.random = new SplittableRandom(seed);
            this.order = new int[x.length];
            Arrays.setAll(order, i -> i);
            boolean isRegression = classes == 0;
            double mean = isRegression ? Arrays.stream(target).average().orElse(0) : 0;
            double spread = isRegression ? StrictMath.sqrt(Arrays.stream(target).map(value -> (value - mean) * (value - mean)).average().orElse(1)) : 1;
            List<LayerBuilder> layers = new ArrayList<>();
            layers.add(Layer.input(x[0].length));
            long weights = 0;
            int width = x[0].length;
            for (int i = 1; i <= configuration.whole("layers"); i++) {
                int units = (int) configuration.whole("units" + i);
                layers.add(switch (configuration.choice("activation")) {
                    case "rectifier" -> Layer.rectifier(units);
                    case "tanh" -> Layer.tanh(units);
                    default -> Layer.sigmoid(units);
                });
                weights += (width + 1L) * units;
                width = units;
            }
            int outputs = isRegression ? 1 : classes == 2 ? 1 : classes;
            this.size = weights + (width + 1L) * outputs;
            layers.add(isRegression ? Layer.mse(1, OutputFunction.LINEAR)
                    : Layer.mle(outputs, outputs == 1 ? OutputFunction.SIGMOID : OutputFunction.SOFTMAX));
            LayerBuilder[] builders = layers.toArray(LayerBuilder[]::new);
            MultilayerPerceptron network;
            if (isRegression) {
                var regressor = new smile.regression.MLP(builders);
                update = i -> regressor.update(x[i], (target[i] - mean) / spread);
                predictor = row -> mean + spread * regressor.predict(row);
                network = regressor;
            } else {
                var classifier = new smile.classification.MLP(builders);
                update = i -> classifier.update(x[i], (int) target[i]);
                predictor = classifier::predict;
                network = classifier;
            }
            network.setLearningRate(TimeFunction.constant(configuration.real("learning_rate")));
            network.setMomentum(TimeFunction.constant(configuration.real("momentum")));
            network.setWeightDecay(configuration.real("weight_decay"));
        }

        @Override
        public void epoch() {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swap = order[i];
                order[i] = order[j];
                order[j] = swap;
            }
            for (int i : order) {
                update.accept(i);
            }
        }

        @Override
        public double[] predict(double[][] rows) {
            return Frames.predictRows(rows, predictor);
        }

        @Override
        public long size() {
            return size;
        }
    }
}
