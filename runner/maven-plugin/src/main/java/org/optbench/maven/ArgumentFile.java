package org.optbench.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The argument file of the {@code java} launcher: a class path of any length on a short command line. */
final class ArgumentFile {

    private ArgumentFile() {
    }

    /** Writes one argument a line, quoted, and returns the file. */
    static Path write(Path file, List<String> arguments) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, arguments.stream().map(ArgumentFile::quoted).collect(Collectors.joining("\n", "", "\n")));
    }

    /** Quoted as the launcher reads it back: a backslash escapes inside of quotes, a line break stands as an escape. */
    static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"';
    }
}
