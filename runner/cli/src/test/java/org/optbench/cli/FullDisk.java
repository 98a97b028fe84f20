package org.optbench.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of H2 whose disk is full while a marker file stands beside the database: what would make a file longer is written by half and then
 * refused, as by a real disk. Databases on it have URLs that begin with {@code jdbc:h2:fulldisk:}.
 */
public final class FullDisk extends FilePathWrapper {

    private static final String SCHEME = "fulldisk";
    private static final AtomicInteger REFUSALS = new AtomicInteger();

    /** Makes H2 know this file system; once for each process. */
    static void register() {
        FilePath.register(new FullDisk());
    }

    /** The command {@code optbench} in a process that knows this file system. */
    public static void main(String[] arguments) {
        register();
        OptbenchCommand.main(arguments);
    }

    /** How many writes were refused in this process so far. */
    static int refusals() {
        return REFUSALS.get();
    }

    /** URL of a database in a folder. */
    static String url(Path folder) {
        return "jdbc:h2:" + SCHEME + ":" + folder.toAbsolutePath().resolve("results");
    }

    /** The disk under a folder is full from now on. */
    static void fill(Path folder) throws IOException {
        Files.writeString(folder.resolve("full"), "");
    }

    static void free(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("full"));
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        Path marker = Path.of(getBase().toString()).resolveSibling("full");
        return new Channel(getBase().open(mode), marker);
    }

    private static final class Channel extends FileBase {

        private final FileChannel file;
        private final Path marker;

        Channel(FileChannel file, Path marker) {
            this.file = file;
            this.marker = marker;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            if (position + bytes.remaining() > file.size() && Files.exists(marker)) {
                ByteBuffer half = bytes.duplicate();
                half.limit(half.position() + half.remaining() / 2);
                file.write(half, Math.min(position, file.size()));
                REFUSALS.incrementAndGet();
                throw new IOException("No space left on device");
            }
            return file.write(bytes, position);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            long position = file.position();
            int written = write(bytes, position);
            file.position(position + written);
            return written;
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return file.read(bytes);
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
