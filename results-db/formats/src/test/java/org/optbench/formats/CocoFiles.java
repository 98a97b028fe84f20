package org.optbench.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of the data format {@code bbob-new2}, written after {@code logger_bbob.c} of COCO 2.6 and the assertions of its post-processor
 * ({@code cocopp} 2.6, {@code pproc.py}, {@code readalign.py}, {@code dataformatsettings.py}), which cannot be run where these tests are. It shares
 * no code with the importer and takes nothing but the exact form.
 */
final class CocoFiles {

    private static final Pattern HEADER = Pattern.compile("suite = '([a-z-]+)', funcId = (\\d+), DIM = (\\d+), Precision = 1\\.000e-08, algId = '([^', ]+)', "
            + "coco_version = '[^', ]*', logger = 'bbob', data_format = 'bbob-new2'");
    private static final Pattern RUN = Pattern.compile("(\\d+):(\\d+)\\|(\\d\\.\\de[+-]\\d{2,3})");
    private static final Pattern DATA_HEADER = Pattern.compile("% f evaluations \\| g evaluations \\| best noise-free fitness - F(?:opt|ref) "
            + "\\(([+-]?\\d\\.\\d+e[+-]\\d{2,3})\\) \\+ sum g_i\\+ \\| measured fitness \\| best measured fitness or single-digit g-values \\| x1 \\| x2\\.\\.\\.");
    private static final Pattern NUMBER = Pattern.compile("[+-]\\d\\.\\d{9,}e[+-]\\d{2,3}");

    private CocoFiles() {
    }

    record Entry(String suite, int function, int dimension, String algorithm, List<Run> runs) {
    }

    /** A run: rows are evaluations, evaluations of constraints, best - Fopt, measured. */
    record Run(int instance, long evaluations, double optimum, List<double[]> byTarget, List<double[]> byTime, List<String> fifth) {
    }

    static List<Entry> read(Path info) throws IOException {
        String text = Files.readString(info);
        assertThat(text).endsWith("\n");
        List<String> lines = text.lines().toList();
        assertThat(lines.size() % 3).as("three lines an entry").isZero();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 3) {
            Matcher header = HEADER.matcher(lines.get(i));
            assertThat(header.matches()).as(lines.get(i)).isTrue();
            assertThat(lines.get(i + 1)).startsWith("%");
            String[] parts = lines.get(i + 2).split(", ");
            assertThat(parts[0]).endsWith(".dat");
            int dimension = Integer.parseInt(header.group(3));
            List<Raw> targets = data(info.resolveSibling(parts[0]), dimension);
            List<Raw> times = data(info.resolveSibling(parts[0].replaceFirst("dat$", "tdat")), dimension);
            assertThat(targets).hasSize(parts.length - 1);
            assertThat(times).hasSize(parts.length - 1);
            List<Run> runs = new ArrayList<>();
            for (int r = 1; r < parts.length; r++) {
                Matcher run = RUN.matcher(parts[r]);
                assertThat(run.matches()).as(parts[r]).isTrue();
                runs.add(run(run, targets.get(r - 1), times.get(r - 1)));
            }
            entries.add(new Entry(header.group(1), Integer.parseInt(header.group(2)), dimension, header.group(4), runs));
        }
        return entries;
    }

    private static Run run(Matcher run, Raw targets, Raw times) {
        long evaluations = Long.parseLong(run.group(2));
        assertThat(targets.optimum).isEqualTo(times.optimum);
        // pproc: assert all(dataset.evals[0][1:] == 1)
        assertThat(targets.rows.getFirst()[0]).as("first evaluation").isEqualTo(1);
        assertThat(times.rows.getLast()[0]).as("last evaluation").isEqualTo(evaluations);
        // dataformatsettings: the final values of both files agree, and with the index
        double last = targets.rows.getLast()[2];
        assertThat(times.rows.getLast()[2]).isEqualTo(last);
        assertThat(Double.parseDouble(run.group(3))).isCloseTo(last, org.assertj.core.data.Offset.offset(Math.abs(last) * 0.051 + 1e-300));
        return new Run(Integer.parseInt(run.group(1)), evaluations, targets.optimum, targets.rows, times.rows, targets.fifth);
    }

    private record Raw(double optimum, List<double[]> rows, List<String> fifth) {
    }

    private static List<Raw> data(Path file, int dimension) throws IOException {
        List<Raw> segments = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("%")) {
                Matcher header = DATA_HEADER.matcher(line);
                assertThat(header.matches()).as(line).isTrue();
                segments.add(new Raw(Double.parseDouble(header.group(1)), new ArrayList<>(), new ArrayList<>()));
                continue;
            }
            String[] cells = line.split(" ");
            assertThat(cells).as(line).hasSize(dimension < 22 ? 5 + dimension : 5);
            assertThat(cells[0]).matches("[1-9]\\d*");
            assertThat(cells[1]).matches("\\d+");
            assertThat(cells[4]).satisfiesAnyOf(cell -> assertThat(cell).matches(NUMBER), cell -> assertThat(cell).matches("\\d+"));
            for (int i = 2; i < cells.length; i++) {
                if (i != 4) {
                    assertThat(cells[i]).matches(NUMBER);
                }
            }
            double[] row = {Double.parseDouble(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(cells[3])};
            Raw segment = segments.getLast();
            if (!segment.rows.isEmpty()) {
                assertThat(row[0]).isGreaterThan(segment.rows.getLast()[0]);
                assertThat(row[2]).isLessThanOrEqualTo(segment.rows.getLast()[2]);
            }
            segment.rows.add(row);
            segment.fifth.add(cells[4]);
        }
        return segments;
    }
}
