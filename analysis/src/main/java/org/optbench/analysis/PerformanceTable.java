package org.optbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Immutable table of runs: optimizers x tasks x seeds. All values are to be minimised: those of a task that maximises have their sign turned.
 *
 * <p>Every run is reduced when it is added, to its best value at {@link #GRID} efforts that are evenly spaced on a logarithmic scale from one
 * evaluation (with time or cost as effort, a thousandth of the budget) to the budget, and to the effort of every target. Memory is about 1 kB a run however long the runs are.
 */
public final class PerformanceTable {

    /** Points of the effort grid of every task. */
    public static final int GRID = 64;

    private final List<String> optimizers;
    private final List<TaskInfo> tasks;
    private final Run[][][] cells;
    private final Effort effort;

    private PerformanceTable(Effort effort, List<String> optimizers, List<TaskInfo> tasks, Run[][][] cells) {
        this.effort = effort;
        this.optimizers = List.copyOf(optimizers);
        this.tasks = List.copyOf(tasks);
        this.cells = cells;
    }

    /** A builder for runs on these tasks, whose effort is in full evaluations. */
    public static Builder builder(List<TaskInfo> tasks) {
        return builder(tasks, Effort.FULL_EVALUATIONS);
    }

    /** A builder for runs on these tasks, whose budgets and the efforts of whose runs are in this unit. */
    public static Builder builder(List<TaskInfo> tasks, Effort effort) {
        return new Builder(tasks, effort);
    }

    /** What budgets, efforts and hits count. */
    public Effort effort() {
        return effort;
    }

    /** Names of the optimizers, in ascending order unless the table was joined from two. */
    public List<String> optimizers() {
        return optimizers;
    }

    /** The tasks in the order they were given. */
    public List<TaskInfo> tasks() {
        return tasks;
    }

    /** Number of runs of an optimizer on a task. */
    public int runs(int optimizer, int task) {
        return cells[optimizer][task].length;
    }

    /** Number of all runs. */
    public long totalRuns() {
        return all(run -> 1);
    }

    /** Number of all trials. */
    public long totalTrials() {
        return all(Run::trials);
    }

    /** Number of all failed trials. */
    public long totalFailures() {
        return all(Run::failures);
    }

    private long all(java.util.function.ToIntFunction<Run> count) {
        return Arrays.stream(cells).flatMap(Arrays::stream).flatMap(Arrays::stream).mapToLong(count::applyAsInt).sum();
    }

    /** Efforts of a task's grid, ascending, the last the budget. */
    public double[] efforts(int task) {
        return grid(tasks.get(task).budget(), effort);
    }

    /** Best values of the runs of a cell at a point of the grid; infinity where nothing was found yet. */
    public double[] valuesAt(int optimizer, int task, int point) {
        return column(cells[optimizer][task], run -> run.curve()[point]);
    }

    /** Best values of the runs of a cell within the budget; infinity for a run that found nothing. */
    public double[] finalValues(int optimizer, int task) {
        return column(cells[optimizer][task], Run::best);
    }

    /**
     * Area under the normalised incumbent of the runs of a cell: its mean over the effort axis from 0 to the budget, within the task's bounds, 1 before
     * the first result that counts; in [0, 1], smaller is better. One minus it is the area over the convergence curve (AOCC;
     * Lopez-Ibanez, Vermetten, Dreo and Doerr, "Using the empirical attainment function for analyzing single-objective black-box optimization
     * algorithms", IEEE TEC, 2024). NaN for a task without bounds.
     */
    public double[] areas(int optimizer, int task) {
        return column(cells[optimizer][task], Run::area);
    }

    /** What the runs of a cell are ranked by, to be minimised. */
    public double[] scores(Criterion criterion, int optimizer, int task) {
        return switch (criterion) {
            case FINAL -> finalValues(optimizer, task);
            case ANYTIME -> areas(optimizer, task);
        };
    }

    /** Non-dominated results of the runs of a cell on a task with several objectives, shape {@code [runs][points][m]}, to be minimised. */
    public double[][][] fronts(int optimizer, int task) {
        return Arrays.stream(cells[optimizer][task]).map(Run::front).toArray(double[][][]::new);
    }

    /** Seeds of the runs of a cell, in the order of all its columns. */
    public long[] seeds(int optimizer, int task) {
        return Arrays.stream(cells[optimizer][task]).mapToLong(Run::seed).toArray();
    }

    /** Efforts at which a target was first attained; infinity for a run that did not. */
    public double[] hits(int optimizer, int task, int target) {
        return column(cells[optimizer][task], run -> run.hits()[target]);
    }

    /** Efforts that the runs of a cell spent. */
    public double[] spent(int optimizer, int task) {
        return column(cells[optimizer][task], Run::spent);
    }

    /** Times of the last results of the runs of a cell, on the task's clock; NaN when not known. */
    public double[] seconds(int optimizer, int task) {
        return column(cells[optimizer][task], Run::seconds);
    }

    /** Mean time of a suggestion of every run of a cell; NaN when not known. */
    public double[] suggestSeconds(int optimizer, int task) {
        return column(cells[optimizer][task], run -> run.trials() == 0 ? Double.NaN : run.suggestSeconds() / run.trials());
    }

    /** Failed trials of a cell. */
    public int failures(int optimizer, int task) {
        return Arrays.stream(cells[optimizer][task]).mapToInt(Run::failures).sum();
    }

    /** Trials of a cell. */
    public int trials(int optimizer, int task) {
        return Arrays.stream(cells[optimizer][task]).mapToInt(Run::trials).sum();
    }

    /** Indices of the tasks on which every optimizer has at least one run. */
    public int[] completeTasks() {
        return IntStream.range(0, tasks.size()).filter(t -> IntStream.range(0, optimizers.size()).allMatch(o -> cells[o][t].length > 0)).toArray();
    }

    /** The same table with some of its optimizers and tasks only. */
    public PerformanceTable select(List<String> keepOptimizers, int[] keepTasks) {
        Run[][][] kept = keepOptimizers.stream().map(this::indexOf)
                .map(o -> Arrays.stream(keepTasks).mapToObj(t -> cells[o][t]).toArray(Run[][]::new)).toArray(Run[][][]::new);
        return new PerformanceTable(effort, keepOptimizers, Arrays.stream(keepTasks).mapToObj(tasks::get).toList(), kept);
    }

    /** The same table with other names for the optimizers. */
    public PerformanceTable renamed(UnaryOperator<String> name) {
        return new PerformanceTable(effort, optimizers.stream().map(name).toList(), tasks, cells);
    }

    /**
     * The runs of two tables over the same tasks.
     *
     * @throws IllegalArgumentException when the tasks differ or an optimizer is in both
     */
    public PerformanceTable with(PerformanceTable other) {
        if (!effort.equals(other.effort) || !tasks.equals(other.tasks) || optimizers.stream().anyMatch(other.optimizers::contains)) {
            throw new IllegalArgumentException("tables with the optimizers " + optimizers + " and " + other.optimizers
                    + " cannot be joined: the tasks and the unit of effort must be the same and the optimizers different");
        }
        List<String> names = new ArrayList<>(optimizers);
        names.addAll(other.optimizers);
        Run[][][] both = Arrays.copyOf(cells, names.size());
        System.arraycopy(other.cells, 0, both, optimizers.size(), other.cells.length);
        return new PerformanceTable(effort, names, tasks, both);
    }

    private int indexOf(String optimizer) {
        int index = optimizers.indexOf(optimizer);
        if (index < 0) {
            throw new IllegalArgumentException("optimizer '" + optimizer + "' is not in the table, which has " + optimizers);
        }
        return index;
    }

    private static double[] column(Run[] runs, java.util.function.ToDoubleFunction<Run> value) {
        double[] column = new double[runs.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.applyAsDouble(runs[i]);
        }
        return column;
    }

    private static double[] grid(double budget, Effort effort) {
        double first = start(budget, effort);
        double[] grid = new double[GRID];
        for (int g = 0; g < GRID; g++) {
            grid[g] = first * Math.pow(budget / first, g / (GRID - 1.0));
        }
        grid[GRID - 1] = budget;
        return grid;
    }

    /** Where the axis of a task begins: at one evaluation, or at a thousandth of a budget of time or cost. */
    static double start(double budget, Effort effort) {
        return effort.isCount() ? Math.min(1, budget / 2) : budget / 1000;
    }

    /** Start of the effort axis of a task, below its budget. */
    public double start(int task) {
        return start(tasks.get(task).budget(), effort);
    }

    /** Collects runs. Not safe for several threads. */
    public static final class Builder {

        private final Effort effort;
        private final List<TaskInfo> tasks;
        private final Map<String, Integer> taskIndex = new LinkedHashMap<>();
        private final double[][] grids;
        private final Map<String, List<List<Run>>> byOptimizer = new java.util.TreeMap<>();
        private final Map<List<Run>, Set<Long>> seeds = new IdentityHashMap<>();

        private Builder(List<TaskInfo> tasks, Effort effort) {
            this.effort = effort;
            this.tasks = List.copyOf(tasks);
            for (TaskInfo task : tasks) {
                if (taskIndex.put(task.id(), taskIndex.size()) != null) {
                    throw new IllegalArgumentException("task '" + task.id() + "' is given twice.\nMaybe two versions of it were run: analyse one.");
                }
            }
            grids = this.tasks.stream().map(task -> grid(task.budget(), effort)).toArray(double[][]::new);
        }

        /** Adds a run; two runs of one optimizer on one task must differ in their seed. */
        public Builder add(RunTrace trace) {
            Integer task = taskIndex.get(trace.task());
            if (task == null) {
                throw new IllegalArgumentException("run of '" + trace.optimizer() + "' on task '" + trace.task() + "', which is not in the table");
            }
            List<List<Run>> rows = byOptimizer.computeIfAbsent(trace.optimizer(),
                    name -> new ArrayList<>(IntStream.range(0, tasks.size()).<List<Run>>mapToObj(t -> new ArrayList<>(4)).toList()));
            List<Run> cell = rows.get(task);
            if (!seeds.computeIfAbsent(cell, _ -> new HashSet<>(4)).add(trace.seed())) {
                throw new IllegalArgumentException("optimizer '" + trace.optimizer() + "' has two runs on task '" + trace.task() + "' with seed "
                        + trace.seed() + ".\nMaybe two versions or budgets of it are mixed: select one.");
            }
            cell.add(reduce(trace, tasks.get(task), grids[task]));
            return this;
        }

        /** The table; runs of a cell are ordered by seed. */
        public PerformanceTable build() {
            Run[][][] cells = byOptimizer.values().stream()
                    .map(rows -> rows.stream().map(cell -> cell.stream().sorted((a, b) -> Long.compare(a.seed(), b.seed())).toArray(Run[]::new))
                            .toArray(Run[][]::new))
                    .toArray(Run[][][]::new);
            return new PerformanceTable(effort, List.copyOf(byOptimizer.keySet()), tasks, cells);
        }

        private static Run reduce(RunTrace trace, TaskInfo task, double[] grid) {
            double[] targets = task.targets().stream().mapToDouble(task.direction()::toMinimize).toArray();
            double[] hits = new double[targets.length];
            Arrays.fill(hits, Double.POSITIVE_INFINITY);
            double[] curve = new double[GRID];
            double best = Double.POSITIVE_INFINITY;
            double level = Double.NEGATIVE_INFINITY;
            boolean leveled = trace.levels().length > 0;
            Area area = new Area(task);
            int point = 0;
            int hit = 0;
            int n = trace.effort().length;
            // A sum of fractions of full evaluations may pass the budget by rounding.
            double limit = task.budget() * (1 + 1e-9);
            for (int i = 0; i < n && trace.effort()[i] <= limit; i++) {
                while (point < GRID && grid[point] < trace.effort()[i] * (1 - 1e-9)) {
                    curve[point++] = best;
                }
                double value = task.direction().toMinimize(trace.values()[i]);
                if (Double.isNaN(value) || leveled && trace.levels()[i] < level) {
                    continue;
                }
                if (leveled && trace.levels()[i] > level) {
                    area.until(trace.effort()[i], best);
                    level = trace.levels()[i];
                    best = Double.POSITIVE_INFINITY;
                }
                if (value < best) {
                    area.until(trace.effort()[i], best);
                    best = value;
                    while (hit < targets.length && best <= targets[hit] && (!leveled || level >= 1)) {
                        hits[hit++] = trace.effort()[i];
                    }
                }
            }
            area.until(task.budget(), best);
            while (point < GRID) {
                curve[point++] = best;
            }
            double spent = n == 0 ? 0 : trace.effort()[n - 1];
            double seconds = trace.seconds().length == 0 ? Double.NaN : trace.seconds()[n - 1];
            double suggest = trace.suggestSeconds().length == 0 ? Double.NaN : Arrays.stream(trace.suggestSeconds()).sum();
            return new Run(trace.seed(), curve, hits, best, spent, seconds, suggest, n, trace.failures(), area.mean(), trace.front());
        }
    }

    /** Adds up the normalised incumbent over the effort. */
    private static final class Area {
        private final TaskInfo task;
        private double sum;
        private double reached;

        Area(TaskInfo task) {
            this.task = task;
        }

        void until(double effort, double incumbent) {
            double end = Math.min(effort, task.budget());
            if (task.bounds().isPresent() && end > reached) {
                sum += (end - reached) * task.bounds().get().normalise(incumbent);
                reached = end;
            }
        }

        double mean() {
            return task.bounds().isPresent() ? sum / task.budget() : Double.NaN;
        }
    }
}
