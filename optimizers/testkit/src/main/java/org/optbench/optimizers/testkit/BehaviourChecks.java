package org.optbench.optimizers.testkit;

import static org.optbench.tasks.testkit.Check.require;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.optbench.model.Budget;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Feedback;
import org.optbench.model.Outcome;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.tasks.testkit.Check;

/** The contract of an optimizer on one problem. */
final class BehaviourChecks {

    private static final int WORKERS = 4;
    private static final long THREAD_PATIENCE_MILLIS = 3000;

    private final Setup setup;
    private final int trials;

    BehaviourChecks(Setup setup, int trials) {
        this.setup = setup;
        this.trials = trials;
    }

    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        add(checks, "suggestions are legal", () -> run(setup, Setup.Fate.own(), Setup.Order.FIRST));
        add(checks, "the same seed and calls give the same suggestions", this::deterministic);
        add(checks, "a replay of half the run goes on as the run did", this::replayable);
        add(checks, "two instances side by side do not disturb each other", this::independent);
        add(checks, "failures of every kind are borne", () -> run(setup, BehaviourChecks::someFail, Setup.Order.FIRST));
        add(checks, "a run in which all trials fail goes on", () -> run(setup, BehaviourChecks::allFail, Setup.Order.FIRST));
        add(checks, "failures, then successes, are borne", () -> run(setup, (trial, own) -> trial < trials / 2 ? allFail(trial, own) : own,
                Setup.Order.FIRST));
        add(checks, "extreme values are borne", () -> run(setup, BehaviourChecks::extreme, Setup.Order.FIRST));
        add(checks, "equal values are borne", () -> run(setup, BehaviourChecks::equal, Setup.Order.FIRST));
        add(checks, "once exhausted it stays so", this::staysExhausted);
        add(checks, "a budget of one trial, and one in seconds, will do", this::oddBudgets);
        if (setup.provider().description().capabilities().refusals(setup.problem().problem(), WORKERS).isEmpty()) {
            Setup parallel = setup.withWorkers(WORKERS);
            for (Setup.Order order : Setup.Order.values()) {
                add(checks, "several pending, told " + order, () -> run(parallel, Setup.Fate.own(), order));
            }
            add(checks, "several pending, some fail", () -> run(parallel, BehaviourChecks::someFail, Setup.Order.SCRAMBLED));
            add(checks, "several pending, one told last of all", () -> lateFirst(parallel));
            add(checks, "several pending, deterministic", () -> deterministic(parallel, Setup.Order.SCRAMBLED));
        }
        return checks;
    }

    private void add(List<Check> checks, String rule, Check.Action action) {
        checks.add(new Check(setup.problem().name() + ": " + rule, action));
    }

    private List<String> run(Setup how, Setup.Fate fate, Setup.Order order) {
        try (Session session = new Session(how, fate)) {
            session.run(trials, order);
            require(session.asked() > 0, "It suggested nothing at all.");
            return session.answers();
        }
    }

    private void deterministic() {
        deterministic(setup, Setup.Order.FIRST);
    }

    private void deterministic(Setup how, Setup.Order order) {
        List<String> once = run(how, Setup.Fate.own(), order);
        List<String> twice = run(how, Setup.Fate.own(), order);
        for (int i = 0; i < Math.min(once.size(), twice.size()); i++) {
            require(once.get(i).equals(twice.get(i)), "Answer %d is%n  %s%nand in a second run%n  %s", i, once.get(i), twice.get(i));
        }
        require(once.size() == twice.size(), "Two runs gave %d and %d answers.", once.size(), twice.size());
    }

    private void replayable() {
        try (Session original = new Session(setup, Setup.Fate.own())) {
            original.run(trials, Setup.Order.FIRST);
            for (int count : new int[]{original.calls().size() / 2, original.calls().size()}) {
                Session.replay(original, count).close();
            }
        }
    }

    private void independent() {
        List<String> alone = run(setup, Setup.Fate.own(), Setup.Order.FIRST);
        try (Session one = new Session(setup, Setup.Fate.own()); Session other = new Session(setup, BehaviourChecks::someFail)) {
            for (int i = 1; i <= trials; i++) {
                one.run(i, Setup.Order.FIRST);
                other.run(i, Setup.Order.FIRST);
            }
            require(one.answers().subList(0, Math.min(alone.size(), one.answers().size())).equals(
                    alone.subList(0, Math.min(alone.size(), one.answers().size()))), "Beside another instance it suggested otherwise than alone.");
        }
    }

    private void staysExhausted() {
        int most = 4 * trials;
        try (Session session = new Session(setup, Setup.Fate.own())) {
            session.run(most, Setup.Order.FIRST);
            if (session.isExhausted()) {
                for (int i = 0; i < 3; i++) {
                    Ask again = session.optimizer().ask(AskRequest.one());
                    require(again instanceof Ask.Exhausted, "Exhausted after %d trials, asked again it answers %s.", session.asked(), again);
                }
            }
        }
    }

    private void oddBudgets() {
        for (Budget budget : List.of(Budget.ofTrials(1), Budget.ofSeconds(1e-3), Budget.ofSeconds(1e9), Budget.ofFullEvaluations(0.5))) {
            try (Session session = new Session(setup.withBudget(budget), Setup.Fate.own())) {
                session.run(Math.min(10, trials), Setup.Order.FIRST);
                require(session.asked() > 0, "With %s it suggested nothing.", budget);
            }
        }
    }

    private void lateFirst(Setup parallel) {
        try (Session session = new Session(parallel, Setup.Fate.own())) {
            session.runWithLateFirst(trials);
        }
    }

    /** Closed early it leaves no threads. */
    void leavesNoThreads() throws InterruptedException {
        Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
        setup.create().close();
        try (Optimizer asked = setup.create()) {
            asked.ask(new AskRequest(1, 0, setup.problem().problem().context().map(contexts -> contexts.defaults())));
        }
        try (Session session = new Session(setup, Setup.Fate.own())) {
            session.run(5, Setup.Order.FIRST);
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && startedByOptimizer(thread)) {
                thread.join(THREAD_PATIENCE_MILLIS);
                require(!thread.isAlive(), "After close the thread '%s' is still there.", thread.getName());
            }
        }
    }

    private static boolean startedByOptimizer(Thread thread) {
        String group = thread.getThreadGroup() == null ? "system" : thread.getThreadGroup().getName();
        return !group.equals("system") && !group.equals("InnocuousThreadGroup") && !thread.getName().startsWith("ForkJoinPool.commonPool");
    }

    private static Outcome someFail(int trial, Outcome own) {
        FailureKind[] kinds = FailureKind.values();
        return trial % 3 == 1 ? failure(kinds[trial / 3 % kinds.length]) : own;
    }

    private static Outcome allFail(int trial, Outcome own) {
        return failure(trial % 2 == 0 ? FailureKind.NOT_A_NUMBER : FailureKind.CRASH);
    }

    private static Outcome failure(FailureKind kind) {
        return new Outcome.Failure(kind, "made to fail", Cost.ofSeconds(0.1), Feedback.of("made to fail"));
    }

    private static Outcome extreme(int trial, Outcome own) {
        double[] values = {1e300, -1e300, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, 0, -0.0, 1e-300};
        return replaced(own, values[trial % values.length]);
    }

    private static Outcome equal(int trial, Outcome own) {
        return replaced(own, 3);
    }

    private static Outcome replaced(Outcome own, double value) {
        return own instanceof Outcome.Success success
                ? new Outcome.Success(success.objectives().stream().map(old -> Double.isNaN(old) ? old : value).toList(), success.constraints(),
                        success.cost(), success.feedback())
                : own;
    }
}
