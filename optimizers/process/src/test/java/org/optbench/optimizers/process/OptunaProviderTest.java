package org.optbench.optimizers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.model.Budget;
import org.optbench.model.Cost;
import org.optbench.model.Feedback;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.UsageLedger;

/** Optuna through the bridge is Optuna alone, trial by trial. */
class OptunaProviderTest {

    private static final int TRIALS = 25;
    private static String python = "";

    @TempDir Path folder;

    @BeforeAll
    static void findOptuna() {
        Optional<String> found = Interpreter.with("optuna", Optional.empty());
        assumeTrue(found.isPresent(), "no Python with optuna (Debian: python3-optuna): the bridge to it cannot be tried");
        python = found.get();
    }

    /** Plain arithmetic, so that Java and Python compute the same to the bit. */
    private record Twin(SearchSpace space, ToDoubleFunction<Configuration> java, String python) {
    }

    private static Twin twin(String name) {
        SearchSpace plane = SearchSpace.of(FloatParameter.linear("x", -5, 5), FloatParameter.linear("y", -5, 5));
        return switch (name) {
            case "sphere" -> new Twin(plane, c -> c.real("x") * c.real("x") + c.real("y") * c.real("y"), """
                    x = trial.suggest_float("x", -5, 5)
                    y = trial.suggest_float("y", -5, 5)
                    return x * x + y * y
                    """);
            case "rosenbrock" -> new Twin(plane, c -> {
                double a = c.real("y") - c.real("x") * c.real("x");
                double b = 1 - c.real("x");
                return 100 * (a * a) + b * b;
            }, """
                    x = trial.suggest_float("x", -5, 5)
                    y = trial.suggest_float("y", -5, 5)
                    a = y - x * x
                    b = 1 - x
                    return 100 * (a * a) + b * b
                    """);
            case "rate" -> new Twin(SearchSpace.of(FloatParameter.log("rate", 1e-5, 1), IntParameter.linear("depth", 1, 12)),
                    c -> (c.real("rate") - 0.01) * (c.real("rate") - 0.01) + (c.whole("depth") - 4) * (c.whole("depth") - 4), """
                            rate = trial.suggest_float("rate", 1e-5, 1, log=True)
                            depth = trial.suggest_int("depth", 1, 12)
                            return (rate - 0.01) * (rate - 0.01) + (depth - 4) * (depth - 4)
                            """);
            case "choice" -> new Twin(SearchSpace.of(CategoricalParameter.of("kind", "a", "b", "c"), FloatParameter.linear("x", 0, 1)),
                    c -> (c.choice("kind").equals("b") ? 0 : 1) + c.real("x"), """
                            kind = trial.suggest_categorical("kind", ["a", "b", "c"])
                            x = trial.suggest_float("x", 0, 1)
                            return (0 if kind == "b" else 1) + x
                            """);
            case "conditional" -> new Twin(SearchSpace.builder().add(CategoricalParameter.of("kind", "linear", "deep"))
                    .add(IntParameter.linear("layers", 1, 9), Condition.equal("kind", "deep")).add(FloatParameter.linear("x", 0, 1)).build(),
                    c -> c.choice("kind").equals("deep") ? (c.whole("layers") - 3) * (c.whole("layers") - 3) + c.real("x") : 2 + c.real("x"), """
                            kind = trial.suggest_categorical("kind", ["linear", "deep"])
                            layers = trial.suggest_int("layers", 1, 9) if kind == "deep" else 0
                            x = trial.suggest_float("x", 0, 1)
                            return (layers - 3) * (layers - 3) + x if kind == "deep" else 2 + x
                            """);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @CsvSource({"sphere, tpe", "rosenbrock, tpe-multivariate", "rate, tpe", "choice, tpe", "conditional, tpe"})
    void equalsOptunaAloneTrialByTrial(String name, String sampler) throws Exception {
        Twin twin = twin(name);
        for (long seed = 1; seed <= 3; seed++) {
            RandomStreams random = RandomStreams.of(seed);
            assertThat(bridged(twin, sampler, random)).as("seed " + seed).containsExactlyElementsOf(alone(twin, sampler, random));
        }
    }

    /** One line a trial: value and parameters in the order of their names. */
    private List<String> bridged(Twin twin, String sampler, RandomStreams random) {
        Problem problem = Problem.of(twin.space, Objective.minimize("value"));
        OptimizerContext context = new OptimizerContext(problem, Budget.ofTrials(TRIALS), 1, Configuration.of(Map.of("sampler", Value.of(sampler))),
                Map.of("timeout_seconds", "120"), random, UsageLedger.none(), folder.resolve("work"));
        List<String> lines = new ArrayList<>();
        try (Optimizer optimizer = new OptunaProvider().create(context)) {
            for (int i = 0; i < TRIALS; i++) {
                Suggestion suggestion = ((Ask.Suggest) optimizer.ask(AskRequest.one())).suggestions().getFirst();
                assertThat(twin.space.violations(suggestion.configuration())).isEmpty();
                double value = twin.java.applyAsDouble(suggestion.configuration());
                optimizer.tell(new Trial(i, suggestion, i, new Outcome.Success(List.of(value), List.of(), Cost.measured(), Feedback.none()), List.of()));
                StringBuilder line = new StringBuilder(Long.toHexString(Double.doubleToLongBits(value)));
                suggestion.configuration().active().forEach((key, v) -> line.append(' ').append(key).append('=').append(switch (v) {
                    case Value.FloatValue(double number) -> Long.toHexString(Double.doubleToLongBits(number));
                    case Value.IntValue(long number) -> Long.toString(number);
                    case Value.ChoiceValue(String choice) -> choice;
                    case Value.PermutationValue permutation -> permutation.json();
                }));
                lines.add(line.toString());
            }
        }
        return lines;
    }

    private List<String> alone(Twin twin, String sampler, RandomStreams random) throws IOException, InterruptedException {
        String maker = sampler.equals("tpe") ? "TPESampler(seed=SEED)" : "TPESampler(seed=SEED, multivariate=True)";
        String script = """
                import struct, optuna
                optuna.logging.set_verbosity(optuna.logging.ERROR)
                def bits(v):
                    return format(struct.unpack(">Q", struct.pack(">d", v))[0], "x")
                def objective(trial):
                %s
                study = optuna.create_study(sampler=optuna.samplers.%s)
                study.optimize(objective, n_trials=%d)
                for t in study.trials:
                    print(bits(t.value), *(k + "=" + (bits(v) if isinstance(v, float) else str(v)) for k, v in sorted(t.params.items())))
                """.formatted(twin.python.indent(4).stripTrailing(), maker.replace("SEED", Long.toString(random.seed("process") & Integer.MAX_VALUE)), TRIALS);
        Path file = Files.writeString(folder.resolve("alone.py"), script);
        Process process = new ProcessBuilder(python, "-W", "ignore", file.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> lines;
        try (var reader = process.inputReader()) {
            lines = reader.lines().toList();
        }
        assertThat(process.waitFor()).isZero();
        return lines;
    }
}
