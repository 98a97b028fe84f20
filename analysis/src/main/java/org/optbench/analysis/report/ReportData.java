package org.optbench.analysis.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.optbench.analysis.Aggregation;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.Ranking;
import org.optbench.analysis.TaskInfo;
import org.optbench.analysis.stats.MedianInterval;
import org.optbench.model.Direction;

/** The numbers of the charts as compressed JSON. */
final class ReportData {

    private static final int ECDF_POINTS = 100;

    private final PerformanceTable table;
    private final StringBuilder json = new StringBuilder(1 << 16);

    private ReportData(PerformanceTable table) {
        this.table = table;
    }

    /** JSON, gzip, base64: what the script of the page reads. */
    static String encode(PerformanceTable table, List<ReportPage.SliceView> slices) {
        String json = new ReportData(table).write(slices);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private String write(List<ReportPage.SliceView> slices) {
        json.append("{\"optimizers\":[");
        for (int o = 0; o < table.optimizers().size(); o++) {
            json.append(o == 0 ? "" : ",").append(quote(table.optimizers().get(o)));
        }
        json.append("],\"slices\":[");
        for (int s = 0; s < slices.size(); s++) {
            json.append(s == 0 ? "" : ",");
            slice(slices.get(s));
        }
        json.append("],\"tasks\":[");
        for (int t = 0; t < table.tasks().size(); t++) {
            json.append(t == 0 ? "" : ",");
            task(t);
        }
        return json.append("]}").toString();
    }

    private void slice(ReportPage.SliceView view) {
        json.append("{\"id\":").append(quote(view.id())).append(",\"label\":").append(quote(view.slice().label())).append(",\"rank\":");
        int[] compared = view.ranking().map(Ranking::tasks).orElse(new int[0]);
        if (compared.length == 0) {
            json.append("null");
        } else {
            double[] fractions = new double[PerformanceTable.GRID];
            double[] efforts = table.efforts(compared[0]);
            // Grids differ from task to task; ranks are compared at equal positions, shown by the fraction of the budget.
            for (int g = 0; g < fractions.length; g++) {
                fractions[g] = efforts[g] / efforts[efforts.length - 1];
            }
            json.append("{\"x\":");
            numbers(fractions);
            json.append(",\"y\":");
            matrix(Ranking.overTime(table, compared, Aggregation.MEDIAN));
            json.append('}');
        }
        json.append(",\"ecdf\":");
        ecdf(view.slice().tasks());
        json.append('}');
    }

    /** Share of (task, target, run) attained within an effort per dimension. */
    private void ecdf(int[] tasks) {
        int[] withTargets = Arrays.stream(tasks).filter(t -> !table.tasks().get(t).targets().isEmpty()).toArray();
        if (withTargets.length == 0) {
            json.append("null");
            return;
        }
        double last = Arrays.stream(withTargets).mapToDouble(t -> table.tasks().get(t).budget() / table.tasks().get(t).dimension()).max().orElseThrow();
        double first = Arrays.stream(withTargets).mapToDouble(t -> 1.0 / table.tasks().get(t).dimension()).min().orElseThrow();
        double[] x = new double[ECDF_POINTS];
        for (int i = 0; i < x.length; i++) {
            x[i] = first * Math.pow(last / first, i / (x.length - 1.0));
        }
        double[][] y = new double[table.optimizers().size()][x.length];
        for (int o = 0; o < y.length; o++) {
            double total = 0;
            for (int t : withTargets) {
                TaskInfo task = table.tasks().get(t);
                for (int target = 0; target < task.targets().size(); target++) {
                    for (double hit : table.hits(o, t, target)) {
                        total++;
                        int at = Arrays.binarySearch(x, hit / task.dimension() * (1 - 1e-12));
                        int from = at >= 0 ? at : -at - 1;
                        if (from < x.length) {
                            y[o][from]++;
                        }
                    }
                }
            }
            for (int i = 0; i < x.length; i++) {
                y[o][i] = (i == 0 ? 0 : y[o][i - 1]) + y[o][i] / Math.max(1, total);
            }
        }
        json.append("{\"tasks\":").append(withTargets.length).append(",\"x\":");
        numbers(x);
        json.append(",\"y\":");
        matrix(y);
        json.append('}');
    }

    private void task(int t) {
        TaskInfo task = table.tasks().get(t);
        boolean regret = task.optimum().isPresent();
        json.append("{\"id\":").append(quote(task.id())).append(",\"type\":").append(quote(task.type())).append(",\"family\":")
                .append(quote(task.family())).append(",\"dimension\":").append(task.dimension()).append(",\"measure\":").append(quote(task.measure()))
                .append(",\"maximize\":").append(task.direction() == Direction.MAXIMIZE).append(",\"regret\":").append(regret).append(",\"x\":");
        numbers(table.efforts(t));
        json.append(",\"cells\":[");
        for (int o = 0; o < table.optimizers().size(); o++) {
            json.append(o == 0 ? "" : ",");
            cell(o, t, task);
        }
        json.append("]}");
    }

    private void cell(int o, int t, TaskInfo task) {
        int runs = table.runs(o, t);
        if (runs == 0) {
            json.append("null");
            return;
        }
        double[][] band = new double[3][PerformanceTable.GRID];
        for (int g = 0; g < PerformanceTable.GRID; g++) {
            double[] values = table.valuesAt(o, t, g);
            for (int i = 0; i < values.length; i++) {
                values[i] = shown(values[i], task);
            }
            MedianInterval interval = MedianInterval.of(values, 0.95);
            band[0][g] = interval.median();
            band[1][g] = interval.lower();
            band[2][g] = interval.upper();
        }
        json.append("{\"m\":");
        numbers(band[0]);
        json.append(",\"lo\":");
        numbers(band[1]);
        json.append(",\"hi\":");
        numbers(band[2]);
        json.append(",\"final\":");
        double[] last = table.finalValues(o, t);
        for (int i = 0; i < last.length; i++) {
            last[i] = task.direction().toMinimize(last[i]);
        }
        Arrays.sort(last);
        numbers(last);
        json.append(",\"failures\":").append(table.failures(o, t)).append(",\"trials\":").append(table.trials(o, t)).append('}');
    }

    /** Regret where the optimum is known, else the value in its own direction. */
    private static double shown(double value, TaskInfo task) {
        if (task.optimum().isPresent()) {
            return Math.max(0, value - task.direction().toMinimize(task.optimum().getAsDouble()));
        }
        return task.direction().toMinimize(value);
    }

    private void matrix(double[][] rows) {
        json.append('[');
        for (int i = 0; i < rows.length; i++) {
            json.append(i == 0 ? "" : ",");
            numbers(rows[i]);
        }
        json.append(']');
    }

    private void numbers(double[] values) {
        json.append('[');
        for (int i = 0; i < values.length; i++) {
            json.append(i == 0 ? "" : ",");
            number(values[i]);
        }
        json.append(']');
    }

    /** Five significant digits; null for what is not finite. */
    private void number(double value) {
        if (!Double.isFinite(value)) {
            json.append("null");
        } else if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            json.append((long) value);
        } else {
            double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 4);
            double rounded = Math.rint(value / unit) * unit;
            json.append((float) rounded == 0 || Math.abs(rounded) > 1e30 ? Double.toString(value) : Float.toString((float) rounded));
        }
    }

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                default -> {
                    if (c < 0x20 || c == '<') {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
