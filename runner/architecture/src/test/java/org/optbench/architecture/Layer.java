package org.optbench.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts of the platform and what each may use. The arrows point from what changes often to what changes seldom: a task or an optimizer
 * knows the interfaces only, and nothing but the command line knows everything.
 */
enum Layer {

    MODEL("org.optbench.model.."),
    /** Pure functions on arrays: hypervolume and its like. */
    INDICATORS("org.optbench.indicators.."),
    OPTIMIZER_API("org.optbench.optimizer..", MODEL),
    TASKS("org.optbench.tasks..", MODEL),
    /** Gets collections from their publishers; knows no task. */
    DATA("org.optbench.tasks.data..", MODEL),
    /** Contract suites for authors; the one for optimizers rests on the one for tasks. */
    TASK_TESTKIT("org.optbench.tasks.testkit..", MODEL),
    OPTIMIZER_TESTKIT("org.optbench.optimizers.testkit..", TASK_TESTKIT, OPTIMIZER_API, MODEL),
    OPTIMIZERS("org.optbench.optimizers..", OPTIMIZER_API, MODEL, INDICATORS),
    /** Optimizers as tasks; finds both at run time. */
    META("org.optbench.meta..", MODEL, OPTIMIZER_API),
    RESULTS("org.optbench.results..", MODEL),
    /** Exchange of recorded results with other platforms. */
    FORMATS("org.optbench.formats..", RESULTS, MODEL),
    SUBSETS("org.optbench.subsets.."),
    RUNNER("org.optbench.runner..", MODEL, OPTIMIZER_API, RESULTS, INDICATORS),
    ANALYSIS("org.optbench.analysis..", RESULTS, MODEL, INDICATORS, SUBSETS),
    /** A web page over the results of campaigns as they run. */
    LIVE("org.optbench.live..", RESULTS, ANALYSIS, MODEL),
    /** Everything but the providers, which it finds at run time through {@link java.util.ServiceLoader}. */
    CLI("org.optbench.cli..", MODEL, OPTIMIZER_API, RESULTS, RUNNER, ANALYSIS, SUBSETS, INDICATORS, FORMATS, LIVE, DATA, TASK_TESTKIT, OPTIMIZER_TESTKIT),
    /** Runs inside Maven, on an older Java: it starts the command line in a JVM of its own and shares no class with it. */
    MAVEN_PLUGIN("org.optbench.maven..");

    private final String packages;
    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<Layer> uses;

    Layer(String packages, Layer... uses) {
        this.packages = packages;
        this.uses = List.of(uses);
    }

    /** The package pattern of the layer. */
    String packages() {
        return packages;
    }

    /** The package patterns a class of this layer may depend on, its own included. */
    String[] allowed() {
        List<String> allowed = new ArrayList<>(List.of(packages));
        uses.forEach(layer -> allowed.add(layer.packages));
        return allowed.toArray(String[]::new);
    }

    /** The layers whose packages lie inside of those of this layer and that have arrows of their own. */
    String[] inner() {
        String prefix = packages.substring(0, packages.length() - 1);
        return Arrays.stream(values()).filter(layer -> layer != this && layer.packages.startsWith(prefix)).map(Layer::packages).toArray(String[]::new);
    }

    static String[] allPackages() {
        return Stream.concat(Arrays.stream(values()).map(Layer::packages), Stream.of("org.optbench.architecture..")).toArray(String[]::new);
    }
}
