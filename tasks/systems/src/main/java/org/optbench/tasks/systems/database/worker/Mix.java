package org.optbench.tasks.systems.database.worker;

/** What clients do. */
public enum Mix {
    /** A booking in each transaction, in the manner of TPC-B: update an account, read it, write the history. */
    BANK(100, 0),
    /** Nine of ten transactions read an account, one is a booking. */
    LOOKUP(10, 0),
    /** Three of ten transactions are bookings, two sum up a branch, the others read an account. */
    REPORT(30, 20);

    private final int bookings;
    private final int reports;

    Mix(int bookings, int reports) {
        this.bookings = bookings;
        this.reports = reports;
    }

    /** Bookings of a hundred transactions. */
    int bookings() {
        return bookings;
    }

    /** Sums of a hundred transactions. */
    int reports() {
        return reports;
    }
}
