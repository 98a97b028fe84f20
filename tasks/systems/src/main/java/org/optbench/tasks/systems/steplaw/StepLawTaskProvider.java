package org.optbench.tasks.systems.steplaw;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.optbench.model.Cost;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.random.Normal;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.Scale;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.Trait;
import org.optbench.tasks.systems.support.ComputedTask;
import org.optbench.tasks.systems.support.ListedTaskProvider;

/** {@code steplaw/<model size>/<tokens>/<exact | noisy | tokens>}: learning rate and batch size of language-model pre-training. */
public final class StepLawTaskProvider extends ListedTaskProvider {

    private static final String LEARNING_RATE = "learning_rate";
    private static final String BATCH_TOKENS = "batch_tokens";
    private static final String SHARE = "tokens_share";
    private static final double NOISE = 0.002;
    private static final double LOWEST_SHARE = 1.0 / 64.0;

    /** For the service loader. */
    public StepLawTaskProvider() {
        super("steplaw", "Learning rate x batch size of language-model pre-training: a convex surface with a plateau at the optimum of the Step law",
                "steplaw/<n60m | n214m | n429m | n1b | n7b>/<d2b | d8b | d20b | d100b | d1t>/<exact | noisy | tokens>");
    }

    private enum Variant {
        EXACT("loss without noise"), NOISY("Gaussian noise of 0.002 on the loss"), TOKENS("fewer tokens as fidelity, which move the optimum");

        private final String summary;

        Variant(String summary) {
            this.summary = summary;
        }
    }

    private enum Model {
        N60M(60e6), N214M(214e6), N429M(429e6), N1B(1e9), N7B(7e9);

        private final double parameters;

        Model(double parameters) {
            this.parameters = parameters;
        }
    }

    private enum Data {
        D2B(2e9), D8B(8e9), D20B(20e9), D100B(100e9), D1T(1e12);

        private final double tokens;

        Data(double tokens) {
            this.tokens = tokens;
        }
    }

    @Override
    protected Stream<Entry> entries() {
        return Arrays.stream(Model.values()).flatMap(model -> Arrays.stream(Data.values())
                .flatMap(data -> Arrays.stream(Variant.values()).map(variant -> entry(model, data, variant))));
    }

    private Entry entry(Model model, Data data, Variant variant) {
        Problem problem = problem(new StepLaw(model.parameters, data.tokens), variant);
        TaskId task = TaskId.of(String.join("/", id(), name(model), name(data), name(variant)));
        TaskDescription description = TaskDescription
                .of(task, "1", name(model).substring(1) + " parameters, " + name(data).substring(1) + " tokens, " + variant.summary, name(model), "ml",
                        problem)
                .withClock(TaskClock.SIMULATED).withTraits(Trait.SIMULATOR)
                .withAttributes(Map.of("parameters", name(model).substring(1), "tokens", name(data).substring(1), "variant", name(variant)));
        return new Entry(description, (listed, _) -> new ComputedTask(listed, problem, evaluation -> evaluate(model, data, variant, evaluation)));
    }

    private static Problem problem(StepLaw law, Variant variant) {
        SearchSpace space = SearchSpace.of(FloatParameter.log(LEARNING_RATE, 1e-5, 0.1), IntParameter.log(BATCH_TOKENS, 1 << 14, 1 << 25));
        Problem problem = Problem.of(space, Objective.minimize("loss").withOptimum(law.lowestLoss())).withNoise(variant == Variant.NOISY)
                .withText("Learning rate and batch size (tokens) of pre-training a language model of " + law.parameters() + " parameters on "
                        + law.tokens() + " tokens, for a low loss in nats a token.");
        return variant == Variant.TOKENS
                ? problem.withFidelities(FidelitySpace
                        .of(new FidelityParameter(SHARE, LOWEST_SHARE, 1.0, false, Scale.LOG, false, FidelityParameter.CostShare.PROPORTIONAL)))
                : problem;
    }

    private static Outcome evaluate(Model model, Data data, Variant variant, Evaluation evaluation) {
        double share = variant == Variant.TOKENS ? evaluation.fidelity().level(SHARE) : 1.0;
        StepLaw law = new StepLaw(model.parameters, share * data.tokens);
        double loss = law.loss(evaluation.configuration().real(LEARNING_RATE), evaluation.configuration().whole(BATCH_TOKENS));
        double noise = variant == Variant.NOISY ? NOISE * Normal.draw(RandomStreams.of(evaluation.seed()).stream("loss")) : 0.0;
        return Outcome.of(List.of(loss + noise), List.of(), Cost.ofSeconds(law.seconds()));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
