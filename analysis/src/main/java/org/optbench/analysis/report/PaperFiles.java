package org.optbench.analysis.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.Ranking;
import org.optbench.analysis.TaskInfo;

/** Writes the figures of a report as SVG and PDF, and its tables as CSV and LaTeX (booktabs). */
public final class PaperFiles {

    private final ReportInput input;
    private final Path figures;
    private final Path tables;

    private PaperFiles(ReportInput input, Path folder) {
        this.input = input;
        this.figures = folder.resolve("figures");
        this.tables = folder.resolve("tables");
    }

    /**
     * Writes {@code figures/} and {@code tables/} below a folder; existing files of the same names are replaced.
     *
     * @param taskFigures whether to draw the incumbents of every task too
     * @throws UncheckedIOException when a file cannot be written
     */
    public static void write(ReportInput input, Path folder, boolean taskFigures) {
        PaperFiles files = new PaperFiles(input, folder);
        try {
            Files.createDirectories(files.figures);
            Files.createDirectories(files.tables);
            for (ReportPage.SliceView view : ReportPage.slices(input.table(), input.policies())) {
                files.slice(view);
            }
            files.runs();
            if (taskFigures) {
                Files.createDirectories(files.figures.resolve("tasks"));
                for (int t = 0; t < input.table().tasks().size(); t++) {
                    files.task(t);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the figures and tables could not be written to " + folder + ": " + e.getMessage(), e);
        }
    }

    private void slice(ReportPage.SliceView view) throws IOException {
        String name = fileName(view.slice().kind().equals("all") ? "all" : view.slice().kind() + "-" + view.slice().label());
        String where = input.title() + ", " + view.slice().label();
        if (view.ranking().isPresent()) {
            Ranking ranking = view.ranking().get();
            figure("cd-" + name, "Critical-difference diagram, " + where, CdFigure.WIDTH, CdFigure.height(ranking), c -> CdFigure.draw(ranking, c));
            rankingTable("ranking-" + name, view, ranking);
            pairsTable("pairs-" + name, ranking);
        }
        Optional<Curves> ranks = Curves.ranks(input.table(), view);
        if (ranks.isPresent()) {
            plot("rank-" + name, plot("Rank over the budget, " + where, "fraction of the budget", "mean rank", ranks.get(), true, false));
        }
        Optional<Curves> targets = Curves.targets(input.table(), view.slice().tasks());
        if (targets.isPresent()) {
            plot("targets-" + name, plot("Targets attained, " + where, Curves.targetsAxis(input.table()), "share of targets", targets.get(), false, true));
        }
        if (view.targets().isPresent()) {
            TargetsView fixed = view.targets().get();
            plot("restarts-" + name, plot("Targets attained with restarts, " + where, Curves.targetsAxis(input.table()), "share of targets", fixed.restarts(),
                    false, true));
            plot("profile-" + name, plot("Performance profile, " + where, "ratio to the smallest expected effort", "share of targets", fixed.performance(),
                    false, true));
            if (fixed.data().isPresent()) {
                plot("data-profile-" + name, plot("Data profile, " + where, "expected " + input.table().effort().label() + " / (dimension + 1)",
                        "share of targets", fixed.data().get(), false, true));
            }
        }
    }

    private LinePlot plot(String title, String xLabel, String yLabel, Curves curves, boolean downward, boolean stepped) {
        return new LinePlot(title, xLabel, yLabel, curves.x(), true, lines(curves), false, downward, stepped);
    }

    private List<LinePlot.Line> lines(Curves curves) {
        List<LinePlot.Line> lines = new ArrayList<>();
        for (int o = 0; o < curves.y().length; o++) {
            lines.add(new LinePlot.Line(o, input.table().optimizers().get(o), curves.y()[o], Optional.empty()));
        }
        return lines;
    }

    private void task(int t) throws IOException {
        PerformanceTable table = input.table();
        TaskInfo task = table.tasks().get(t);
        List<LinePlot.Line> lines = new ArrayList<>();
        for (int o = 0; o < table.optimizers().size(); o++) {
            int optimizer = o;
            Curves.incumbents(table, o, t).ifPresent(curves -> lines.add(new LinePlot.Line(optimizer, table.optimizers().get(optimizer), curves.median(),
                    Optional.of(new double[][]{curves.lower(), curves.upper()}))));
        }
        boolean regret = task.optimum().isPresent();
        plot("tasks/" + fileName(task.id()), new LinePlot(input.title() + ", " + task.id(), table.effort().label(), regret ? "regret" : task.measure(),
                table.efforts(t), true, lines, regret, false, true));
        Optional<Curves> surfaces = Surfaces.of(table, t);
        if (surfaces.isPresent()) {
            plot("tasks/" + fileName(task.id()) + "-surfaces", new LinePlot("Median attainment surfaces, " + input.title() + ", " + task.id(),
                    "first objective, minimised", "second objective, minimised", surfaces.get().x(), false, lines(surfaces.get()), false, false, true));
        }
    }

    private void plot(String name, LinePlot plot) throws IOException {
        figure(name, plot.title(), LinePlot.WIDTH, plot.height(), plot::draw);
    }

    private void figure(String name, String title, double width, double height, Consumer<Canvas> drawing) throws IOException {
        SvgCanvas svg = new SvgCanvas(width, height);
        drawing.accept(svg);
        Files.writeString(figures.resolve(name + ".svg"), svg.document(title));
        PdfCanvas pdf = new PdfCanvas(width, height);
        drawing.accept(pdf);
        Files.write(figures.resolve(name + ".pdf"), pdf.document(title));
    }

    private void rankingTable(String name, ReportPage.SliceView view, Ranking ranking) throws IOException {
        StringBuilder csv = new StringBuilder("optimizer,mean_rank,groups,wins,p_against_best,a12_of_best\n");
        StringBuilder tex = new StringBuilder("\\begin{tabular}{lrlrrr}\n\\toprule\nOptimizer & Mean rank & Group & Wins & $p$ & $A_{12}$ \\\\\n\\midrule\n");
        int best = ranking.groups().order().getFirst();
        for (ReportPage.RankRow row : view.rows()) {
            int o = row.optimizer();
            csv.append(cell(row.name())).append(',').append(ranking.meanRanks()[o]).append(',').append(cell(row.letters())).append(',')
                    .append(ranking.wins()[o]).append(',').append(ranking.pValues()[best][o]).append(',').append(ranking.effects()[best][o]).append('\n');
            tex.append(latex(row.name())).append(" & ").append(row.rank()).append(" & ").append(latex(row.letters())).append(" & ").append(row.wins())
                    .append(" & ").append(o == best ? "--" : "$" + Format.p(ranking.pValues()[best][o]).replace("p = ", "").replace("p ", "") + "$")
                    .append(" & ").append(o == best ? "--" : Format.fixed(ranking.effects()[best][o], 2)).append(" \\\\\n");
        }
        Files.writeString(tables.resolve(name + ".csv"), csv);
        Files.writeString(tables.resolve(name + ".tex"), tex.append("\\bottomrule\n\\end{tabular}\n"));
    }

    private void pairsTable(String name, Ranking ranking) throws IOException {
        StringBuilder csv = new StringBuilder("optimizer,against,a12,p_adjusted\n");
        StringBuilder tex = new StringBuilder("\\begin{tabular}{l" + "r".repeat(ranking.optimizers().size()) + "}\n\\toprule\n");
        for (int column : ranking.groups().order()) {
            tex.append(" & ").append(latex(ranking.optimizers().get(column)));
        }
        tex.append(" \\\\\n\\midrule\n");
        for (int row : ranking.groups().order()) {
            tex.append(latex(ranking.optimizers().get(row)));
            for (int column : ranking.groups().order()) {
                if (row == column) {
                    tex.append(" & --");
                    continue;
                }
                csv.append(cell(ranking.optimizers().get(row))).append(',').append(cell(ranking.optimizers().get(column))).append(',')
                        .append(ranking.effects()[row][column]).append(',').append(ranking.pValues()[row][column]).append('\n');
                boolean differs = ranking.pValues()[row][column] <= ranking.policies().alpha();
                tex.append(" & ").append(Format.fixed(ranking.effects()[row][column], 2)).append(differs ? "$^{*}$" : "");
            }
            tex.append(" \\\\\n");
        }
        Files.writeString(tables.resolve(name + ".csv"), csv);
        Files.writeString(tables.resolve(name + ".tex"), tex.append("\\bottomrule\n\\end{tabular}\n"));
    }

    /** One line a run, values in the task's own direction. */
    private void runs() throws IOException {
        PerformanceTable table = input.table();
        StringBuilder csv = new StringBuilder("optimizer,task,type,family,measure,seed,final_value,effort,seconds\n");
        for (int o = 0; o < table.optimizers().size(); o++) {
            for (int t = 0; t < table.tasks().size(); t++) {
                TaskInfo task = table.tasks().get(t);
                double[] values = table.finalValues(o, t);
                for (int r = 0; r < values.length; r++) {
                    csv.append(cell(table.optimizers().get(o))).append(',').append(cell(task.id())).append(',').append(cell(task.type())).append(',')
                            .append(cell(task.family())).append(',').append(cell(task.measure())).append(',').append(table.seeds(o, t)[r]).append(',')
                            .append(number(task.direction().toMinimize(values[r]))).append(',').append(table.spent(o, t)[r]).append(',')
                            .append(number(table.seconds(o, t)[r])).append('\n');
                }
            }
        }
        Files.writeString(tables.resolve("runs.csv"), csv);
    }

    /** Empty for what is not there. */
    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    private static String cell(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n') ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    static String latex(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            escaped.append(switch (c) {
                case '\\' -> "\\textbackslash{}";
                case '~' -> "\\textasciitilde{}";
                case '^' -> "\\textasciicircum{}";
                case '&', '%', '$', '#', '_', '{', '}' -> "\\" + c;
                case '\u2013' -> "--";
                default -> String.valueOf(c);
            });
        }
        return escaped.toString();
    }

    private static String fileName(String id) {
        String safe = id.replace("/", "__").replaceAll("[^A-Za-z0-9._-]+", "-");
        // Ids that differ only in what was replaced must not share a file.
        return safe.replace("__", "/").equals(id) ? safe : safe + "-" + Integer.toHexString(id.hashCode());
    }
}
