package org.optbench.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry of a COCO index file ({@code .info}): a header line, a comment line and a line that names data files and, after each, the runs in it.
 *
 * @param file      the index file
 * @param line      number of the header line
 * @param suite     suite; by the number of the function when an old file does not name it
 * @param function  number of the function
 * @param dimension number of variables
 * @param algorithm name
 * @param version   version of COCO; {@code unknown} in old files
 * @param layout    columns of the data files
 * @param parts     data files with their runs
 */
record CocoInfo(Path file, long line, String suite, int function, int dimension, String algorithm, String version, Layout layout, List<Part> parts) {

    private static final Pattern FIELD = Pattern.compile("([A-Za-z_]+)\\s*=\\s*('[^']*'|\"[^\"]*\"|[^,]*)(?:,\\s*|$)");
    private static final Pattern RUN = Pattern.compile("(\\d+)(?::(\\d+)\\|(.+))?");
    private static final int NOISELESS_FUNCTIONS = 24;

    CocoInfo {
        parts = List.copyOf(parts);
    }

    /** Columns of a data line. The best value so far is the third in each. */
    enum Layout {
        /** evaluations, current - Fopt, best - Fopt, measured, best measured, x. */
        OLD(5),
        /** evaluations, constraint evaluations, best - Fopt, current - Fopt, measured, best measured, x. */
        NEW(6),
        /** evaluations, constraint evaluations, best - Fopt + violations, measured, best measured or digits of constraints, x. */
        NEW2(5);

        private final int columns;

        Layout(int columns) {
            this.columns = columns;
        }

        /** Columns before those of the variables. */
        int columns() {
            return columns;
        }
    }

    /**
     * A data file and the runs in it.
     *
     * @param name path relative to the index file
     * @param runs in the order of the file
     */
    record Part(String name, List<Run> runs) {
    }

    /**
     * A run of an index.
     *
     * @param instance    number of the instance
     * @param evaluations all evaluations of the run, or -1 when it was not closed
     */
    record Run(int instance, long evaluations) {
    }

    static List<CocoInfo> read(Path file) {
        List<CocoInfo> entries = new ArrayList<>();
        List<String> lines = SourceFiles.lines(file);
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at).strip();
            at++;
            if (line.isEmpty() || line.startsWith("%")) {
                continue;
            }
            long number = at;
            Map<String, String> header = header(file, number, line);
            while (at < lines.size() && (lines.get(at).isBlank() || lines.get(at).startsWith("%"))) {
                at++;
            }
            if (at == lines.size() || lines.get(at).contains("funcId")) {
                throw BadFile.at(file, number, "no line with data files follows this header.", "the file was cut off.");
            }
            entries.add(entry(file, number, header, parts(file, at + 1, lines.get(at).strip())));
            at++;
        }
        if (entries.isEmpty()) {
            throw BadFile.of(file, "it holds no entry.", "the experiment was stopped before its first run.");
        }
        return entries;
    }

    private static Map<String, String> header(Path file, long line, String text) {
        Map<String, String> header = new TreeMap<>();
        Matcher field = FIELD.matcher(text);
        int end = 0;
        while (field.find() && field.start() == end) {
            String value = field.group(2).strip();
            boolean isQuoted = value.length() > 1 && (value.startsWith("'") || value.startsWith("\""));
            header.put(field.group(1), isQuoted ? value.substring(1, value.length() - 1) : value);
            end = field.end();
        }
        if (header.containsKey("indicator")) {
            throw BadFile.at(file, line, "this is an index of COCO data with two objectives, which holds hypervolumes and no objective values.",
                    "import data of one objective.");
        }
        if (header.isEmpty() || end < text.length()) {
            throw BadFile.at(file, line,
                    "a header of COCO reads name = value, name = value, ..., but this begins '" + text.substring(0, Math.min(40, text.length()))
                            + "'.",
                    "it is an index file of another program.");
        }
        return header;
    }

    private static CocoInfo entry(Path file, long line, Map<String, String> header, List<Part> parts) {
        int function = count(file, line, header, "funcId");
        int dimension = count(file, line, header, "DIM");
        String algorithm = header.getOrDefault("algId", "");
        if (algorithm.isBlank()) {
            throw BadFile.at(file, line, "the header names no algId.", "it is an index file of another program.");
        }
        Layout layout = switch (header.getOrDefault("data_format", "bbob-old")) {
            case "bbob", "bbob-old" -> Layout.OLD;
            case "bbob-new" -> Layout.NEW;
            case "bbob-new2" -> Layout.NEW2;
            default -> throw BadFile.at(file, line, "data_format '" + header.get("data_format") + "' is not one of bbob-old, bbob-new, bbob-new2.",
                    "a newer COCO wrote it.");
        };
        String suite = header.getOrDefault("suite", function <= NOISELESS_FUNCTIONS ? "bbob" : "bbob-noisy");
        return new CocoInfo(file, line, suite, function, dimension, algorithm, header.getOrDefault("coco_version", "unknown"), layout, parts);
    }

    private static int count(Path file, long line, Map<String, String> header, String name) {
        String value = header.getOrDefault(name, "");
        if (!value.matches("[1-9]\\d{0,5}")) {
            throw BadFile.at(file, line, "the header has " + name + " = '" + value + "', but a whole number of 1 or above is needed.",
                    "it is an index file of another program.");
        }
        return Integer.parseInt(value);
    }

    private static List<Part> parts(Path file, long line, String text) {
        List<Part> parts = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        for (String element : text.split(",\\s*")) {
            if (element.endsWith("dat")) {
                runs = new ArrayList<>();
                parts.add(new Part(element.replace('\\', '/'), runs));
                continue;
            }
            Matcher run = RUN.matcher(element);
            if (parts.isEmpty() || !run.matches()) {
                throw BadFile.at(file, line, "'" + element + "' must read instance:evaluations|precision and follow the name of a data file.",
                        "the file was cut off.");
            }
            runs.add(new Run(Integer.parseInt(run.group(1)), run.group(2) == null ? -1 : Long.parseLong(run.group(2))));
        }
        if (parts.isEmpty() || parts.stream().anyMatch(part -> part.runs().isEmpty())) {
            throw BadFile.at(file, line, "each data file must be followed by its runs.", "the experiment was stopped before its first run ended.");
        }
        return parts;
    }
}
