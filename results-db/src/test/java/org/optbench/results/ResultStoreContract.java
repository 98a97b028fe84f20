package org.optbench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optbench.model.FailureKind;
import org.optbench.model.task.TaskClock;

/** What every store must do, whatever database it stands on. */
abstract class ResultStoreContract {

    static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration OVER = Duration.ofSeconds(-1);
    private static final String CAMPAIGN = "bench";

    private ResultStore store;

    /** A store on an empty database of its own for each test. */
    abstract ResultStore open();

    /** The database of {@link #open} again. */
    abstract ResultStore reopen();

    @BeforeEach
    void openStore() {
        store = open();
        store.registerCampaign(CAMPAIGN, "name: bench");
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private RunRecord registered(TaskSnapshot task) {
        RunRecord run = Samples.run(task, "cma-es", 1);
        store.register(CAMPAIGN, List.of(run));
        return run;
    }

    private Lease claimed(RunRecord run) {
        return store.claim(run.key(), "w1", LEASE).orElseThrow();
    }

    private void append(RunWriter writer, List<? extends RunEvent> events) {
        events.forEach(writer::append);
    }

    @Test
    void aRunIsReadBackAsItWasRegistered() {
        RunRecord black = registered(Samples.sphere());
        RunRecord rich = registered(Samples.network());
        assertThat(store.reader().run(black.key()).orElseThrow().run()).isEqualTo(black);
        assertThat(store.reader().run(rich.key()).orElseThrow().run()).isEqualTo(rich);
        assertThat(store.reader().run(Samples.key("none"))).isEmpty();
    }

    @Test
    void registeringAgainChangesNothingAndSharesRunsBetweenCampaigns() {
        List<RunRecord> runs = Samples.runs(Samples.sphere(), "random", 5);
        store.register(CAMPAIGN, runs);
        store.register(CAMPAIGN, runs);
        store.registerCampaign("other", "name: other");
        store.register("other", runs.subList(0, 2));
        assertThat(store.reader().runs(RunQuery.all())).hasSize(5);
        assertThat(store.reader().progress(CAMPAIGN).open()).isEqualTo(5);
        assertThat(store.reader().progress("other").runs()).isEqualTo(2);
    }

    @Test
    void otherFactsUnderTheSameIdentityAreRefused() {
        RunRecord run = registered(Samples.sphere());
        RunRecord otherSeed = new RunRecord(run.key(), run.optimizer(), run.task(), run.budget(), run.workers(), 2, run.execution());
        assertThatThrownBy(() -> store.register(CAMPAIGN, List.of(otherSeed))).isInstanceOf(StoreException.class).hasMessageContaining("other facts");
        TaskSnapshot task = run.task();
        TaskSnapshot changed = new TaskSnapshot(task.id(), task.version(), task.type(), task.family(), task.domain(), 6, task.clock(), task.traits(),
                task.objectives(), task.constraints(), task.fidelities(), task.attributes());
        assertThatThrownBy(() -> store.register(CAMPAIGN, List.of(Samples.run(changed, "random", 9)))).isInstanceOf(StoreException.class)
                .hasMessageContaining("test/sphere/d5");
        assertThat(store.reader().runs(RunQuery.all())).hasSize(1);
    }

    @Test
    void campaignsKeepTheirLatestSpecification() {
        store.registerCampaign(CAMPAIGN, "name: bench");
        store.registerCampaign(CAMPAIGN, "name: bench\nseeds: 3");
        store.registerCampaign("a", "name: a");
        assertThat(store.reader().campaigns()).extracting(CampaignRecord::name).containsExactly("a", CAMPAIGN);
        assertThat(store.reader().campaigns().get(1).specification()).isEqualTo("name: bench\nseeds: 3");
        assertThatThrownBy(() -> store.register("c", Samples.runs(Samples.sphere(), "random", 1))).isInstanceOf(StoreException.class)
                .hasMessageContaining("campaign 'c'");
    }

    @Test
    void skippedPairsAreReplaced() {
        store.registerSkipped(CAMPAIGN, List.of(new SkippedPair("a", "t", "It cannot."), new SkippedPair("b", "t", "Nor this.")));
        List<SkippedPair> now = List.of(new SkippedPair("b", "t", "Still not."));
        store.registerSkipped(CAMPAIGN, now);
        assertThat(store.reader().skipped(CAMPAIGN)).isEqualTo(now);
    }

    /** A run that ends its worker again and again is set aside; one that gets on each time is not. */
    @Test
    void aRunWhoseWorkersDieIsSetAsideUnlessItGetsOn() {
        RunRecord run = registered(Samples.sphere());
        for (int attempt = 1; attempt <= 4; attempt++) {
            store.died(claimed(run));
            assertThat(store.reader().run(run.key()).orElseThrow().status()).isEqualTo(RunStatus.OPEN);
        }
        Lease onTheWay = claimed(run);
        try (RunWriter writer = store.writer(onTheWay, Samples.HERE)) {
            writer.append(Samples.ask(0));
            writer.append(Samples.sequential(0));
        }
        store.flush();
        store.died(onTheWay);
        assertThat(store.reader().run(run.key()).orElseThrow().failures()).isZero();
        for (int attempt = 1; attempt <= 5; attempt++) {
            store.died(claimed(run));
        }
        RunView now = store.reader().run(run.key()).orElseThrow();
        assertThat(now.status()).isEqualTo(RunStatus.POISONED);
        assertThat(now.reason()).contains("In 5 attempts in a row the worker died");
        assertThat(store.claim(run.key(), "w", LEASE)).isEmpty();
    }

    @Test
    void anEventfulLogComesBackToTheBit() {
        RunRecord run = registered(Samples.network());
        Lease lease = claimed(run);
        List<RunEvent> log = Samples.eventful();
        try (RunWriter writer = store.writer(lease, Samples.HERE)) {
            append(writer, log);
            writer.hit(new TargetHit(0, 0.5, 3, 2, 1.5, 7.25));
            writer.hit(new TargetHit(0, 0.1, 3, 2, 1.5, 7.25));
            writer.usage(Map.of("tokens_in", 10.0));
            writer.usage(Map.of("tokens_in", 25.0, "money_usd", 0.1));
            writer.flush();
            assertThat(store.reader().history(run.key())).isEqualTo(log);
        }
        store.complete(lease, new RunSummary("trials", 4, 1, 4.0 / 3, 7.6));
        store.flush();
        store.close();
        store = reopen();
        assertThat(store.reader().history(run.key())).isEqualTo(log);
        assertThat(store.reader().targetHits(run.key())).extracting(TargetHit::target).containsExactlyInAnyOrder(0.5, 0.1);
        AttemptRecord attempt = store.reader().attempts(run.key()).getFirst();
        assertThat(attempt.provenance()).contains(Samples.HERE);
        assertThat(attempt.ending()).isEqualTo("done");
        assertThat(attempt.usage()).isEqualTo(new TreeMap<>(Map.of("tokens_in", 25.0, "money_usd", 0.1)));
        RunView view = store.reader().run(run.key()).orElseThrow();
        assertThat(view.status()).isEqualTo(RunStatus.DONE);
        assertThat(view.summary()).contains(new RunSummary("trials", 4, 1, 4.0 / 3, 7.6));
        assertThat(store.reader().failures(RunQuery.all(), 10)).singleElement().satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.OUT_OF_MEMORY);
            assertThat(failure.trial()).isZero();
        });
        assertThat(store.reader().progress(CAMPAIGN)).isEqualTo(new CampaignProgress(0, 0, 1, 0, 4, 1));
    }

    @Test
    void theOutcomeToldIsTheOutcomeOfAResumedRun() {
        List<RunEvent> log = Samples.eventful();
        RunRecord run = registered(Samples.network());
        try (RunWriter writer = store.writer(claimed(run), Samples.HERE)) {
            append(writer, log);
            writer.flush();
        }
        List<TrialRecord> before = log.stream().filter(TrialRecord.class::isInstance).map(TrialRecord.class::cast).toList();
        for (TrialRecord trial : before) {
            assertThat(store.reader().trials(run.key()).get(trial.index()).outcome()).isEqualTo(trial.outcome());
        }
    }

    @Test
    void asksOfARunWithOneWorkerFollowFromItsTrials() {
        RunRecord run = registered(Samples.sphere());
        List<RunEvent> log = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            log.add(Samples.ask(i));
            log.add(Samples.sequential(i));
        }
        log.add(Samples.ask(50));
        try (RunWriter writer = store.writer(claimed(run), Samples.HERE)) {
            append(writer, log);
            writer.flush();
        }
        assertThat(store.reader().history(run.key())).isEqualTo(log);
    }

    @Test
    void callsMustComeWithoutGap() {
        RunRecord run = registered(Samples.sphere());
        try (RunWriter writer = store.writer(claimed(run), Samples.HERE)) {
            assertThatThrownBy(() -> writer.append(Samples.ask(1))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("call 0 is due");
        }
    }

    @Test
    void aLaterAttemptGoesOnAndPassesOverWhatStandsThere() {
        RunRecord run = registered(Samples.sphere());
        Lease first = claimed(run);
        try (RunWriter writer = store.writer(first, Samples.HERE)) {
            append(writer, List.of(Samples.ask(0), Samples.sequential(0), Samples.ask(1), Samples.sequential(1)));
        }
        store.release(first);
        Lease second = claimed(run);
        assertThat(second.attempt()).isEqualTo(2);
        try (RunWriter writer = store.writer(second, Samples.HERE)) {
            append(writer, List.of(Samples.ask(0), Samples.sequential(0), Samples.ask(1), Samples.sequential(1), Samples.ask(2), Samples.sequential(2)));
            writer.flush();
        }
        assertThat(store.reader().trials(run.key())).containsExactly(Samples.sequential(0), Samples.sequential(1), Samples.sequential(2));
        assertThat(store.reader().attempts(run.key())).extracting(AttemptRecord::ending).containsExactly("released", "");
    }

    @Test
    void anotherResultForTheSameTrialIsRefused() {
        RunRecord run = registered(Samples.sphere());
        Lease first = claimed(run);
        try (RunWriter writer = store.writer(first, Samples.HERE)) {
            append(writer, List.of(Samples.ask(0), Samples.sequential(0)));
        }
        store.release(first);
        TrialRecord true0 = Samples.sequential(0);
        TrialRecord other = new TrialRecord(true0.sequence(), true0.askedAt(), 0, true0.configuration(), true0.fidelity(), true0.reached(),
                true0.resumes(), true0.seed(), true0.status(), true0.failure(), "", new double[]{0.2}, new double[0], true0.cost(), true0.feedback(),
                true0.clock(), true0.times(), 0, 0);
        try (RunWriter writer = store.writer(claimed(run), Samples.HERE)) {
            writer.append(Samples.ask(0));
            assertThatThrownBy(() -> writer.append(other)).isInstanceOf(StoreException.class).hasMessageContaining("call 1 is recorded");
        }
        assertThat(store.reader().trials(run.key())).containsExactly(true0);
    }

    @Test
    void twoTrialsOfOneIndexNeverStandInTheDatabase() {
        RunRecord run = registered(Samples.sphere());
        RunRecord innocent = Samples.run(Samples.sphere(), "innocent", 1);
        store.register(CAMPAIGN, List.of(innocent));
        TrialRecord zero = Samples.sequential(0);
        TrialRecord again = TrialRecord.of(3, 2, 0, "{}", zero.fidelity(), zero.resumes(), 1, zero.outcome(), zero.clock(), zero.times(), 0, 0);
        try (RunWriter writer = store.writer(claimed(run), Samples.HERE); RunWriter other = store.writer(claimed(innocent), Samples.HERE)) {
            append(other, List.of(Samples.ask(0), zero));
            append(writer, List.of(Samples.ask(0), zero));
            writer.flush();
            append(writer, List.of(Samples.ask(1), again));
            append(other, List.of(Samples.ask(1), Samples.sequential(1)));
            assertThatThrownBy(writer::flush).isInstanceOf(StoreException.class).hasMessageContaining("stands there already");
            other.flush();
        }
        assertThat(store.reader().trials(run.key())).containsExactly(zero);
        assertThat(store.reader().trials(innocent.key())).hasSize(2);
    }

    @Test
    void aRunIsClaimedByOneAndThenDone() {
        RunRecord run = registered(Samples.sphere());
        Lease lease = claimed(run);
        assertThat(store.claim(run.key(), "w2", LEASE)).isEmpty();
        assertThat(store.claimNext(CAMPAIGN, "w2", LEASE, 5)).isEmpty();
        RunView held = store.reader().run(run.key()).orElseThrow();
        assertThat(held.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(held.holder()).isEqualTo("w1");
        assertThat(held.leaseUntil()).isPresent();
        store.complete(lease, new RunSummary("trials", 0, 0, 0, 0));
        store.flush();
        assertThat(store.claim(run.key(), "w2", LEASE)).isEmpty();
    }

    @Test
    void claimsComeInTheOrderOfRegistrationAndOfTheirCampaignOnly() {
        List<RunRecord> runs = Samples.runs(Samples.sphere(), "random", 7);
        store.registerCampaign("other", "name: other");
        store.register("other", Samples.runs(Samples.sphere(), "elsewhere", 3));
        store.register(CAMPAIGN, runs);
        List<RunKey> claimed = new ArrayList<>();
        for (List<Lease> some = store.claimNext(CAMPAIGN, "w", LEASE, 3); !some.isEmpty(); some = store.claimNext(CAMPAIGN, "w", LEASE, 3)) {
            some.forEach(lease -> claimed.add(lease.run()));
        }
        assertThat(claimed).isEqualTo(runs.stream().map(RunRecord::key).toList());
    }

    @Test
    void aLeaseThatRanOutIsTakenOverAndItsHolderCannotWrite() {
        RunRecord run = registered(Samples.sphere());
        Lease frozen = store.claim(run.key(), "frozen", OVER).orElseThrow();
        RunWriter writer = store.writer(frozen, Samples.HERE);
        append(writer, List.of(Samples.ask(0), Samples.sequential(0)));
        writer.flush();
        Lease taken = store.claimNext(CAMPAIGN, "fresh", LEASE, 1).getFirst();
        assertThat(taken.attempt()).isEqualTo(2);
        append(writer, List.of(Samples.ask(1), Samples.sequential(1)));
        assertThatThrownBy(writer::flush).isInstanceOf(StoreException.class).hasMessageContaining("no longer holds attempt 1");
        assertThatThrownBy(() -> store.release(frozen)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.fail(frozen, "crash", 3)).isInstanceOf(StoreException.class);
        store.complete(frozen, new RunSummary("trials", 1, 0, 1, 1));
        assertThat(store.heartbeat(List.of(frozen, taken), LEASE)).containsExactly(frozen);
        store.flush();
        assertThat(store.reader().run(run.key()).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
        assertThat(store.reader().trials(run.key())).hasSize(1);
        assertThat(store.reader().attempts(run.key()).getFirst().ending()).isEqualTo("lease ran out");
    }

    @Test
    void heartbeatsKeepALease() {
        RunRecord run = registered(Samples.sphere());
        Lease lease = store.claim(run.key(), "w", OVER).orElseThrow();
        assertThat(store.heartbeat(List.of(lease), LEASE)).isEmpty();
        assertThat(store.claimNext(CAMPAIGN, "w2", LEASE, 1)).isEmpty();
    }

    @Test
    void aRunThatFailsTooOftenIsSetAside() {
        RunRecord run = registered(Samples.sphere());
        assertThat(store.fail(claimed(run), "It crashed.", 2)).isEqualTo(RunStatus.OPEN);
        assertThat(store.fail(claimed(run), "It crashed again.", 2)).isEqualTo(RunStatus.POISONED);
        assertThat(store.claimNext(CAMPAIGN, "w", LEASE, 1)).isEmpty();
        assertThat(store.reader().run(run.key()).orElseThrow().reason()).isEqualTo("It crashed again.");
        assertThat(store.reader().progress(CAMPAIGN).poisoned()).isEqualTo(1);
        assertThat(store.reopenPoisoned(CAMPAIGN)).isEqualTo(1);
        assertThat(claimed(run).attempt()).isEqualTo(3);
    }

    @Test
    void scanHandsOverEveryRunInColumns() {
        RunRecord rich = registered(Samples.network());
        List<RunRecord> runs = Samples.runs(Samples.sphere(), "random", 30);
        store.register(CAMPAIGN, runs);
        try (RunWriter writer = store.writer(claimed(rich), Samples.HERE)) {
            append(writer, Samples.eventful());
            writer.usage(Map.of("tokens", 120.0));
        }
        for (RunRecord run : runs.subList(0, 20)) {
            Lease lease = claimed(run);
            try (RunWriter writer = store.writer(lease, Samples.HERE)) {
                for (int i = 0; i < 200; i++) {
                    append(writer, List.of(Samples.ask(i), Samples.sequential(i)));
                }
            }
            store.complete(lease, new RunSummary("trials", 200, 0, 200, 199.5));
        }
        store.flush();
        List<RunTrials> all = new ArrayList<>();
        store.reader().scan(RunQuery.all(), Set.of("energy_joules", "tokens"), all::add);
        assertThat(all).extracting(trials -> trials.run().run().key()).startsWith(rich.key()).hasSize(31);
        RunTrials first = all.getFirst();
        assertThat(first.index()).containsExactly(1, 0, 3, 2);
        assertThat(first.objectives()[0]).containsExactly(0.25, Double.NaN, 1.0, 0.25);
        assertThat(first.objectives()[1]).containsExactly(Double.NaN, Double.NaN, 2.0, 1.0);
        assertThat(first.constraints()[1]).containsExactly(Double.MIN_VALUE, Double.NaN, -3.0, 0.0);
        assertThat(first.failure()).containsExactly(-1, FailureKind.OUT_OF_MEMORY.ordinal(), -1, -1);
        assertThat(first.fullFidelity()).containsExactly(false, true, true, false);
        // By order of results: paused at epoch 3 of 27, failed, complete, stopped at epoch 1
        assertThat(first.fidelity()).containsExactly(3 / 27.0, 1, 1, 1 / 27.0);
        assertThat(first.resources().get("energy_joules")).containsExactly(0, 0.1 + 0.2, 0, 0);
        assertThat(first.resources().get("tokens")).containsOnly(0);
        assertThat(first.usage()).isEqualTo(Map.of("energy_joules", 0.0, "tokens", 120.0));
        List<ProvenanceGroup> groups = store.reader().provenance(RunQuery.all());
        assertThat(groups).extracting(ProvenanceGroup::clock, ProvenanceGroup::runs).containsExactlyInAnyOrder(tuple(TaskClock.SIMULATED, 1L),
                tuple(TaskClock.WALL, 20L));
        assertThat(groups).allSatisfy(group -> {
            assertThat(group.facts()).isEqualTo(Samples.HERE.facts());
            assertThat(group.first()).isEqualTo(Samples.HERE.started()).isEqualTo(group.last());
        });
        for (RunTrials trials : all.subList(1, 21)) {
            assertThat(trials.size()).isEqualTo(200);
            assertThat(trials.objectives()[0][199]).isEqualTo(199.1);
            assertThat(trials.finish()[199]).isEqualTo(199.5);
            assertThat(trials.evaluateNanos()[7]).isEqualTo(30);
        }
        assertThat(all.subList(21, 31)).allMatch(trials -> trials.size() == 0);
        List<RunKey> done = new ArrayList<>();
        store.reader().scan(RunQuery.all().withStatuses(RunStatus.DONE), trials -> done.add(trials.run().run().key()));
        assertThat(done).isEqualTo(runs.subList(0, 20).stream().map(RunRecord::key).toList());
    }

    @Test
    void queriesSelectAndOrder() {
        store.register(CAMPAIGN, Samples.runs(Samples.sphere(), "b", 2));
        store.register(CAMPAIGN, Samples.runs(Samples.sphere(), "B", 1));
        store.register(CAMPAIGN, Samples.runs(Samples.network(), "a", 2));
        assertThat(store.reader().runs(RunQuery.ofCampaign(CAMPAIGN))).extracting(view -> view.run().optimizer().variant())
                .containsExactly("B", "a", "a", "b", "b");
        assertThat(store.reader().runs(RunQuery.all().withVariants(Set.of("a", "B")).withTasks(Set.of("test/network")))).hasSize(2);
        assertThat(store.reader().runs(RunQuery.ofCampaign("none"))).isEmpty();
    }

    @Test
    void manyThreadsNeverHoldOneRun() throws InterruptedException {
        int threads = 8;
        store.register(CAMPAIGN, Samples.runs(Samples.sphere(), "random", 200));
        List<List<Lease>> taken = new ArrayList<>();
        List<Thread> workers = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            List<Lease> mine = new ArrayList<>();
            taken.add(mine);
            String name = "w" + t;
            workers.add(Thread.ofPlatform().start(() -> {
                for (List<Lease> some = store.claimNext(CAMPAIGN, name, LEASE, 2); !some.isEmpty(); some = store.claimNext(CAMPAIGN, name, LEASE, 2)) {
                    mine.addAll(some);
                }
            }));
        }
        for (Thread worker : workers) {
            worker.join();
        }
        List<RunKey> keys = taken.stream().flatMap(List::stream).map(Lease::run).toList();
        assertThat(keys).doesNotHaveDuplicates();
        // A worker may go home while others hold locks on the last runs, so some may be left open; nothing is held twice.
        assertThat(keys.size() + store.reader().progress(CAMPAIGN).open()).isEqualTo(200);
    }
}
