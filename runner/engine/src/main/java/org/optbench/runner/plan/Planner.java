package org.optbench.runner.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.optbench.model.Budget;
import org.optbench.model.Problem;
import org.optbench.model.task.Availability;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskCatalog;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.optimizer.OptimizerCatalog;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.results.TaskSnapshot;
import org.optbench.runner.campaign.BudgetSpec;
import org.optbench.runner.campaign.CampaignException;
import org.optbench.runner.campaign.CampaignSpec;
import org.optbench.runner.campaign.OptimizerSpec;
import org.optbench.runner.campaign.TaskSpec;
import org.optbench.runner.campaign.WorkerSpec;

/** Turns a campaign into its plan. Pure: nothing is evaluated or recorded. */
public final class Planner {

    private final TaskCatalog tasks;
    private final OptimizerCatalog optimizers;
    private final TaskLists lists;
    private final TaskContext context;

    public Planner(TaskCatalog tasks, OptimizerCatalog optimizers, TaskLists lists, TaskContext context) {
        this.tasks = tasks;
        this.optimizers = optimizers;
        this.lists = lists;
        this.context = context;
    }

    /**
     * @throws CampaignException with every unknown or illegal optimizer, setting, task and pattern
     */
    public CampaignPlan plan(CampaignSpec campaign) {
        List<String> problems = new ArrayList<>();
        Map<String, Contender> contenders = contenders(campaign, problems);
        Map<TaskId, Selected> selected = new LinkedHashMap<>();
        for (TaskSpec spec : campaign.tasks()) {
            try {
                select(spec).forEach(task -> selected.putIfAbsent(task.id(), new Selected(task, spec.budget().orElse(campaign.budget()))));
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new CampaignException("Campaign '" + campaign.name() + "'", problems);
        }
        List<PlannedRun> runs = new ArrayList<>();
        List<SkippedPair> skipped = new ArrayList<>();
        selected.values().forEach(choice -> pair(campaign, contenders, choice, runs, skipped));
        return new CampaignPlan(campaign, selected.size(), seedsFirst(runs), skipped);
    }

    /**
     * The tasks of a selection.
     *
     * @throws IllegalArgumentException when it selects nothing or names what does not exist
     */
    public List<TaskDescription> select(TaskSpec spec) {
        Predicate<TaskDescription> where = TaskQuery.parse(spec.where());
        List<TaskDescription> found = switch (spec.kind()) {
            case ID -> List.of(describe(TaskId.of(spec.selector())));
            case SUBSET -> lists.get(spec.selector()).tasks().stream().map(this::describe).toList();
            case GLOB -> matches(TaskGlob.of(spec.selector()));
        };
        List<TaskDescription> kept = found.stream().filter(where).toList();
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("Tasks '" + spec.selector() + "'" + (spec.where().isEmpty() ? "" : " where " + spec.where())
                    + " select nothing. Maybe list what there is: optbench list tasks");
        }
        return kept;
    }

    private List<TaskDescription> matches(TaskGlob glob) {
        Optional<List<TaskId>> literals = glob.literals();
        if (literals.isPresent()) {
            return literals.get().stream().map(this::describe).toList();
        }
        Stream<TaskDescription> candidates = glob.provider().isPresent()
                ? tasks.providers().stream().filter(provider -> provider.id().equals(glob.provider().get())).flatMap(provider -> provider.catalog(context))
                : tasks.list(context);
        Predicate<TaskId> matcher = glob.matcher();
        return candidates.filter(task -> matcher.test(task.id())).map(task -> {
            TaskId decorated = glob.decorate(task.id());
            return decorated.equals(task.id()) ? task : describe(decorated);
        }).toList();
    }

    private TaskDescription describe(TaskId id) {
        return tasks.describe(id, context).orElseThrow(() -> tasks.unknown(id, context));
    }

    private Map<String, Contender> contenders(CampaignSpec campaign, List<String> problems) {
        Map<String, Contender> contenders = new LinkedHashMap<>();
        for (OptimizerSpec spec : campaign.optimizers()) {
            try {
                contenders.put(spec.name(),
                        new Contender(optimizers.resolve(spec.id(), spec.settings(), spec.options()), TaskQuery.parse(spec.where())));
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return contenders;
    }

    private void pair(CampaignSpec campaign, Map<String, Contender> all, Selected choice, List<PlannedRun> runs, List<SkippedPair> skipped) {
        TaskDescription task = choice.task;
        Map<String, OptimizerVariant> variants = new LinkedHashMap<>();
        all.forEach((name, contender) -> {
            if (contender.where.test(task)) {
                variants.put(name, contender.variant);
            }
        });
        if (task.availability() instanceof Availability.Missing missing) {
            List<String> reasons = List.of("The task is not available: " + missing.reason() + " Maybe run: " + missing.remedy());
            variants.keySet().forEach(name -> skipped.add(new SkippedPair(name, task.id().text(), reasons)));
            return;
        }
        Problem problem;
        try (Task opened = tasks.open(task.id(), context)) {
            problem = opened.problem();
        } catch (RuntimeException e) {
            variants.keySet().forEach(name -> skipped.add(new SkippedPair(name, task.id().text(), List.of("The task cannot be opened: " + e.getMessage()))));
            return;
        }
        Budget budget = choice.budget.of(problem);
        TaskSnapshot snapshot = TaskSnapshot.of(task, problem);
        variants.forEach((name, variant) -> {
            List<String> reasons = new ArrayList<>(variant.provider().description().capabilities().refusals(problem, campaign.workers().count()));
            variant.provider().unavailable(variant.options()).ifPresent(reasons::add);
            if (!campaign.workers().simulation().isIdeal() && campaign.workers().clock() == WorkerSpec.Clock.TASK && task.clock() != TaskClock.SIMULATED) {
                reasons.add("Speeds, stragglers and failures of workers are simulated, and the task runs on wall time. Maybe set workers.clock: evaluations.");
            }
            if (!reasons.isEmpty()) {
                skipped.add(new SkippedPair(name, task.id().text(), reasons));
                return;
            }
            campaign.seeds().stream().forEach(seed -> {
                String streamKey = RunKeys.streamKey(variant, task, budget, campaign.workers(), seed, campaign.trialTimeLimit());
                runs.add(new PlannedRun(RunKeys.key(name, streamKey), streamKey, name, variant, task, snapshot, budget, campaign.workers(), seed,
                        campaign.trialTimeLimit(), campaign.askTimeLimit()));
            });
        });
    }

    /** Seeds in the outer loop, so that an unfinished campaign already compares every pair. */
    private static List<PlannedRun> seedsFirst(List<PlannedRun> runs) {
        return runs.stream().sorted(java.util.Comparator.comparingLong(PlannedRun::seed)).toList();
    }

    private record Selected(TaskDescription task, BudgetSpec budget) {
    }

    /** An optimizer of the campaign and the tasks it is meant for. */
    private record Contender(OptimizerVariant variant, Predicate<TaskDescription> where) {
    }
}
