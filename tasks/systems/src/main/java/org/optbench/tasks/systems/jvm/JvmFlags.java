package org.optbench.tasks.systems.jvm;

import java.util.ArrayList;
import java.util.List;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;

/** The flags as a conditional search space, and a configuration as a command line. The defaults are those of HotSpot but for the heap. */
final class JvmFlags {

    /** Name of the parameter with the side of the tiles of the tiled product. */
    static final String TILE = "tile";

    private static final String COLLECTOR = "gc";
    private static final String HEAP = "heap_mb";
    private static final String YOUNG = "young_share";
    private static final String THREADS = "gc_threads";
    private static final String COMPILER = "compiler";
    private static final String THRESHOLDS = "compile_threshold_scale";
    private static final String INLINE = "max_inline_size";
    private static final String INLINE_HOT = "freq_inline_size";
    private static final String UNROLL = "loop_unroll_limit";
    private static final String VECTORS = "superword";
    private static final String ESCAPE = "escape_analysis";
    private static final String HEADERS = "compact_headers";

    private JvmFlags() {
    }

    static SearchSpace space(boolean tiled) {
        Condition optimizing = oneOf(COMPILER, "tiered", "c2");
        SearchSpace.Builder builder = SearchSpace.builder().add(CategoricalParameter.of(COLLECTOR, "g1", "parallel", "serial", "z"))
                .add(IntParameter.log(HEAP, 24, 512).withDefault(256))
                .add(FloatParameter.linear(YOUNG, 0.1, 0.8).withDefault(1.0 / 3.0), oneOf(COLLECTOR, "g1", "parallel", "serial"))
                .add(IntParameter.linear(THREADS, 1, 4).withDefault(2), oneOf(COLLECTOR, "g1", "parallel", "z"))
                .add(CategoricalParameter.of(COMPILER, "tiered", "c1", "c2")).add(FloatParameter.log(THRESHOLDS, 0.05, 10.0).withDefault(1.0))
                .add(IntParameter.linear(INLINE, 5, 100).withDefault(35), optimizing)
                .add(IntParameter.log(INLINE_HOT, 50, 1000).withDefault(325), optimizing)
                .add(IntParameter.linear(UNROLL, 0, 200).withDefault(60), optimizing).add(CategoricalParameter.of(VECTORS, "on", "off"), optimizing)
                .add(CategoricalParameter.of(ESCAPE, "on", "off"), optimizing).add(CategoricalParameter.of(HEADERS, "off", "on"));
        return tiled ? builder.add(IntParameter.log(TILE, 4, 256).withDefault(64)).build() : builder.build();
    }

    /** The options of the launcher. */
    static List<String> options(Configuration configuration) {
        long heap = configuration.whole(HEAP);
        List<String> options = new ArrayList<>(List.of("-Xms" + heap + "m", "-Xmx" + heap + "m", switch (configuration.choice(COLLECTOR)) {
            case "serial" -> "-XX:+UseSerialGC";
            case "parallel" -> "-XX:+UseParallelGC";
            case "z" -> "-XX:+UseZGC";
            default -> "-XX:+UseG1GC";
        }));
        if (configuration.isActive(YOUNG)) {
            options.add("-Xmn" + Math.max(1L, Math.round(heap * configuration.real(YOUNG))) + "m");
        }
        if (configuration.isActive(THREADS)) {
            options.add("-XX:ParallelGCThreads=" + configuration.whole(THREADS));
        }
        switch (configuration.choice(COMPILER)) {
            case "c1" -> options.add("-XX:TieredStopAtLevel=1");
            case "c2" -> options.add("-XX:-TieredCompilation");
            default -> options.add("-XX:+TieredCompilation");
        }
        options.add("-XX:CompileThresholdScaling=" + configuration.real(THRESHOLDS));
        options.add(toggle("UseCompactObjectHeaders", configuration.choice(HEADERS)));
        if (configuration.isActive(INLINE)) {
            options.addAll(List.of("-XX:MaxInlineSize=" + configuration.whole(INLINE), "-XX:FreqInlineSize=" + configuration.whole(INLINE_HOT),
                    "-XX:LoopUnrollLimit=" + configuration.whole(UNROLL), toggle("UseSuperWord", configuration.choice(VECTORS)),
                    toggle("DoEscapeAnalysis", configuration.choice(ESCAPE))));
        }
        return options;
    }

    private static String toggle(String flag, String choice) {
        return "-XX:" + (choice.equals("on") ? '+' : '-') + flag;
    }

    private static Condition oneOf(String parameter, String... choices) {
        return new Condition.OneOf(parameter, List.of(choices).stream().map(Value::of).toList());
    }
}
