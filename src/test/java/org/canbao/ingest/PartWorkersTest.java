package org.canbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartWorkersTest {
    private static List<WavePart> parts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new WavePart(i, 0, Optional.empty()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyPartIsDoneOnce(int threads) {
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        PartWorkers.run(
                parts(20),
                threads,
                (part, stopped) -> assertThat(done.add(part.number())).isTrue());
        assertThat(done).hasSize(20);
    }

    @RepeatedTest(20)
    void theEarliestFailureIsReportedEvenIfItComesLast() {
        CountDownLatch laterFailed = new CountDownLatch(1);
        assertThatThrownBy(() -> PartWorkers.run(parts(8), 2, (part, stopped) -> {
                    if (part.number() == 1) {
                        laterFailed.countDown();
                        throw new IllegalStateException("later");
                    }
                    await(laterFailed);
                    throw new IllegalStateException("earliest");
                }))
                .hasMessage("earliest");
    }

    @Test
    void whatComesAfterAFailureStopsOrDoesNotBegin() {
        Set<Integer> begun = ConcurrentHashMap.newKeySet();
        CountDownLatch laterBegun = new CountDownLatch(1);
        assertThatThrownBy(() -> PartWorkers.run(parts(8), 2, (part, stopped) -> {
                    begun.add(part.number());
                    if (part.number() == 0) {
                        await(laterBegun);
                        throw new IllegalStateException("first");
                    }
                    laterBegun.countDown();
                    while (!stopped.getAsBoolean()) {
                        Thread.onSpinWait();
                    }
                    throw new StoppedException();
                }))
                .hasMessage("first");
        assertThat(begun).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void errorsAreNotLost() {
        assertThatThrownBy(() -> PartWorkers.run(parts(2), 2, (part, stopped) -> {
                    throw new OutOfMemoryError("planted");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
