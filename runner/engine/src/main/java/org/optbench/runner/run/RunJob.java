package org.optbench.runner.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskCatalog;
import org.optbench.model.task.TaskContext;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.results.RunEvent;
import org.optbench.results.RunWriter;
import org.optbench.runner.plan.PlannedRun;

/**
 * One run from the opening of its task to its result. All its calls into plug-ins are watched: when one does not come back, its thread is given up and
 * {@code takeover} is told to go on elsewhere.
 */
public final class RunJob implements AutoCloseable {

    private final PlannedRun plan;
    private final TaskCatalog tasks;
    private final TaskContext context;
    private final RunWriter writer;
    private final List<RunEvent> history;
    private final BooleanSupplier shouldStop;
    private final RunObserver observer;
    private final Watchdog.Post post;
    private final RetryPolicy retries;
    private final Consumer<Runnable> takeover;
    private final Map<String, Double> usage = new ConcurrentHashMap<>();
    private @Nullable Task task;
    private @Nullable Optimizer optimizer;
    private @Nullable RunLoop loop;

    /**
     * @param context    task context whose work folder belongs to this run
     * @param retries    of trials that fail
     * @param takeover   given what must be done first, goes on with {@link #drive} on the thread it is called on
     */
    public RunJob(PlannedRun plan, TaskCatalog tasks, TaskContext context, RunWriter writer, List<RunEvent> history, BooleanSupplier shouldStop,
            RunObserver observer, Watchdog watchdog, RetryPolicy retries, Consumer<Runnable> takeover) {
        this.plan = plan;
        this.tasks = tasks;
        this.context = context;
        this.writer = writer;
        this.history = history;
        this.shouldStop = shouldStop;
        this.observer = observer;
        this.post = watchdog.post();
        this.retries = retries;
        this.takeover = takeover;
    }

    public PlannedRun plan() {
        return plan;
    }

    /**
     * Runs to the end, from wherever it stands.
     *
     * @return how it ended; FAILED with the reason when the optimizer or the task broke
     * @throws org.optbench.results.StoreException when results cannot be recorded
     * @throws ThreadGivenUpException when this thread has been given up and must end without doing anything else
     */
    public RunResult drive() {
        try {
            if (loop == null) {
                open();
            }
            RunResult result = java.util.Objects.requireNonNull(loop).drive();
            recordUsage();
            return result;
        } catch (Abandoned e) {
            throw new ThreadGivenUpException(e);
        } catch (RunFailure e) {
            recordUsage();
            return failed(e);
        }
    }

    private void open() {
        observer.started(plan);
        int call = post.begin(limit(plan.trialTimeLimit()), hung("The task", "its opening"));
        Task opened;
        try {
            opened = tasks.open(plan.task().id(), context);
        } catch (RuntimeException | LinkageError e) {
            post.end(call);
            throw new RunFailure("The task cannot be opened: " + e.getMessage(), e, true);
        }
        task = opened;
        post.end(call);
        call = post.begin(plan.askTimeLimit(), hung("The optimizer", "its creation"));
        Optimizer made;
        try {
            made = plan.variant().provider().create(new OptimizerContext(opened.problem(), plan.budget(), plan.workers().count(),
                    plan.variant().settings(), plan.variant().options(), RandomStreams.of(plan.streamKey()), this::spend, context.workFolder()));
        } catch (RuntimeException | LinkageError e) {
            post.end(call);
            throw new RunFailure("The optimizer cannot be made: " + e, e);
        }
        optimizer = made;
        post.end(call);
        RunContext run = new RunContext(plan, opened, made, history, writer, shouldStop, context.workFolder(), observer, retries);
        RunCore core = new RunCore(run);
        loop = plan.workers().count() == 1 || InlineLoop.isSimulated(run) ? new InlineLoop(core, post, takeover) : new ThreadedLoop(core, post, takeover);
    }

    private static Duration limit(Duration trial) {
        Duration least = Duration.ofMinutes(5); // opening may load large data, which a short limit of a trial does not foresee
        return trial.compareTo(least) < 0 ? least : trial;
    }

    private void spend(String resource, double amount) {
        usage.merge(resource, amount, Double::sum);
    }

    private void recordUsage() {
        if (!usage.isEmpty()) {
            writer.usage(Map.copyOf(usage));
        }
    }

    private Watchdog.Takeover hung(String who, String where) {
        return () -> takeover.accept(() -> {
            throw new RunFailure(who + " did not return from " + where + " in time.", null);
        });
    }

    private static RunResult failed(RunFailure reason) {
        return new RunResult(RunResult.End.FAILED, String.valueOf(reason.getMessage()), 0, 0, 0, 0, java.util.OptionalDouble.empty(), reason.mayPass());
    }

    /** Turns what a takeover was asked to do first into a result when it fails. */
    public RunResult driveAfter(Runnable first) {
        try {
            first.run();
        } catch (RunFailure e) {
            return failed(e);
        }
        return drive();
    }

    /** The work folder of the run. */
    public Path workFolder() {
        return context.workFolder();
    }

    @Override
    public void close() {
        post.close();
        closeQuietly(optimizer);
        closeQuietly(task);
    }

    private static void closeQuietly(@Nullable AutoCloseable closeable) {
        try {
            if (closeable != null) {
                closeable.close();
            }
        } catch (Exception | LinkageError _) {
            // the run is recorded; a plug-in that cannot close costs nothing more
        }
    }
}
