package org.optbench.optimizers.evolutionary;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.optbench.model.Budget;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerCatalog;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.optimizer.UsageLedger;

/**
 * CPU time of a suggestion (ask and tell, with the making of configurations) on the 10-dimensional sphere, mean over a run and the least of 20 runs, of each variant on the class path or of
 * those named. Arguments: trials a run, then ids. The function counts too; it takes well below a microsecond. Run with the test class path.
 */
public final class SuggestionSpeed {

    private static final int DIMENSION = 10;
    private static final int WARM_UP = 20;
    private static final int REPEATS = 20;

    private SuggestionSpeed() {
    }

    public static void main(String[] arguments) {
        int trials = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        OptimizerCatalog catalog = new OptimizerCatalog(ServiceLoader.load(OptimizerProvider.class));
        List<String> ids = arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : catalog.variantIds();
        PrintStream out = System.out;
        for (String id : ids) {
            OptimizerVariant variant = catalog.resolve(id, Configuration.empty(), Map.of());
            if (!variant.provider().description().capabilities().refusals(problem(), 1).isEmpty()) {
                continue;
            }
            for (int i = 0; i < WARM_UP; i++) {
                nanosPerTrial(variant, trials, i);
            }
            double micros = IntStream.range(0, REPEATS).mapToDouble(i -> nanosPerTrial(variant, trials, 100 + i)).min().orElseThrow() / 1e3;
            out.printf(Locale.ROOT, "%-32s %10.2f us%n", id, micros);
            out.flush();
        }
    }

    private static Problem problem() {
        return Problem.of(SearchSpace.of(IntStream.range(0, DIMENSION).mapToObj(i -> FloatParameter.linear("x" + i, -5, 5)).toList()),
                Objective.minimize("f"));
    }

    private static double nanosPerTrial(OptimizerVariant variant, int trials, long seed) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        OptimizerContext context = new OptimizerContext(problem(), Budget.ofTrials(trials), 1, variant.settings(), variant.options(), RandomStreams.of(seed),
                UsageLedger.none(), Path.of("target"));
        try (Optimizer optimizer = variant.provider().create(context)) {
            long start = clock.getCurrentThreadCpuTime();
            for (int trial = 0; trial < trials; trial++) {
                if (!(optimizer.ask(AskRequest.one()) instanceof Ask.Suggest suggest)) {
                    return (clock.getCurrentThreadCpuTime() - start) / (double) Math.max(1, trial);
                }
                Suggestion suggestion = suggest.suggestions().getFirst();
                double sum = 0;
                for (var value : suggestion.configuration().active().values()) {
                    double x = ((Value.FloatValue) value).value();
                    sum += (x - 1) * (x - 1);
                }
                optimizer.tell(new Trial(trial, suggestion, trial, Outcome.of(sum), List.of()));
            }
            return (clock.getCurrentThreadCpuTime() - start) / (double) trials;
        }
    }
}
