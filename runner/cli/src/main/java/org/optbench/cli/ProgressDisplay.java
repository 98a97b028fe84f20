package org.optbench.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.optbench.model.Budget;
import org.optbench.runner.execute.CampaignObserver;
import org.optbench.runner.plan.CampaignPlan;
import org.optbench.runner.plan.PlannedRun;
import org.optbench.runner.run.RunResult;

/** Shows how a campaign goes, with an estimate of the time left: a bar on a terminal, a line now and then elsewhere. */
final class ProgressDisplay implements CampaignObserver, AutoCloseable {

    /** How progress is shown. */
    enum Style {
        AUTO, BAR, LINES, NONE
    }

    private static final long UNITS_PER_RUN = 1000;
    private static final long LINE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Style style;
    private final PrintWriter out;
    private final LongAdder trials = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final AtomicInteger runsDone = new AtomicInteger();
    private final AtomicLong units = new AtomicLong();
    private final Map<String, Long> unitsOfRun = new ConcurrentHashMap<>();
    private final AtomicLong lastShown = new AtomicLong(System.nanoTime());
    private final long start = System.nanoTime();
    private @Nullable ProgressBar bar;
    private int runs;
    private int before;

    private ProgressDisplay(Style style, PrintWriter out) {
        this.style = style;
        this.out = out;
    }

    static ProgressDisplay of(Style style, PrintWriter out) {
        boolean isTerminal = System.console() != null && System.console().isTerminal();
        return new ProgressDisplay(style == Style.AUTO ? isTerminal ? Style.BAR : Style.LINES : style, out);
    }

    @Override
    public void begin(CampaignPlan plan, int done) {
        runs = plan.runs().size();
        before = done;
        if (style == Style.BAR) {
            bar = new ProgressBarBuilder().setTaskName(plan.campaign().name()).setInitialMax(UNITS_PER_RUN * (runs - done)).setUpdateIntervalMillis(250)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK).setMaxRenderedLength(110).hideEta().build();
        }
    }

    @Override
    public void trial(PlannedRun run, int count, double fullEvaluations, OptionalDouble best, boolean failed) {
        trials.increment();
        if (failed) {
            failures.increment();
        }
        advance(run, (long) (UNITS_PER_RUN * Math.min(1, share(run.budget(), count, fullEvaluations))));
        show(false);
    }

    @Override
    public void ended(PlannedRun run, RunResult result) {
        runsDone.incrementAndGet();
        advance(run, UNITS_PER_RUN);
        unitsOfRun.remove(run.key());
        show(false);
    }

    private void advance(PlannedRun run, long now) {
        Long earlier = unitsOfRun.put(run.key(), now);
        units.addAndGet(now - (earlier == null ? 0 : earlier));
    }

    private static double share(Budget budget, int count, double fullEvaluations) {
        double byTrials = budget.trials().isPresent() ? count / (double) budget.trials().getAsLong() : 0;
        double byEvaluations = budget.fullEvaluations().isPresent() ? fullEvaluations / budget.fullEvaluations().getAsDouble() : 0;
        return Math.max(byTrials, byEvaluations);
    }

    private void show(boolean isLast) {
        long now = System.nanoTime();
        long last = lastShown.get();
        long pause = style == Style.BAR ? LINE_NANOS / 20 : LINE_NANOS;
        if (!isLast && (now - last < pause || !lastShown.compareAndSet(last, now))) {
            return;
        }
        String text = (before + runsDone.get()) + "/" + runs + " runs, " + trials.sum() + " trials"
                + (failures.sum() > 0 ? ", " + failures.sum() + " failed" : "") + left(now);
        ProgressBar shown = bar;
        if (shown != null) {
            shown.stepTo(units.get());
            shown.setExtraMessage(" " + text);
        } else if (style == Style.LINES) {
            out.printf("%5.1f %%  %s%n", 100.0 * units.get() / Math.max(1, UNITS_PER_RUN * (runs - before)), text);
            out.flush();
        }
    }

    private String left(long now) {
        long done = units.get();
        long all = UNITS_PER_RUN * (runs - before);
        if (done <= 0 || done >= all) {
            return "";
        }
        Duration left = Duration.ofNanos((long) ((now - start) * ((double) (all - done) / done)));
        return ", about " + (left.toHours() > 0 ? left.toHours() + " h " + left.toMinutesPart() + " min"
                : left.toMinutes() > 0 ? left.toMinutes() + " min " + left.toSecondsPart() + " s" : left.toSeconds() + " s") + " left";
    }

    @Override
    public void close() {
        show(true);
        if (bar != null) {
            bar.close();
        }
    }
}
