package org.optbench.results.export;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Apache Parquet, format version 1: flat optional columns INT64, DOUBLE and BYTE_ARRAY (UTF-8), one plain-encoded page compressed by gzip for each
 * column of a row group. Every reader knows this much of the format, and it needs no library. See the Parquet format specification, "File format",
 * "Encodings" and parquet.thrift.
 */
final class ParquetSink implements TableSink {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int ROWS_A_GROUP = 100_000;
    private static final int BYTES_A_GROUP = 64 << 20;

    // Numbers of parquet.thrift.
    private static final int OPTIONAL = 1;
    private static final int UTF8 = 0;
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int GZIP = 2;
    private static final int DATA_PAGE = 0;

    private final OutputStream out;
    private final List<Column> columns;
    private final List<Chunk> chunks;
    private final List<Group> groups = new ArrayList<>();
    private long offset;
    private long rows;

    private record Written(int type, long values, long plainSize, long size, long offset) {
    }

    private record Group(List<Written> columns, long rows) {
    }

    ParquetSink(Path file, List<Column> columns) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(file));
        this.columns = List.copyOf(columns);
        this.chunks = columns.stream().map(Chunk::new).toList();
        write(MAGIC);
    }

    @Override
    public void row(@Nullable Object[] cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            chunks.get(i).add(cells[i]);
        }
        Chunk first = chunks.getFirst();
        if (first.values == ROWS_A_GROUP || (first.values % 1000 == 0 && chunks.stream().mapToLong(chunk -> chunk.data.size()).sum() > BYTES_A_GROUP)) {
            endGroup();
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (chunks.getFirst().values > 0) {
                endGroup();
            }
            byte[] footer = footer();
            write(footer);
            write(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length).array());
            write(MAGIC);
        }
    }

    private void endGroup() throws IOException {
        List<Written> written = new ArrayList<>();
        long number = chunks.getFirst().values;
        for (Chunk chunk : chunks) {
            byte[] plain = chunk.page();
            byte[] packed = gzip(plain);
            byte[] header = new Thrift().i32(1, DATA_PAGE).i32(2, plain.length).i32(3, packed.length).begin(5).i32(1, (int) number).i32(2, PLAIN)
                    .i32(3, RLE).i32(4, RLE).end().bytes();
            written.add(new Written(chunk.type(), number, header.length + (long) plain.length, header.length + (long) packed.length, offset));
            write(header);
            write(packed);
            chunk.clear();
        }
        groups.add(new Group(written, number));
        rows += number;
    }

    private byte[] footer() {
        Thrift meta = new Thrift().i32(1, 1).list(2, Thrift.STRUCT, columns.size() + 1);
        meta.beginElement().text(4, "schema").i32(5, columns.size()).end();
        for (int i = 0; i < columns.size(); i++) {
            meta.beginElement().i32(1, chunks.get(i).type()).i32(3, OPTIONAL).text(4, columns.get(i).name());
            if (columns.get(i).kind() == Column.Kind.TEXT) {
                meta.i32(6, UTF8);
            }
            meta.end();
        }
        meta.i64(3, rows).list(4, Thrift.STRUCT, groups.size());
        for (Group group : groups) {
            meta.beginElement().list(1, Thrift.STRUCT, columns.size());
            for (int i = 0; i < columns.size(); i++) {
                column(meta, columns.get(i).name(), group.columns.get(i));
            }
            meta.i64(2, group.columns.stream().mapToLong(Written::plainSize).sum()).i64(3, group.rows).end();
        }
        return meta.text(6, "optbench").bytes();
    }

    private static void column(Thrift meta, String name, Written written) {
        meta.beginElement().i64(2, written.offset).begin(3).i32(1, written.type).list(2, Thrift.I32, 2).element(PLAIN).element(RLE)
                .list(3, Thrift.BINARY, 1).element(name).i32(4, GZIP).i64(5, written.values).i64(6, written.plainSize).i64(7, written.size)
                .i64(9, written.offset).end().end();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        offset += bytes.length;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2 + 64);
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(plain);
        }
        return packed.toByteArray();
    }

    /** The values of one column of the row group that is being filled. */
    private static final class Chunk {
        private static final int INT64 = 2;
        private static final int DOUBLE = 5;
        private static final int BYTE_ARRAY = 6;

        private final Column.Kind kind;
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();
        private final ByteArrayOutputStream levels = new ByteArrayOutputStream();
        private final ByteBuffer word = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        private int values;
        private boolean present;
        private int run;

        Chunk(Column column) {
            this.kind = column.kind();
        }

        int type() {
            return switch (kind) {
                case WHOLE -> INT64;
                case REAL -> DOUBLE;
                case TEXT -> BYTE_ARRAY;
            };
        }

        void add(@Nullable Object cell) {
            values++;
            if (run > 0 && present != (cell != null)) {
                endRun();
            }
            present = cell != null;
            run++;
            if (cell != null) {
                put(cell);
            }
        }

        /** Definition levels (1 present, 0 absent; runs of the RLE hybrid) with their length, then the values that are present. */
        byte[] page() {
            endRun();
            ByteBuffer page = ByteBuffer.allocate(Integer.BYTES + levels.size() + data.size()).order(ByteOrder.LITTLE_ENDIAN);
            return page.putInt(levels.size()).put(levels.toByteArray()).put(data.toByteArray()).array();
        }

        void clear() {
            data.reset();
            levels.reset();
            values = 0;
            run = 0;
        }

        private void put(Object cell) {
            switch (kind) {
                case WHOLE -> data.write(word.putLong(0, (Long) cell).array(), 0, Long.BYTES);
                case REAL -> data.write(word.putDouble(0, (Double) cell).array(), 0, Long.BYTES);
                case TEXT -> {
                    byte[] bytes = ((String) cell).getBytes(StandardCharsets.UTF_8);
                    data.write(word.putInt(0, bytes.length).array(), 0, Integer.BYTES);
                    data.writeBytes(bytes);
                }
            }
        }

        private void endRun() {
            if (run == 0) {
                return;
            }
            long header = (long) run << 1;
            while ((header & ~0x7FL) != 0) {
                levels.write((int) (header & 0x7F) | 0x80);
                header >>>= 7;
            }
            levels.write((int) header);
            levels.write(present ? 1 : 0);
            run = 0;
        }
    }
}
