package org.optbench.results;

import java.time.Duration;

/**
 * How a store behaves.
 *
 * @param user        database user; empty for an H2 file
 * @param password    may be empty
 * @param connections most connections at once, 2 or above
 * @param patience    how long to go on retrying while the database is away or the disk is full
 * @param groupDelay  longest time an entry waits for others before its group is written
 * @param queueLimit  entries that may wait to be written before appending blocks
 */
public record StoreOptions(String user, String password, int connections, Duration patience, Duration groupDelay, int queueLimit) {

    public StoreOptions {
        if (connections < 2 || queueLimit < 1) {
            throw new IllegalArgumentException("Store with " + connections + " connections and room for " + queueLimit
                    + " waiting entries: at least 2 and 1 are needed.");
        }
    }

    public static StoreOptions defaults() {
        return new StoreOptions("", "", 8, Duration.ofMinutes(5), Duration.ofMillis(200), 50_000);
    }

    public StoreOptions withLogin(String newUser, String newPassword) {
        return new StoreOptions(newUser, newPassword, connections, patience, groupDelay, queueLimit);
    }

    public StoreOptions withPatience(Duration newPatience) {
        return new StoreOptions(user, password, connections, newPatience, groupDelay, queueLimit);
    }

    public StoreOptions withConnections(int newConnections) {
        return new StoreOptions(user, password, newConnections, patience, groupDelay, queueLimit);
    }

    @Override
    public String toString() {
        return "StoreOptions[user=" + user + ", connections=" + connections + ", patience=" + patience + "]";
    }
}
