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
 * @param deathLimit  attempts in a row whose worker died without recording a trial, at which a run is set aside; 1 or above
 */
public record StoreOptions(String user, String password, int connections, Duration patience, Duration groupDelay, int queueLimit, int deathLimit) {

    public StoreOptions {
        if (connections < 2 || queueLimit < 1) {
            throw new IllegalArgumentException("Store with " + connections + " connections and room for " + queueLimit
                    + " waiting entries: at least 2 and 1 are needed.");
        }
        if (deathLimit < 1) {
            throw new IllegalArgumentException("Limit of " + deathLimit + " attempts that died: it must be at least 1.");
        }
    }

    public static StoreOptions defaults() {
        return new StoreOptions("", "", 8, Duration.ofMinutes(5), Duration.ofMillis(200), 50_000, 5);
    }

    public StoreOptions withLogin(String newUser, String newPassword) {
        return new StoreOptions(newUser, newPassword, connections, patience, groupDelay, queueLimit, deathLimit);
    }

    public StoreOptions withPatience(Duration newPatience) {
        return new StoreOptions(user, password, connections, newPatience, groupDelay, queueLimit, deathLimit);
    }

    public StoreOptions withConnections(int newConnections) {
        return new StoreOptions(user, password, newConnections, patience, groupDelay, queueLimit, deathLimit);
    }

    public StoreOptions withDeathLimit(int newLimit) {
        return new StoreOptions(user, password, connections, patience, groupDelay, queueLimit, newLimit);
    }

    @Override
    public String toString() {
        return "StoreOptions[user=" + user + ", connections=" + connections + ", patience=" + patience + "]";
    }
}
