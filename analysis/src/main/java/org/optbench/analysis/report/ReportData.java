package org.optbench.analysis.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.TargetEffort;
import org.optbench.analysis.TaskInfo;
import org.optbench.model.Direction;

/** The numbers of the charts as compressed JSON. */
final class ReportData {

    private static final int TARGETS_SHOWN = 6;
    private static final int SIMULATIONS = 200;
    private static final long MOST_TARGET_CELLS = 6000;

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
        json.append("],\"effort\":").append(quote(table.effort().label())).append(",\"targetsAxis\":").append(quote(Curves.targetsAxis(table)))
                .append(",\"slices\":[");
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
        curves(Curves.ranks(table, view));
        json.append(",\"ecdf\":");
        curves(Curves.targets(table, view.slice().tasks()));
        json.append(",\"restarts\":");
        curves(view.targets().map(TargetsView::restarts));
        json.append(",\"performance\":");
        curves(view.targets().map(TargetsView::performance));
        json.append(",\"data\":");
        curves(view.targets().flatMap(TargetsView::data));
        json.append('}');
    }

    private void curves(Optional<Curves> curves) {
        if (curves.isEmpty()) {
            json.append("null");
            return;
        }
        json.append("{\"x\":");
        numbers(curves.get().x());
        json.append(",\"y\":");
        matrix(curves.get().y());
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
        json.append("],\"targets\":");
        targets(t, task);
        json.append(",\"surfaces\":");
        curves(Surfaces.of(table, t));
        json.append('}');
    }

    /** Expected efforts to some of the targets that anybody attained, from the easiest to the hardest. */
    private void targets(int t, TaskInfo task) {
        int[] attained = IntStream.range(0, task.targets().size()).filter(target -> TargetEffort.isAttained(table, t, target)).toArray();
        if (attained.length == 0 || (long) table.tasks().size() * table.optimizers().size() > MOST_TARGET_CELLS) {
            json.append("null");
            return;
        }
        int shown = Math.min(attained.length, TARGETS_SHOWN);
        int[] chosen = IntStream.range(0, shown).map(i -> attained[shown == 1 ? attained.length - 1 : i * (attained.length - 1) / (shown - 1)]).toArray();
        json.append("{\"v\":");
        numbers(Arrays.stream(chosen).mapToDouble(target -> Curves.shown(task.direction().toMinimize(task.targets().get(target)), task)).toArray());
        json.append(",\"rows\":[");
        for (int i = 0; i < shown; i++) {
            json.append(i == 0 ? "[" : ",[");
            List<TargetEffort> efforts = TargetEffort.of(table, t, chosen[i], SIMULATIONS);
            for (int j = 0; j < efforts.size(); j++) {
                TargetEffort e = efforts.get(j);
                json.append(j == 0 ? "" : ",");
                numbers(new double[]{e.optimizer(), e.expected().value(), e.expected().successes(), e.expected().runs(), e.dispersion().tenth(),
                        e.dispersion().ninetieth(), e.median()});
            }
            json.append(']');
        }
        json.append("]}");
    }

    private void cell(int o, int t, TaskInfo task) {
        Optional<Curves.Incumbents> incumbents = Curves.incumbents(table, o, t);
        if (incumbents.isEmpty()) {
            json.append("null");
            return;
        }
        json.append("{\"m\":");
        numbers(incumbents.get().median());
        json.append(",\"lo\":");
        numbers(incumbents.get().lower());
        json.append(",\"hi\":");
        numbers(incumbents.get().upper());
        json.append(",\"final\":");
        double[] last = table.finalValues(o, t);
        for (int i = 0; i < last.length; i++) {
            last[i] = Curves.shown(last[i], task);
        }
        Arrays.sort(last);
        numbers(last);
        json.append(",\"failures\":").append(table.failures(o, t)).append(",\"trials\":").append(table.trials(o, t)).append('}');
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
