package org.optbench.results;

import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Reads Parquet files with Apache parquet-java; only gzip is by the JDK, because parquet-java takes it from Hadoop. */
final class ParquetFiles {

    private ParquetFiles() {
    }

    /** The rows, each with the cells that are present. */
    static List<Map<String, Object>> read(Path file) throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration()).withCodecFactory(new Gzip()).build();
        try (ParquetFileReader reader = ParquetFileReader.open(ParquetReader.makeInputFile(file.toFile()), options)) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Group> rows = new ColumnIOFactory().getColumnIO(schema).getRecordReader(pages, new GroupRecordConverter(schema));
                for (long i = 0; i < pages.getRowCount(); i++) {
                    all.add(cells(schema, rows.read()));
                }
            }
        }
        return all;
    }

    private static Map<String, Object> cells(MessageType schema, Group row) {
        Map<String, Object> cells = new TreeMap<>();
        for (int i = 0; i < schema.getFieldCount(); i++) {
            if (row.getFieldRepetitionCount(i) == 1) {
                PrimitiveTypeName type = schema.getType(i).asPrimitiveType().getPrimitiveTypeName();
                cells.put(schema.getFieldName(i), type == PrimitiveTypeName.INT64 ? (Object) row.getLong(i, 0)
                        : type == PrimitiveTypeName.DOUBLE ? (Object) row.getDouble(i, 0) : row.getString(i, 0));
            }
        }
        return cells;
    }

    private static final class Gzip implements CompressionCodecFactory, CompressionCodecFactory.BytesInputDecompressor {

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            if (codec != CompressionCodecName.GZIP) {
                throw new IllegalStateException("Codec " + codec);
            }
            return this;
        }

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException("Nothing is written here");
        }

        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            try (GZIPInputStream zip = new GZIPInputStream(bytes.toInputStream())) {
                return BytesInput.from(zip.readNBytes(size));
            }
        }

        @Override
        public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int size) {
            byte[] packed = new byte[compressedSize];
            input.get(packed);
            try {
                output.put(decompress(BytesInput.from(packed), size).toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void release() {
            // Nothing is held.
        }
    }
}
