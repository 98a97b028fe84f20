package org.optbench.analysis.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes the report: one HTML file, which loads nothing. */
public final class ReportWriter {

    private ReportWriter() {
    }

    /**
     * Writes the report.
     *
     * @param file where to; its folder is created when it is not there, and an existing file is replaced
     * @throws UncheckedIOException when it cannot be written
     */
    public static void write(ReportInput input, Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, html(input));
        } catch (IOException e) {
            throw new UncheckedIOException("the report could not be written to " + file + ": " + e.getMessage(), e);
        }
    }

    /** The report as text. */
    public static String html(ReportInput input) {
        List<ReportPage.SliceView> slices = ReportPage.slices(input.table(), input.policies());
        Optional<PortfolioView> portfolio = PortfolioView.of(input.table());
        Optional<StrengthView> strength = slices.getFirst().ranking().map(ranking -> StrengthView.of(input.table(), ranking));
        ReportPage page = new ReportPage(input, Sentences.of(input, slices, portfolio), slices,
                ReportPage.tasks(input.table(), input.policies().aggregation()), strength, portfolio,
                resource("vendor/uPlot-1.6.32.min.css") + resource("report.css"),
                resource("vendor/uPlot-1.6.32.iife.min.js") + "\n" + resource("report.js"), ReportData.encode(input.table(), slices));
        StringOutput output = new StringOutput(1 << 20);
        TemplateEngine.createPrecompiled(null, ContentType.Html, ReportWriter.class.getClassLoader(), "org.optbench.analysis.report.jte")
                .render("report.jte", page, output);
        return output.toString();
    }

    /** A resource beside this class as text. */
    static String resource(String name) {
        try (InputStream in = ReportWriter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource '" + name + "' of the report is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
