package org.optbench.formats;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** Opens packed folders. */
final class Archives {

    private Archives() {
    }

    /** Hands over a folder, or what is in a {@code .zip}, {@code .tar}, {@code .tar.gz} or {@code .tgz}, unpacked to a folder that is removed afterwards. */
    static void open(Path source, Consumer<Path> receiver) {
        String name = SourceFiles.name(source).toLowerCase(Locale.ROOT);
        boolean isPacked = name.endsWith(".zip") || name.endsWith(".tar") || name.endsWith(".tar.gz") || name.endsWith(".tgz");
        if (!Files.isRegularFile(source) || !isPacked) {
            receiver.accept(source);
            return;
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("optbench-import");
            unpack(source, name, folder);
            receiver.accept(folder);
        } catch (IOException e) {
            throw BadFile.of(source, "it cannot be unpacked (" + e.getMessage() + ").", "its download was cut off.", e);
        } finally {
            if (folder != null) {
                delete(folder);
            }
        }
    }

    private static void unpack(Path source, String name, Path folder) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(source));
                ArchiveInputStream<? extends ArchiveEntry> archive = name.endsWith(".zip") ? new ZipArchiveInputStream(raw)
                        : new TarArchiveInputStream(name.endsWith(".tar") ? raw : new BufferedInputStream(new GZIPInputStream(raw)))) {
            for (ArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw BadFile.of(source, "its entry '" + entry.getName() + "' leads out of it.", "it was made to do harm: do not use it.");
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(target.resolveSibling("."));
                    Files.copy(archive, target);
                }
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            // A folder of the system's own for temporary files: it clears it.
            System.getLogger("org.optbench.formats").log(System.Logger.Level.DEBUG, "cannot remove " + folder, e);
        }
    }
}
