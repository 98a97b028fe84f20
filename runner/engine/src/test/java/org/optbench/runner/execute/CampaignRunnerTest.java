package org.optbench.runner.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Outcome;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskCatalog;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskProvider;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.OptimizerCatalog;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.results.Provenance;
import org.optbench.results.ResultStore;
import org.optbench.results.ResultStores;
import org.optbench.results.RunQuery;
import org.optbench.results.RunStatus;
import org.optbench.results.RunView;
import org.optbench.results.StoreOptions;
import org.optbench.results.TrialRecord;
import org.optbench.runner.campaign.Amount;
import org.optbench.runner.campaign.BudgetSpec;
import org.optbench.runner.campaign.CampaignSpec;
import org.optbench.runner.campaign.OptimizerSpec;
import org.optbench.runner.campaign.SeedSpec;
import org.optbench.runner.campaign.Simulation;
import org.optbench.runner.campaign.TaskSpec;
import org.optbench.runner.campaign.WorkerSpec;
import org.optbench.runner.plan.CampaignPlan;
import org.optbench.runner.plan.Planner;
import org.optbench.runner.plan.TaskLists;
import org.optbench.runner.run.RetryPolicy;

class CampaignRunnerTest {

    private static final OptimizerProvider CHAINED = Fakes.optimizer("chained", Fakes.Chained::new);

    private static final Provenance PROVENANCE = ProvenanceFacts.collect();

    @TempDir private Path folder;

    @Test
    void recordsEveryTrialOfEveryRun() {
        Task sphere = Fakes.task("sphere", Fakes.SPHERE, TaskClock.WALL, Fakes::good);
        try (ResultStore store = store("a")) {
            CampaignResult result =
                    run(store, plan(WorkerSpec.single(), 3, 20, List.of(CHAINED), sphere), catalog(sphere), 2, new AtomicInteger(Integer.MAX_VALUE));
            assertThat(result.isComplete()).isTrue();
            List<RunView> runs = store.reader().runs(RunQuery.all());
            assertThat(runs).hasSize(3).allSatisfy(run -> {
                assertThat(run.status()).isEqualTo(RunStatus.DONE);
                assertThat(store.reader().trials(run.run().key())).hasSize(20);
                assertThat(run.summary().orElseThrow().ending()).isEqualTo("budget");
            });
            RunView first = runs.getFirst();
            double best = store.reader().trials(first.run().key()).stream().mapToDouble(trial -> trial.objectives()[0]).min().orElseThrow();
            assertThat(store.reader().targetHits(first.run().key()).size())
                    .isEqualTo((int) List.of(10.0, 1.0, 0.1).stream().filter(target -> best <= target).count());
        }
    }

    @Test
    void theNumberOfThreadsDoesNotChangeTheTrials() {
        Task sphere = Fakes.task("sphere", Fakes.SPHERE, TaskClock.WALL, Fakes::good);
        assertThat(trialsOf("one", WorkerSpec.single(), sphere, 8, 1)).isEqualTo(trialsOf("eight", WorkerSpec.single(), sphere, 8, 8));
    }

    @ParameterizedTest
    @EnumSource(WorkerSpec.Mode.class)
    void simulatedWorkersGiveTheSameTrialsEveryTime(WorkerSpec.Mode mode) {
        Task curve = Fakes.task("curve", Fakes.CURVE, TaskClock.SIMULATED, Fakes::curve);
        WorkerSpec workers = new WorkerSpec(4, mode, WorkerSpec.Clock.TASK, false);
        List<String> first = trialsOf("first" + mode, workers, curve, 3, 1);
        assertThat(first).isEqualTo(trialsOf("second" + mode, workers, curve, 3, 3));
        assertThat(first).anyMatch(trial -> trial.contains("STOPPED"));
    }

    @Test
    void simulatedTimeOrdersTheResults() {
        Task curve = Fakes.task("curve", Fakes.CURVE, TaskClock.SIMULATED, Fakes::curve);
        try (ResultStore store = store("order")) {
            run(store, plan(new WorkerSpec(4, WorkerSpec.Mode.ASYNCHRONOUS, WorkerSpec.Clock.TASK, false), 1, 30, List.of(CHAINED), curve), catalog(curve), 1,
                    new AtomicInteger(Integer.MAX_VALUE));
            RunView run = store.reader().runs(RunQuery.all()).getFirst();
            List<TrialRecord> told = new ArrayList<>(store.reader().trials(run.run().key()));
            told.sort(java.util.Comparator.comparingInt(TrialRecord::sequence));
            double last = 0;
            for (TrialRecord trial : told) {
                assertThat(trial.clock().finish()).isGreaterThanOrEqualTo(last);
                last = trial.clock().finish();
            }
            assertThat(told).extracting(trial -> trial.clock().worker()).contains(0, 1, 2, 3);
            assertThat(told).extracting(TrialRecord::index).isNotEqualTo(told.stream().map(TrialRecord::index).sorted().toList());
            assertThat(told).anyMatch(trial -> trial.clock().staleness() > 0);
        }
    }

    /** Stopped after every possible number of trials and gone on with: the trials are those of an undisturbed run. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aStoppedRunGoesOnAsIfNothingHadHappened(int workers) {
        Task curve = Fakes.task("curve", Fakes.CURVE, TaskClock.SIMULATED, Fakes::curve);
        WorkerSpec spec = new WorkerSpec(workers, WorkerSpec.Mode.ASYNCHRONOUS, WorkerSpec.Clock.TASK, false);
        List<String> undisturbed = trialsOf("undisturbed" + workers, spec, curve, 1, 1);
        for (int stop = 1; stop < 40; stop += 6) {
            CampaignPlan plan = plan(spec, 1, 20, List.of(CHAINED), curve);
            try (ResultStore store = store("stopped" + workers + "at" + stop)) {
                CampaignResult first = run(store, plan, catalog(curve), 1, new AtomicInteger(stop));
                CampaignResult second = run(store, plan, catalog(curve), 1, new AtomicInteger(Integer.MAX_VALUE));
                assertThat(first.left() + first.finished()).isEqualTo(1);
                assertThat(second.left()).isZero();
                assertThat(trials(store)).as("stopped at %d", stop).isEqualTo(undisturbed);
            }
        }
    }

    private static final Simulation ROUGH = new Simulation(List.of(1.0, 0.5, 2.0), new Simulation.Stragglers(0.2, 5), new Simulation.Failures(0.15, 10));

    @ParameterizedTest
    @EnumSource(WorkerSpec.Mode.class)
    void simulatedWorkersDifferFailAndStraggleTheSameEveryTime(WorkerSpec.Mode mode) {
        Task curve = Fakes.task("curve", Fakes.CURVE, TaskClock.SIMULATED, Fakes::curve);
        WorkerSpec workers = new WorkerSpec(3, mode, WorkerSpec.Clock.TASK, false, ROUGH);
        List<String> first = trialsOf("rough" + mode, workers, curve, 3, 1);
        assertThat(first).isEqualTo(trialsOf("roughAgain" + mode, workers, curve, 3, 3)).anyMatch(trial -> trial.contains(" FAILED "))
                .anyMatch(trial -> trial.contains("STOPPED"));
        assertThat(first).isNotEqualTo(trialsOf("ideal" + mode, new WorkerSpec(3, mode, WorkerSpec.Clock.TASK, false), curve, 3, 1));
        List<String> undisturbed = trialsOf("roughWhole" + mode, workers, curve, 1, 1);
        for (int stop = 1; stop < 40; stop += 9) {
            CampaignPlan plan = plan(workers, 1, 20, List.of(CHAINED), curve);
            try (ResultStore store = store("roughStopped" + mode + stop)) {
                run(store, plan, catalog(curve), 1, new AtomicInteger(stop));
                run(store, plan, catalog(curve), 1, new AtomicInteger(Integer.MAX_VALUE));
                assertThat(trials(store)).as("stopped at %d", stop).isEqualTo(undisturbed);
            }
        }
    }

    /** A trial takes as long as its worker's speed and its luck say; a lost one ends early, and its worker is down for a while. */
    @Test
    void simulatedWorkersFollowTheirModel() {
        Task unit = Fakes.task("unit", Fakes.SPHERE, TaskClock.SIMULATED, (evaluation, progress) -> Outcome.of(List.of(Fakes.sphere(evaluation)), List.of(),
                Cost.ofSeconds(8)));
        try (ResultStore store = store("model")) {
            run(store, plan(new WorkerSpec(3, WorkerSpec.Mode.ASYNCHRONOUS, WorkerSpec.Clock.TASK, false, ROUGH), 1, 400, List.of(CHAINED), unit),
                    catalog(unit), 1,
                    new AtomicInteger(Integer.MAX_VALUE));
            List<TrialRecord> trials = store.reader().trials(store.reader().runs(RunQuery.all()).getFirst().run().key());
            double[] speed = {1, 0.5, 2};
            double[] free = new double[3];
            int lost = 0;
            int slow = 0;
            for (TrialRecord trial : trials.stream().sorted(java.util.Comparator.comparingDouble(one -> one.clock().start())).toList()) {
                int worker = trial.clock().worker();
                double usual = 8 / speed[worker];
                double seconds = trial.clock().finish() - trial.clock().start();
                assertThat(trial.clock().start()).isGreaterThanOrEqualTo(free[worker]);
                boolean isLost = trial.failure().equals(Optional.of(FailureKind.LOST));
                if (isLost) {
                    lost++;
                    assertThat(seconds).isLessThan(5 * usual);
                } else {
                    slow += seconds > 1.5 * usual ? 1 : 0;
                    assertThat(seconds / usual).satisfiesAnyOf(ratio -> assertThat(ratio).isCloseTo(1, within(1e-9)),
                            ratio -> assertThat(ratio).isCloseTo(5, within(1e-9)));
                }
                free[worker] = trial.clock().finish() + (isLost ? 10 : 0) - 1e-9;
            }
            // 400 trials: 60 lost and 68 of the others slow on average, standard deviations 7.1 and 7.5; fixed seeds, bounds at four of them
            assertThat(lost).isBetween(32, 88);
            assertThat(slow).isBetween(38, 98);
        }
    }

    /** A trial that lacked something of the machine is evaluated again, one that failed by itself is not; the number of retries is recorded. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void retriesFollowThePolicy(int workers) {
        java.util.Map<Integer, AtomicInteger> tries = new java.util.concurrent.ConcurrentHashMap<>();
        Task flaky = Fakes.task("flaky", Fakes.SPHERE, TaskClock.WALL, (evaluation, progress) -> {
            int tried = tries.computeIfAbsent(evaluation.trial(), trial -> new AtomicInteger()).incrementAndGet();
            return switch (evaluation.trial() % 4) {
                case 0 -> tried < 3 ? Outcome.failure(FailureKind.UNAVAILABLE, "no device") : Fakes.good(evaluation, progress);
                case 1 -> Outcome.failure(FailureKind.LOST, "for ever");
                case 2 -> throw new IllegalStateException("broken on purpose");
                default -> Fakes.good(evaluation, progress);
            };
        });
        try (ResultStore store = store("flaky" + workers)) {
            CampaignPlan plan = plan(new WorkerSpec(workers, WorkerSpec.Mode.ASYNCHRONOUS, WorkerSpec.Clock.TASK, false), 1, 8, List.of(CHAINED), flaky);
            RunOptions options = options(1).withRetries(RetryPolicy.standard().withFirstPause(Duration.ofMillis(1)));
            new CampaignRunner(catalog(flaky), store, options, CampaignObserver.none(), () -> false, PROVENANCE).execute(plan, "test");
            List<TrialRecord> trials = store.reader().trials(store.reader().runs(RunQuery.all()).getFirst().run().key());
            for (TrialRecord trial : trials) {
                assertThat(trial.retries()).as("trial %d", trial.index()).isEqualTo(trial.index() % 4 < 2 ? 2 : 0);
                assertThat(trial.failure().isPresent()).isEqualTo(trial.index() % 4 == 1 || trial.index() % 4 == 2);
            }
            assertThat(tries.get(2).get()).isEqualTo(1);
        }
    }

    /** A task that cannot be opened is tried again and then set aside with the reason; what is set aside is told and can be opened again. */
    @Test
    void aRunThatCannotBeginIsSetAsideAndCanBeTriedAgain() {
        Task sphere = Fakes.task("sphere", Fakes.SPHERE, TaskClock.WALL, Fakes::good);
        AtomicInteger opened = new AtomicInteger();
        CampaignPlan plan = plan(WorkerSpec.single(), 1, 5, List.of(CHAINED), sphere);
        TaskProvider usual = Fakes.tasks(sphere);
        TaskCatalog broken = new TaskCatalog(List.of(Fakes.opening(usual, () -> {
            if (opened.incrementAndGet() <= 3) {
                throw new IllegalStateException("no data yet");
            }
        })), List.of());
        try (ResultStore store = store("opening")) {
            CampaignResult first = run(store, plan, broken, 1, new AtomicInteger(Integer.MAX_VALUE));
            assertThat(first.failed()).singleElement().satisfies(run -> assertThat(run.reason()).contains("no data yet"));
            assertThat(opened).hasValue(3);
            assertThat(store.reader().attempts(store.reader().runs(RunQuery.all()).getFirst().run().key())).hasSize(3);
            assertThat(run(store, plan, broken, 1, new AtomicInteger(Integer.MAX_VALUE)).failed()).hasSize(1);
            assertThat(store.reopenPoisoned("test")).isEqualTo(1);
            assertThat(run(store, plan, broken, 1, new AtomicInteger(Integer.MAX_VALUE)).isComplete()).isTrue();
        }
    }

    /** Several executions of one campaign at once share its runs and end together; the trials are those of one. */
    @Test
    void sharedExecutionsDivideTheRuns() throws Exception {
        Task sphere = Fakes.task("sphere", Fakes.SPHERE, TaskClock.WALL, Fakes::good);
        List<String> alone = trialsOf("alone", WorkerSpec.single(), sphere, 12, 2);
        CampaignPlan plan = plan(WorkerSpec.single(), 12, 20, List.of(CHAINED), sphere);
        try (ResultStore store = store("shared")) {
            // runs of an earlier revision of the campaign, which the plan does not know, are nobody's
            new CampaignRunner(catalog(sphere), store, options(1), CampaignObserver.none(), () -> false, PROVENANCE)
                    .register(plan(WorkerSpec.single(), 1, 3, List.of(CHAINED), sphere), "earlier");
            new CampaignRunner(catalog(sphere), store, options(1), CampaignObserver.none(), () -> false, PROVENANCE).register(plan, "test");
            List<java.util.concurrent.CompletableFuture<CampaignResult>> results = new ArrayList<>();
            for (int worker = 0; worker < 3; worker++) {
                CampaignRunner runner = new CampaignRunner(catalog(sphere), store, options(2).shared(), CampaignObserver.none(), () -> false, PROVENANCE);
                results.add(java.util.concurrent.CompletableFuture.supplyAsync(() -> runner.executeRegistered(plan)));
            }
            int finished = 0;
            for (var result : results) {
                assertThat(result.get().left()).isZero();
                finished += result.get().finished();
            }
            assertThat(finished).isEqualTo(12);
            assertThat(store.reader().progress("test").open()).isEqualTo(1);
            assertThat(trials(store)).isEqualTo(alone);
        }
    }

    @Test
    void aBadTaskCostsItsOwnTrials() {
        Task bad = Fakes.task("bad", Fakes.SPHERE, TaskClock.WALL, (evaluation, progress) -> switch (evaluation.trial() % 6) {
            case 0 -> throw new IllegalStateException("broken on purpose");
            case 1 -> Outcome.of(Double.NaN);
            case 2 -> Outcome.of(List.of(1.0, 2.0));
            case 3 -> throw new StackOverflowError();
            case 4 -> Outcome.of(Double.NEGATIVE_INFINITY);
            default -> Fakes.good(evaluation, progress);
        });
        try (ResultStore store = store("bad")) {
            CampaignResult result = run(store, plan(WorkerSpec.single(), 1, 12, List.of(CHAINED), bad), catalog(bad), 1, new AtomicInteger(Integer.MAX_VALUE));
            assertThat(result.isComplete()).isTrue();
            List<Optional<FailureKind>> kinds = store.reader().trials(store.reader().runs(RunQuery.all()).getFirst().run().key()).stream()
                    .map(TrialRecord::failure).limit(6).toList();
            assertThat(kinds).containsExactly(Optional.of(FailureKind.CRASH), Optional.of(FailureKind.NOT_A_NUMBER), Optional.of(FailureKind.INVALID_RESULT),
                    Optional.of(FailureKind.CRASH), Optional.of(FailureKind.NOT_A_NUMBER), Optional.empty());
        }
    }

    /** One evaluation can be interrupted, the other cannot; both end as time-outs and the run goes on. */
    @Test
    void aHangingTaskIsGivenUp() {
        Task hanging = Fakes.task("hanging", Fakes.SPHERE, TaskClock.WALL, (evaluation, progress) -> {
            if (evaluation.trial() == 1) {
                Thread.sleep(60_000);
            }
            if (evaluation.trial() == 3) {
                long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
                while (System.nanoTime() < end) {
                    LockSupport.parkNanos(1_000_000); // deaf to interruption
                }
            }
            return Fakes.good(evaluation, progress);
        });
        try (ResultStore store = store("hanging")) {
            CampaignResult result =
                    run(store, plan(WorkerSpec.single(), 1, 6, List.of(CHAINED), hanging), catalog(hanging), 1, new AtomicInteger(Integer.MAX_VALUE));
            assertThat(result.isComplete()).isTrue();
            List<TrialRecord> trials = store.reader().trials(store.reader().runs(RunQuery.all()).getFirst().run().key());
            assertThat(trials).extracting(TrialRecord::failure).containsExactly(Optional.empty(), Optional.of(FailureKind.TIMEOUT), Optional.empty(),
                    Optional.of(FailureKind.TIMEOUT), Optional.empty(), Optional.empty());
        }
    }

    @Test
    void aBadOptimizerCostsItsOwnRuns() {
        Task sphere = Fakes.task("sphere", Fakes.SPHERE, TaskClock.WALL, Fakes::good);
        OptimizerProvider fine = Fakes.optimizer("fine", context -> new Fakes.Chained(context) {
        });
        OptimizerProvider waiting = Fakes.optimizer("waiting", context -> new Stub(request -> Ask.waiting()));
        OptimizerProvider greedy = Fakes.optimizer("greedy", context -> new Stub(request -> {
            throw new IllegalStateException("broken on purpose");
        }));
        OptimizerProvider lazy = Fakes.optimizer("lazy", context -> new Stub(request -> new Ask.Exhausted("nothing to do")));
        OptimizerProvider lost = Fakes.optimizer("lost", context -> new Stub(request -> Ask.suggest(
                new org.optbench.model.Suggestion(org.optbench.model.space.Configuration.empty(), org.optbench.model.Fidelity.none(), 0))));
        try (ResultStore store = store("optimizers")) {
            CampaignResult result = run(store, plan(WorkerSpec.single(), 1, 5, List.of(fine, waiting, greedy, lazy, lost), sphere), catalog(sphere), 2,
                    new AtomicInteger(Integer.MAX_VALUE));
            assertThat(result.finished()).isEqualTo(3);
            assertThat(result.failed()).hasSize(2).anySatisfy(run -> assertThat(run.reason()).contains("Wait with no trial pending"))
                    .anySatisfy(run -> assertThat(run.reason()).contains("broken on purpose", "ask"));
            RunView lostRun = store.reader().runs(RunQuery.all().withVariants(java.util.Set.of("lost"))).getFirst();
            assertThat(store.reader().trials(lostRun.run().key())).hasSize(5)
                    .allSatisfy(trial -> assertThat(trial.failure()).contains(FailureKind.INVALID_SUGGESTION));
        }
    }

    @Test
    void anOptimizerThatHangsFailsItsRun() {
        Task sphere = Fakes.task("sphere", Fakes.SPHERE, TaskClock.WALL, Fakes::good);
        OptimizerProvider hanging = Fakes.optimizer("hanging", context -> new Stub(request -> {
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(1_000_000);
            }
            return Ask.waiting();
        }));
        try (ResultStore store = store("hangingOptimizer")) {
            CampaignResult result = run(store, plan(WorkerSpec.single(), 1, 5, List.of(hanging, CHAINED), sphere), catalog(sphere), 1,
                    new AtomicInteger(Integer.MAX_VALUE));
            assertThat(result.finished()).isEqualTo(1);
            assertThat(result.failed()).singleElement().satisfies(run -> assertThat(run.reason()).contains("did not return from ask"));
        }
    }

    @ParameterizedTest
    @EnumSource(WorkerSpec.Mode.class)
    void realWorkersEvaluateSeveralTrialsAtOnce(WorkerSpec.Mode mode) {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Task slow = Fakes.task("slow", Fakes.SPHERE, TaskClock.WALL, (evaluation, progress) -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            try {
                Thread.sleep(20);
                return Fakes.good(evaluation, progress);
            } finally {
                inside.decrementAndGet();
            }
        });
        try (ResultStore store = store("workers" + mode)) {
            CampaignPlan plan = plan(new WorkerSpec(3, mode, WorkerSpec.Clock.TASK, false), 1, 12, List.of(CHAINED), slow);
            run(store, plan, catalog(slow), 1, new AtomicInteger(5));
            CampaignResult result = run(store, plan, catalog(slow), 1, new AtomicInteger(Integer.MAX_VALUE));
            assertThat(result.isComplete()).isTrue();
            assertThat(most).hasValueBetween(2, 3);
            assertThat(store.reader().trials(store.reader().runs(RunQuery.all()).getFirst().run().key())).extracting(TrialRecord::index)
                    .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        }
    }

    @Test
    void anOptimizerRunsOnTheTasksItIsMeantForOnly() {
        Task task = Fakes.task("sphere", Fakes.SPHERE, TaskClock.WALL, Fakes::good);
        for (String where : List.of("dimension<=1000", "dimension>1000")) {
            CampaignSpec campaign = plan(WorkerSpec.single(), 1, 3, List.of(CHAINED), task).campaign();
            OptimizerSpec all = campaign.optimizers().getFirst();
            OptimizerSpec some = new OptimizerSpec(all.id(), "some", all.settings(), all.options(), where);
            CampaignSpec both = new CampaignSpec(campaign.name(), campaign.description(), campaign.seeds(), campaign.budget(), campaign.workers(),
                    campaign.trialTimeLimit(), campaign.askTimeLimit(), List.of(all, some), campaign.tasks());
            CampaignPlan plan = new Planner(catalog(task), new OptimizerCatalog(List.of(CHAINED)), new TaskLists(catalog(task), folder),
                    options(1).taskContext()).plan(both);
            assertThat(plan.runs()).hasSize(where.contains("<=") ? 2 : 1);
            assertThat(plan.skipped()).isEmpty();
        }
    }

    private List<String> trialsOf(String name, WorkerSpec workers, Task task, int seeds, int threads) {
        try (ResultStore store = store(name)) {
            run(store, plan(workers, seeds, 20, List.of(CHAINED), task), catalog(task), threads,
                    new AtomicInteger(Integer.MAX_VALUE));
            return trials(store);
        }
    }

    /** Everything of every trial that must not depend on the machine. */
    private static List<String> trials(ResultStore store) {
        List<String> lines = new ArrayList<>();
        for (RunView run : store.reader().runs(RunQuery.all())) {
            boolean isSimulated = run.run().task().clock() == TaskClock.SIMULATED;
            for (TrialRecord trial : store.reader().trials(run.run().key())) {
                lines.add(run.run().seed() + " " + trial.index() + " " + trial.sequence() + " " + trial.configuration() + " " + trial.status() + " "
                        + trial.reached() + " " + java.util.Arrays.toString(trial.objectives()) + " " + trial.seed() + " " + trial.clock().fullEvaluations()
                        + " "
                        + (isSimulated ? trial.clock() : ""));
            }
        }
        return lines;
    }

    private ResultStore store(String name) {
        return ResultStores.open("jdbc:h2:mem:" + folder.getFileName() + name + ";DB_CLOSE_DELAY=-1", StoreOptions.defaults());
    }

    private static TaskCatalog catalog(Task... tasks) {
        return new TaskCatalog(List.of(Fakes.tasks(tasks)), List.of());
    }

    private CampaignPlan plan(WorkerSpec workers, int seeds, int trials, List<OptimizerProvider> optimizers, Task task) {
        BudgetSpec budget = new BudgetSpec(Optional.of(new Amount(0, trials)), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), "",
                OptionalDouble.empty(), OptionalDouble.empty());
        CampaignSpec campaign = new CampaignSpec("test", "", new SeedSpec(1, seeds), budget, workers, Duration.ofMillis(500), Duration.ofMillis(1500),
                optimizers.stream().map(optimizer -> OptimizerSpec.of(optimizer.description().id())).toList(), List.of(TaskSpec.glob("fake/*")));
        TaskCatalog catalog = catalog(task);
        return new Planner(catalog, new OptimizerCatalog(optimizers), new TaskLists(catalog, folder), options(1).taskContext()).plan(campaign);
    }

    private RunOptions options(int threads) {
        return new RunOptions(threads, "test", Duration.ofSeconds(30), folder.resolve("data"), folder.resolve("work"), Map.of());
    }

    /** @param trialsBeforeStop after this many trials the platform is told to stop */
    private CampaignResult run(ResultStore store, CampaignPlan plan, TaskCatalog catalog, int threads, AtomicInteger trialsBeforeStop) {
        CampaignObserver counter = new CampaignObserver() {

            @Override
            public void trial(org.optbench.runner.plan.PlannedRun run, int trials, double fullEvaluations, OptionalDouble best, boolean failed) {
                trialsBeforeStop.decrementAndGet();
            }
        };
        return new CampaignRunner(catalog, store, options(threads), counter, () -> trialsBeforeStop.get() <= 0, ProvenanceFacts.collect()).execute(plan,
                "test");
    }
}
