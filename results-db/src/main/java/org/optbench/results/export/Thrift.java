package org.optbench.results.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes structures in the compact protocol of Apache Thrift, as far as the footer of Parquet needs it. */
final class Thrift {

    static final int I32 = 5;
    static final int BINARY = 8;
    static final int STRUCT = 12;
    private static final int I64 = 6;
    private static final int LIST = 9;
    private static final int LONG_DELTA = 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int[] lastField = new int[16];
    private int depth;

    Thrift i32(int field, int value) {
        header(field, I32);
        return varint(zigzag(value));
    }

    Thrift i64(int field, long value) {
        header(field, I64);
        return varint(zigzag(value));
    }

    Thrift text(int field, String value) {
        header(field, BINARY);
        return element(value);
    }

    Thrift begin(int field) {
        header(field, STRUCT);
        return beginElement();
    }

    Thrift end() {
        out.write(0);
        depth--;
        return this;
    }

    /** Header of a list; its elements follow. */
    Thrift list(int field, int elementType, int size) {
        header(field, LIST);
        if (size < LONG_DELTA) {
            out.write(size << 4 | elementType);
            return this;
        }
        out.write(LONG_DELTA << 4 | elementType);
        return varint(size);
    }

    Thrift beginElement() {
        depth++;
        lastField[depth] = 0;
        return this;
    }

    Thrift element(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    Thrift element(int value) {
        return varint(zigzag(value));
    }

    /** The bytes, with the end of the outermost structure. */
    byte[] bytes() {
        out.write(0);
        return out.toByteArray();
    }

    private void header(int field, int type) {
        int delta = field - lastField[depth];
        if (delta < 1 || delta > LONG_DELTA) {
            throw new IllegalStateException("Field " + field + " after " + lastField[depth] + ": fields must ascend by 1 .. 15.");
        }
        out.write(delta << 4 | type);
        lastField[depth] = field;
    }

    private Thrift varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }
}
