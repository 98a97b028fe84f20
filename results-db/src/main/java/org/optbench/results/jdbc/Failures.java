package org.optbench.results.jdbc;

import java.sql.SQLException;
import java.util.Set;
import org.optbench.results.StoreException;
import org.optbench.results.StoreException.Kind;

/** Tells what a failed statement means. */
final class Failures {

    /** Of H2: file lock, connection broken, database closed, general I/O, MVStore I/O, lock timeout, deadlock. */
    private static final Set<Integer> H2_AWAY = Set.of(90020, 90067, 90098, 90121, 90028, 90031, 90030, 50200, 40001);

    private Failures() {
    }

    static StoreException translate(String url, Throwable failure) {
        if (failure instanceof StoreException known) {
            return known;
        }
        String what = "Results database '" + url + "': ";
        String cause = firstLine(failure);
        return switch (kind(failure)) {
            case DISK_FULL -> new StoreException(Kind.DISK_FULL, what + "the disk is full (" + cause + "). Maybe free some space and start again: "
                    + "everything that was reported as durable is there.", failure);
            case READ_ONLY -> new StoreException(Kind.READ_ONLY, what + "it cannot be written (" + cause + "). Maybe the folder is read-only or belongs "
                    + "to another user: choose another folder, or another user of the database.", failure);
            case UNAVAILABLE -> new StoreException(Kind.UNAVAILABLE, what + "it is away (" + cause + "). Maybe its server is down or another process "
                    + "holds the file: start again when it is back, everything that was reported as durable is there.", failure);
            case CONFLICT -> new StoreException(Kind.CONFLICT, what + "an entry stands there already with other values (" + cause + "). Maybe the key of "
                    + "a run does not cover everything that determines its trials.", failure);
            default -> new StoreException(Kind.INTERNAL, what + "a statement failed (" + cause + "). Maybe this is an error of the program: please report "
                    + "it with this message.", failure);
        };
    }

    /** Whether trying again later may help. */
    static boolean mayPass(Throwable failure) {
        Kind kind = failure instanceof StoreException known ? known.kind() : kind(failure);
        return kind == Kind.UNAVAILABLE || kind == Kind.DISK_FULL;
    }

    static Kind kind(Throwable failure) {
        boolean away = false;
        boolean readOnly = false;
        boolean conflict = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No space left") || message.contains("not enough space") || message.contains("Disk quota exceeded")) {
                return Kind.DISK_FULL;
            }
            readOnly |= message.contains("read only") || message.contains("Read-only file system") || message.contains("Permission denied")
                    || message.contains("AccessDenied") || message.contains("read-only transaction");
            if (cause instanceof SQLException sql) {
                String state = String.valueOf(sql.getSQLState());
                if (state.equals("53100")) {
                    return Kind.DISK_FULL;
                }
                conflict |= state.equals("23505");
                // the pool's own exceptions have no state: the connection broke under the statement, or the pool gives none
                away |= sql.getSQLState() == null && (message.contains("Connection is closed") || message.contains("Connection is not available"));
                away |= state.startsWith("08") || state.startsWith("57P") || state.startsWith("53") || state.equals("40001") || state.equals("40P01")
                        || H2_AWAY.contains(sql.getErrorCode());
            }
        }
        if (readOnly) {
            return Kind.READ_ONLY;
        }
        if (conflict) {
            return Kind.CONFLICT;
        }
        return away ? Kind.UNAVAILABLE : Kind.INTERNAL;
    }

    static String firstLine(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause instanceof SQLException ? cause : root;
        }
        String message = String.valueOf(root.getMessage()).strip();
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        int statement = line.indexOf("; SQL statement:");
        return statement < 0 ? line : line.substring(0, statement);
    }
}
