package org.optbench.tasks.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A folder of downloaded collections. Archives are kept in its subfolder {@code .downloads}, so that another collection of the same archive needs no
 * further download. Files that are there already, copied by hand or got before, are used as they are; nothing but {@link #get} needs the network.
 */
public final class DataFolder {

    private static final String RECORDED = ".sha256";

    private final Path folder;
    private final Downloader downloader;

    public DataFolder(Path folder, Downloader downloader) {
        this.folder = folder;
        this.downloader = downloader;
    }

    /** How many files of a collection are there; nothing is read. */
    public long present(DataCollection collection) {
        return collection.files().stream().filter(file -> Files.isRegularFile(path(file))).count();
    }

    /** Checks every file of a collection against its published checksum, or, where none is known, against the one recorded when it was got. */
    public List<FileStatus> verify(DataCollection collection) throws IOException {
        List<FileStatus> found = new ArrayList<>();
        for (DataFile file : collection.files()) {
            found.add(status(file));
        }
        return found;
    }

    /**
     * Gets the files of a collection that are missing or damaged.
     *
     * @return the state of every file afterwards, each usable
     * @throws DataException        when a file cannot be got or is not what it should be
     * @throws InterruptedException when the thread is interrupted; the next call goes on
     */
    public List<FileStatus> get(DataCollection collection, DataListener listener) throws IOException, InterruptedException {
        listener.started(collection);
        for (DataFile file : collection.files()) {
            FileStatus status = status(file);
            if (status.isUsable()) {
                continue;
            }
            if (status.state() == FileStatus.State.DAMAGED) {
                listener.note(file.path() + " is damaged (" + status.detail() + ") and got anew");
            }
            if (file.entry().isPresent()) {
                extract(file, file.entry().get(), listener);
            } else {
                downloader.fetch(file.source(), path(file), file.sha256(), listener);
            }
            if (file.sha256().isEmpty()) {
                Files.writeString(recorded(file), Checksums.sha256(path(file)) + "\n");
            }
        }
        return verify(collection);
    }

    private FileStatus status(DataFile file) throws IOException {
        Path path = path(file);
        if (!Files.isRegularFile(path)) {
            return new FileStatus(file, FileStatus.State.MISSING, "not at " + path);
        }
        if (file.size().isPresent() && Files.size(path) != file.size().getAsLong()) {
            return new FileStatus(file, FileStatus.State.DAMAGED, Files.size(path) + " bytes, not " + file.size().getAsLong());
        }
        Optional<String> recorded = Files.exists(recorded(file)) ? Optional.of(Files.readString(recorded(file)).strip()) : Optional.empty();
        Optional<String> expected = file.sha256().or(() -> recorded);
        if (expected.isEmpty()) {
            return new FileStatus(file, FileStatus.State.UNCHECKED, "no checksum is known");
        }
        String found = Checksums.sha256(path);
        if (!found.equals(expected.get())) {
            return new FileStatus(file, FileStatus.State.DAMAGED, "SHA-256 " + found + ", not " + expected.get());
        }
        return new FileStatus(file, FileStatus.State.INTACT, file.sha256().isPresent() ? "as published" : "as downloaded");
    }

    private void extract(DataFile file, String entry, DataListener listener) throws IOException, InterruptedException {
        Path archive = archive(file.source());
        if (!Files.exists(archive)) {
            downloader.fetch(file.source(), archive, Optional.empty(), listener);
        }
        Path target = path(file);
        Path part = target.resolveSibling(file.name() + ".part");
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry found = find(zip, entry).orElseThrow(() -> new DataException(
                    "The archive " + file.source() + " holds no " + entry + ". Maybe the publisher has changed it; put the file at " + target));
            try (InputStream in = zip.getInputStream(found)) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (ZipException broken) {
            Files.deleteIfExists(archive);
            Files.deleteIfExists(part);
            throw new DataException("The archive from " + file.source() + " is broken (" + broken.getMessage()
                    + ") and was deleted. Maybe the download was cut off; the same command gets it anew.", broken);
        }
        if (file.sha256().isPresent()) {
            String found = Checksums.sha256(part);
            if (!found.equals(file.sha256().get())) {
                Files.delete(part);
                Files.delete(archive);
                throw new DataException("File " + entry + " in the archive from " + file.source() + " has the SHA-256 " + found + ", it must be "
                        + file.sha256().get() + ". Maybe the publisher has changed it; nothing was kept.");
            }
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The entry whose path after the first folder is the one wanted. */
    private static Optional<ZipEntry> find(ZipFile zip, String wanted) {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            int slash = entry.getName().indexOf('/');
            if (!entry.isDirectory() && slash >= 0 && entry.getName().substring(slash + 1).equals(wanted)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private Path archive(URI source) {
        String name = (source.getHost() + source.getPath()).replaceAll("[^A-Za-z0-9.-]+", "_");
        return folder.resolve(".downloads").resolve(name);
    }

    private Path path(DataFile file) {
        return folder.resolve(file.path());
    }

    private Path recorded(DataFile file) {
        Path path = path(file);
        return path.resolveSibling(path.getFileName() + RECORDED);
    }
}
