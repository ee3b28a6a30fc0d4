package org.canbao.ingest;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Does the parts of a wave on several threads, begun in their order. When one fails, those after it end early or never
 * begin, while those before it go on: theirs would be the earlier failure. So the failure that is reported is the first
 * in the order of the rows, on any number of threads.
 */
final class PartWorkers {
    private final List<WavePart> parts;
    private final Work work;
    private final AtomicInteger next = new AtomicInteger();
    private volatile int failed;
    private @Nullable Throwable failure;

    /** What is done with a part. */
    @FunctionalInterface
    interface Work {
        /**
         * Does one part.
         *
         * @param stopped whether it need not go on; it may throw {@link StoppedException} then
         */
        void run(WavePart part, BooleanSupplier stopped);
    }

    private PartWorkers(List<WavePart> parts, Work work) {
        this.parts = parts;
        this.work = work;
        this.failed = parts.size();
    }

    /** Does all parts; throws what the first of those that fail throws. */
    static void run(List<WavePart> parts, int threads, Work work) {
        new PartWorkers(parts, work).run(threads);
    }

    private void run(int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(this::runParts, pool))
                            .limit(threads)
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } finally {
            pool.shutdown();
        }
        throwFailure();
    }

    private void runParts() {
        for (int i = next.getAndIncrement(); i < failed; i = next.getAndIncrement()) {
            int number = i;
            try {
                work.run(parts.get(number), () -> failed < number);
            } catch (RuntimeException | Error e) {
                fail(number, e);
            }
        }
    }

    private synchronized void fail(int number, Throwable reason) {
        if (number < failed) {
            failed = number;
            failure = reason;
        }
    }

    private synchronized void throwFailure() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
