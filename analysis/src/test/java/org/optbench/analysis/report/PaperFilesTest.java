package org.optbench.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.analysis.SimulatedRuns;

class PaperFilesTest {

    @Test
    void figuresAndTablesOfEverySliceAndTask(@TempDir Path folder) throws Exception {
        PaperFiles.write(Samples.of(SimulatedRuns.table(5, 6, 4, 40)), folder, true);
        for (String name : List.of("cd-all", "rank-all", "targets-all", "cd-type-BB", "tasks/bbob__f1__d2__i1")) {
            Path svg = folder.resolve("figures/" + name + ".svg");
            String root = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(svg.toFile()).getDocumentElement().getTagName();
            assertThat(root).isEqualTo("svg");
            assertThat(Files.readString(svg)).doesNotContain("NaN").doesNotContain("Infinity");
            wellFormed(Files.readString(folder.resolve("figures/" + name + ".pdf"), StandardCharsets.ISO_8859_1));
        }
        try (Stream<Path> tasks = Files.list(folder.resolve("figures/tasks"))) {
            assertThat(tasks).hasSize(12);
        }
        assertThat(Files.readAllLines(folder.resolve("tables/runs.csv"))).hasSize(1 + 5 * 6 * 4);
        assertThat(Files.readAllLines(folder.resolve("tables/pairs-all.csv"))).hasSize(1 + 5 * 4);
        assertThat(Files.readString(folder.resolve("tables/ranking-all.tex"))).contains("\\toprule").contains("gp-bo").contains("\\bottomrule");
    }

    /** The cross-reference table points at the objects. */
    private static void wellFormed(String pdf) {
        assertThat(pdf).startsWith("%PDF-1.4").endsWith("%%EOF\n").doesNotContain("NaN");
        int table = Integer.parseInt(pdf.substring(pdf.lastIndexOf("startxref") + 10, pdf.lastIndexOf("%%EOF")).trim());
        String[] lines = pdf.substring(table).split("\n");
        assertThat(lines[0]).isEqualTo("xref");
        int objects = Integer.parseInt(lines[1].substring(2));
        for (int i = 1; i < objects; i++) {
            int offset = Integer.parseInt(lines[2 + i].substring(0, 10));
            assertThat(pdf.substring(offset)).startsWith(i + " 0 obj");
        }
        int length = Integer.parseInt(pdf.replaceAll("(?s).*/Length (\\d+) >>\nstream.*", "$1"));
        int stream = pdf.indexOf("stream\n") + 7;
        assertThat(pdf.substring(stream + length)).startsWith("\nendstream");
    }

    @Test
    void latexIsEscaped() {
        assertThat(PaperFiles.latex("a_b & 50 % {x}\\")).isEqualTo("a\\_b \\& 50 \\% \\{x\\}\\textbackslash{}");
    }
}
