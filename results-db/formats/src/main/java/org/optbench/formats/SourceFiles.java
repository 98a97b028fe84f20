package org.optbench.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds and reads files of a source. */
final class SourceFiles {

    private SourceFiles() {
    }

    /** The source itself when it is a file, else the files below it whose names fit, in the order of their paths. */
    static List<Path> find(Path source, Predicate<String> names) {
        if (Files.isRegularFile(source)) {
            return List.of(source);
        }
        try (Stream<Path> all = Files.walk(source)) {
            return all.filter(file -> names.test(name(file)) && Files.isRegularFile(file)).sorted().toList();
        } catch (IOException e) {
            throw BadFile.of(source, "its files cannot be listed (" + e + ").", "it cannot be read.", e);
        }
    }

    static String name(Path file) {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }

    /** All lines; bytes that are no UTF-8 are taken as ISO-8859-1, in which old comments were written. */
    static List<String> lines(Path file) {
        try {
            return text(file).lines().toList();
        } catch (IOException e) {
            throw BadFile.of(file, "it cannot be read (" + e + ").", "it was moved or is held by another program.", e);
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (java.nio.charset.CharacterCodingException e) {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        }
    }
}
