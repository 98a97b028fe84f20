package org.optbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares recorded campaigns by the checksum of their export, which leaves the wall clock out. */
final class Exports {

    private Exports() {
    }

    /** @param database the options that say where the results are */
    static String checksum(String... database) {
        try {
            Path tables = Files.createTempDirectory("optbench-export");
            List<String> command = new ArrayList<>(List.of("export", "-o", tables.toString()));
            command.addAll(List.of(database));
            CommandTester export = CommandTester.call(command.toArray(String[]::new));
            assertThat(export.code()).as(export.err()).isZero();
            return export.out().lines().filter(line -> line.startsWith("Checksum")).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
