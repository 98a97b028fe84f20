package org.optbench.results.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.optbench.model.FailureKind;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.results.RunTrials;
import org.optbench.results.RunView;

/** Reads the numbers of trials into columns, many runs by one statement. */
final class TrialScan {

    private static final String COLUMNS = "id, sequence, status, failure, objective, more_objectives, constraints, full_fidelity, "
            + "full_evaluations, clock_start, clock_finish, suggest, evaluate";
    private static final String ROWS = " FROM trial WHERE id BETWEEN ? AND ? ORDER BY id";
    private static final int FETCH = 2000;
    private static final double[] NONE = {};

    private final Set<String> resources;
    private final Consumer<RunTrials> receiver;

    TrialScan(Set<String> resources, Consumer<RunTrials> receiver) {
        this.resources = resources;
        this.receiver = receiver;
    }

    /**
     * Reads runs whose ids lie close together.
     *
     * @param ids   [n] ascending
     * @param views [n] of the same runs
     * @param usage by run id and resource, of those that were asked for
     */
    void read(Connection connection, long[] ids, List<RunView> views, Map<Long, Map<String, Double>> usage) throws SQLException {
        boolean leveled = views.stream().anyMatch(view -> !view.run().task().fidelities().isEmpty());
        String columns = COLUMNS + (leveled ? ", fidelity, reached" : "") + (resources.isEmpty() ? "" : ", resources_json");
        try (PreparedStatement query = connection.prepareStatement("SELECT " + columns + ROWS)) {
            query.setFetchSize(FETCH);
            query.setLong(1, EntryIds.first(ids[0]));
            query.setLong(2, EntryIds.last(ids[ids.length - 1]));
            try (ResultSet rows = query.executeQuery()) {
                boolean more = rows.next();
                for (int i = 0; i < ids.length; i++) {
                    while (more && EntryIds.run(rows.getLong(1)) < ids[i]) {
                        more = rows.next();
                    }
                    Builder builder = new Builder(views.get(i), resources, usage.getOrDefault(ids[i], Map.of()));
                    while (more && EntryIds.run(rows.getLong(1)) == ids[i]) {
                        builder.add(rows);
                        more = rows.next();
                    }
                    receiver.accept(builder.build());
                }
            }
        }
    }

    /** The columns of one run as they grow. */
    private static final class Builder {
        private static final int FIRST = 128;
        private final RunView view;
        private int size;
        private int[] index = new int[FIRST];
        private int[] sequence = new int[FIRST];
        private byte[] status = new byte[FIRST];
        private byte[] failure = new byte[FIRST];
        private final double[][] objectives;
        private final double[][] constraints;
        private boolean[] fullFidelity = new boolean[FIRST];
        private double[] fullEvaluations = new double[FIRST];
        private double[] start = new double[FIRST];
        private double[] finish = new double[FIRST];
        private long[] suggest = new long[FIRST];
        private long[] evaluate = new long[FIRST];
        private double[] fidelity = new double[FIRST];
        private final Map<String, double[]> resources = new TreeMap<>();
        private final Map<String, Double> usage = new TreeMap<>();
        private final Map<String, Double> levels = new HashMap<>();
        private boolean ordered = true;

        Builder(RunView view, Set<String> wanted, Map<String, Double> spent) {
            this.view = view;
            for (String name : wanted) {
                resources.put(name, new double[FIRST]);
                usage.put(name, spent.getOrDefault(name, 0.0));
            }
            this.objectives = new double[view.run().task().objectives().size()][FIRST];
            this.constraints = new double[view.run().task().constraints().size()][FIRST];
        }

        void add(ResultSet row) throws SQLException {
            if (size == index.length) {
                resize(size * 2);
            }
            index[size] = EntryIds.number(row.getLong(1));
            sequence[size] = row.getInt(2);
            ordered &= size == 0 || sequence[size] > sequence[size - 1];
            status[size] = row.getByte(3);
            failure[size] = failure(row.getString(4));
            double first = row.getDouble(5);
            boolean valued = !row.wasNull();
            objectives[0][size] = valued ? first : Double.NaN;
            fill(objectives, 1, objectives.length > 1 && valued ? Columns.vector(row, "more_objectives") : NONE);
            fill(constraints, 0, constraints.length > 0 && valued ? Columns.vector(row, "constraints") : NONE);
            fullFidelity[size] = row.getBoolean(8);
            fullEvaluations[size] = row.getDouble(9);
            start[size] = row.getDouble(10);
            finish[size] = row.getDouble(11);
            suggest[size] = row.getLong(12);
            evaluate[size] = row.getLong(13);
            fidelity[size] = view.run().task().fidelities().isEmpty() ? 1 : level(row.getString("reached"), row.getString("fidelity"));
            if (!resources.isEmpty()) {
                Map<String, Double> amounts = Columns.numbers(row, "resources_json");
                resources.forEach((name, column) -> column[size] = amounts.getOrDefault(name, 0.0));
            }
            size++;
        }

        private double level(@Nullable String reached, @Nullable String asked) {
            String text = reached != null ? reached : asked;
            return text == null ? 1 : levels.computeIfAbsent(text, _ -> {
                Fidelity at = Fidelity.parse(text);
                double share = 1;
                for (FidelityParameter knob : view.run().task().fidelities().parameters()) {
                    Double level = at.levels().get(knob.name());
                    share *= level == null ? 1 : level / knob.upper();
                }
                return share;
            });
        }

        private void fill(double[][] columns, int from, double[] values) {
            for (int i = from; i < columns.length; i++) {
                columns[i][size] = i - from < values.length ? values[i - from] : Double.NaN;
            }
        }

        private static byte failure(@Nullable String kind) {
            return kind == null ? -1 : (byte) FailureKind.valueOf(kind).ordinal();
        }

        RunTrials build() {
            resize(size);
            if (!ordered) {
                sort();
            }
            return new RunTrials(view, size, index, status, failure, objectives, constraints, fullFidelity, fullEvaluations, start, finish, suggest,
                    evaluate, fidelity, resources, usage);
        }

        private void resize(int length) {
            index = Arrays.copyOf(index, length);
            sequence = Arrays.copyOf(sequence, length);
            status = Arrays.copyOf(status, length);
            failure = Arrays.copyOf(failure, length);
            fullFidelity = Arrays.copyOf(fullFidelity, length);
            fullEvaluations = Arrays.copyOf(fullEvaluations, length);
            start = Arrays.copyOf(start, length);
            finish = Arrays.copyOf(finish, length);
            suggest = Arrays.copyOf(suggest, length);
            evaluate = Arrays.copyOf(evaluate, length);
            fidelity = Arrays.copyOf(fidelity, length);
            resources.replaceAll((_, column) -> Arrays.copyOf(column, length));
            for (int i = 0; i < objectives.length; i++) {
                objectives[i] = Arrays.copyOf(objectives[i], length);
            }
            for (int i = 0; i < constraints.length; i++) {
                constraints[i] = Arrays.copyOf(constraints[i], length);
            }
        }

        private void sort() {
            // Sequence number and position in one long sort without boxing.
            long[] keys = new long[size];
            for (int i = 0; i < size; i++) {
                keys[i] = ((long) sequence[i] << Integer.SIZE) | i;
            }
            Arrays.sort(keys);
            int[] order = new int[size];
            for (int i = 0; i < size; i++) {
                order[i] = (int) keys[i];
            }
            index = Arrays.stream(order).map(i -> index[i]).toArray();
            status = permuted(status, order);
            failure = permuted(failure, order);
            boolean[] full = new boolean[size];
            for (int i = 0; i < size; i++) {
                full[i] = fullFidelity[order[i]];
            }
            fullFidelity = full;
            fullEvaluations = permuted(fullEvaluations, order);
            start = permuted(start, order);
            finish = permuted(finish, order);
            suggest = permuted(suggest, order);
            evaluate = permuted(evaluate, order);
            fidelity = permuted(fidelity, order);
            resources.replaceAll((_, column) -> permuted(column, order));
            for (int i = 0; i < objectives.length; i++) {
                objectives[i] = permuted(objectives[i], order);
            }
            for (int i = 0; i < constraints.length; i++) {
                constraints[i] = permuted(constraints[i], order);
            }
        }

        private static byte[] permuted(byte[] values, int[] order) {
            byte[] result = new byte[order.length];
            for (int i = 0; i < order.length; i++) {
                result[i] = values[order[i]];
            }
            return result;
        }

        private static double[] permuted(double[] values, int[] order) {
            return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
        }

        private static long[] permuted(long[] values, int[] order) {
            return Arrays.stream(order).mapToLong(i -> values[i]).toArray();
        }
    }
}
