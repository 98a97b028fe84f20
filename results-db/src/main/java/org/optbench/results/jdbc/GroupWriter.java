package org.optbench.results.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.optbench.results.StoreException;
import org.optbench.results.StoreException.Kind;

/**
 * Writes what waits, in groups of one transaction each, in the order in which it came. One thread of its own does all writing, so that a trial costs
 * its run no more than a place in a queue. While the database is away the group is kept and tried again; only at the end of the patience does the
 * writer give up, and then everything that waits on it is told so.
 */
final class GroupWriter implements AutoCloseable {

    private static final int GROUP_LIMIT = 10_000;

    private final Database database;
    private final GroupTransaction transaction = new GroupTransaction();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition written = lock.newCondition();
    private final ArrayDeque<Entry> queue = new ArrayDeque<>();
    private final Thread thread;
    private long accepted;
    private long durable;
    private long wanted;
    private boolean closing;
    private boolean full;
    private @Nullable StoreException failure;

    GroupWriter(Database database) {
        this.database = database;
        this.thread = Thread.ofPlatform().name("optbench-results-writer").daemon(true).start(this::run);
    }

    /** Takes an entry in; waits only while the queue is full. */
    void add(Entry entry) {
        lock.lock();
        try {
            while (queue.size() >= database.options().queueLimit() && failure == null && !closing) {
                changed.signal();
                written.awaitUninterruptibly();
            }
            check();
            if (closing) {
                throw new IllegalStateException("Results database '" + database.url() + "' is closed: nothing can be appended any more.");
            }
            queue.add(entry);
            accepted++;
            if (queue.size() == 1 || queue.size() == GROUP_LIMIT / 2) {
                full = queue.size() > 1;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns when everything that was taken in is durable. */
    void flush() {
        lock.lock();
        try {
            long target = accepted;
            wanted = Math.max(wanted, target);
            changed.signal();
            while (durable < target && failure == null) {
                written.awaitUninterruptibly();
            }
            check();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        check();
    }

    private void check() {
        StoreException reason = failure;
        if (reason != null) {
            throw reason.again();
        }
    }

    private void run() {
        try {
            for (List<Entry> group = next(); !group.isEmpty(); group = next()) {
                write(group);
                done(group.size());
            }
        } catch (RuntimeException | Error e) {
            giveUp(Failures.translate(database.url(), e));
            if (e instanceof Error error) {
                throw error;
            }
        }
    }

    private List<Entry> next() {
        lock.lock();
        try {
            while (queue.isEmpty() && !closing) {
                changed.awaitUninterruptibly();
            }
            long left = database.options().groupDelay().toNanos();
            while (!closing && !full && wanted <= durable && left > 0) {
                left = changed.awaitNanos(left);
            }
            full = false;
            List<Entry> group = new ArrayList<>(Math.min(queue.size(), GROUP_LIMIT));
            while (!queue.isEmpty() && group.size() < GROUP_LIMIT) {
                group.add(queue.poll());
            }
            full = queue.size() >= GROUP_LIMIT / 2;
            return group;
        } catch (InterruptedException e) {
            throw new StoreException(Kind.INTERNAL, "The thread that writes results was interrupted. Maybe some code interrupts threads it did not make.", e);
        } finally {
            lock.unlock();
        }
    }

    private void done(int number) {
        lock.lock();
        try {
            durable += number;
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void giveUp(StoreException reason) {
        lock.lock();
        try {
            failure = reason;
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void write(List<Entry> group) {
        try {
            persist(group);
        } catch (StoreException e) {
            if (Failures.mayPass(e) || e.kind() == Kind.READ_ONLY) {
                throw e;
            }
            // Some log of the group is at fault: write each on its own, so that only that one fails.
            byLog(group).forEach((log, entries) -> {
                try {
                    persist(entries);
                } catch (StoreException one) {
                    if (Failures.mayPass(one) || one.kind() == Kind.READ_ONLY) {
                        throw one;
                    }
                    log.fail(one);
                }
            });
        }
    }

    /** One transaction, tried again while the database is away. After a failure it may have been committed all the same. */
    private void persist(List<Entry> group) {
        Database.Retry retry = database.retry();
        boolean perhapsThere = false;
        while (true) {
            try {
                once(group, perhapsThere);
                retry.passed();
                return;
            } catch (SQLException | DataAccessException e) {
                if (!Failures.mayPass(e) || !retry.pause(e)) {
                    throw Failures.translate(database.url(), e);
                }
                perhapsThere = true;
            }
        }
    }

    private void once(List<Entry> group, boolean perhapsThere) throws SQLException {
        try (Connection connection = database.connection()) {
            try {
                transaction.write(connection, database.sql(connection), group, perhapsThere);
                connection.commit();
                database.harden(connection);
            } catch (SQLException | RuntimeException e) {
                Database.rollBack(connection, e);
                throw e;
            }
        }
    }

    static Map<WriterState, List<Entry>> byLog(List<Entry> group) {
        Map<WriterState, List<Entry>> logs = new LinkedHashMap<>();
        group.forEach(entry -> logs.computeIfAbsent(entry.log(), _ -> new ArrayList<>()).add(entry));
        return logs;
    }
}
