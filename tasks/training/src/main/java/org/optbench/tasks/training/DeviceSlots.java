package org.optbench.tasks.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Places for workers on devices: several may share a card. Fair, and safe for several threads. */
final class DeviceSlots {

    private final List<String> free = new ArrayList<>();
    private final Semaphore places;

    /**
     * @param devices   names such as {@code cuda:0}; at least one
     * @param perDevice workers that may run on one device at a time, at least 1
     */
    DeviceSlots(List<String> devices, int perDevice) {
        if (devices.isEmpty() || perDevice < 1) {
            throw new IllegalArgumentException("Devices " + devices + " with " + perDevice + " slots each: at least one of both is needed.");
        }
        for (int place = 0; place < perDevice; place++) {
            free.addAll(devices);
        }
        places = new Semaphore(free.size(), true);
    }

    /** Waits for a place and takes it on the least used device. */
    Slot take() throws InterruptedException {
        places.acquire();
        synchronized (free) {
            return new Slot(free.removeFirst());
        }
    }

    /** A place that is given back by closing it, once. */
    final class Slot implements AutoCloseable {

        private final String device;
        private boolean isOpen = true;

        private Slot(String device) {
            this.device = device;
        }

        String device() {
            return device;
        }

        @Override
        public void close() {
            synchronized (free) {
                if (!isOpen) {
                    return;
                }
                isOpen = false;
                free.add(device);
            }
            places.release();
        }
    }
}
