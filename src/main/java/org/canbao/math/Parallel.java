package org.canbao.math;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * Runs independent tasks on a few threads. Tasks must not depend on each other nor on which thread runs them: then the
 * result is the same, bit for bit, on any number of threads.
 */
public final class Parallel {
    private Parallel() {}

    /**
     * Runs {@code task} for 0 to {@code tasks - 1}.
     *
     * @throws RuntimeException the first failure of a task, in the order of time
     */
    public static void forEach(int tasks, int threads, IntConsumer task) {
        int workers = Math.min(threads, tasks);
        if (workers <= 1) {
            for (int i = 0; i < tasks; i++) {
                task.accept(i);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        Runnable work = () -> {
            for (int i = next.getAndIncrement(); i < tasks && failure.get() == null; i = next.getAndIncrement()) {
                try {
                    task.accept(i);
                } catch (RuntimeException e) {
                    failure.compareAndSet(null, e);
                }
            }
        };
        Thread[] others = new Thread[workers - 1];
        for (int t = 0; t < others.length; t++) {
            others[t] = new Thread(work, "canbao-" + (t + 1));
            others[t].setDaemon(true);
            others[t].start();
        }
        work.run();
        for (Thread thread : others) {
            join(thread);
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private static void join(Thread thread) {
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
    }
}
