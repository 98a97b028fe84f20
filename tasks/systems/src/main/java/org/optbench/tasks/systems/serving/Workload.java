package org.optbench.tasks.systems.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.optbench.model.random.Normal;
import org.optbench.model.random.RandomStreams;

/** Requests with log-normal lengths; gaps between arrivals are exponential, or in bursts. */
enum Workload {
    CHAT(10.0, 180, 1.0, 180, 0.8, false), SUMMARY(3.0, 1800, 0.6, 120, 0.5, false), CODE(4.0, 700, 0.8, 300, 0.7, false),
    /** Chat with gaps from two exponential distributions: nine of ten a quarter as long as the mean, the tenth 7.75 times as long. */
    BURST(10.0, 180, 1.0, 180, 0.8, true);

    private static final int LONGEST_PROMPT = 6144;
    private static final int LONGEST_OUTPUT = 2048;

    private final double rate;
    private final double prompt;
    private final double promptSpread;
    private final double output;
    private final double outputSpread;
    private final boolean bursts;

    Workload(double rate, double prompt, double promptSpread, double output, double outputSpread, boolean bursts) {
        this.rate = rate;
        this.prompt = prompt;
        this.promptSpread = promptSpread;
        this.output = output;
        this.outputSpread = outputSpread;
        this.bursts = bursts;
    }

    /** The first requests of a trace; a longer one begins with the same requests. */
    List<Request> trace(double load, int count, int instance) {
        RandomGenerator random = RandomStreams.of("serving " + id() + " i" + instance).stream("trace");
        List<Request> requests = new ArrayList<>(count);
        double now = 0.0;
        for (int i = 0; i < count; i++) {
            double scale = !bursts ? 1.0 : random.nextDouble() < 0.9 ? 0.25 : 7.75;
            now -= scale * StrictMath.log(1.0 - random.nextDouble()) / (rate * load);
            requests.add(new Request(now, length(random, prompt, promptSpread, LONGEST_PROMPT), length(random, output, outputSpread, LONGEST_OUTPUT)));
        }
        return requests;
    }

    private static int length(RandomGenerator random, double median, double spread, int longest) {
        return (int) Math.clamp(Math.round(median * StrictMath.exp(spread * Normal.draw(random))), 4L, (long) longest);
    }

    /** Tokens of the longest request that a trace may hold. */
    static int longest() {
        return LONGEST_PROMPT + LONGEST_OUTPUT;
    }

    /** The segment of task ids. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
