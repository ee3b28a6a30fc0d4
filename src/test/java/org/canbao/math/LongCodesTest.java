package org.canbao.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LongCodesTest {
    /** Identifiers near zero, far from it, below it, bits of doubles, and a mixture that grows into the table's range. */
    static Stream<long[]> keys() {
        SplittableRandom random = new SplittableRandom(1);
        return Stream.of(
                random.longs(20_000, 0, 5_000).toArray(),
                random.longs(20_000, 1_000_000_000_000L, 1_000_000_005_000L).toArray(),
                random.longs(20_000, -3_000, 3_000).toArray(),
                random.longs(20_000, 0, 7_000)
                        .map(v -> Double.doubleToLongBits(v))
                        .toArray(),
                random.longs(20_000).toArray(),
                LongStream.range(0, 40_000).map(i -> i % 3 == 0 ? i : -i * i).toArray(),
                new long[] {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, Long.MIN_VALUE, 0});
    }

    @ParameterizedTest
    @MethodSource("keys")
    void codesCountFirstAppearances(long[] keys) {
        LongCodes codes = new LongCodes();
        Map<Long, Integer> expected = new LinkedHashMap<>();
        for (long key : keys) {
            expected.putIfAbsent(key, expected.size());
            assertThat(codes.code(key)).isEqualTo(expected.get(key));
        }
        assertThat(codes.size()).isEqualTo(expected.size());
        assertThat(codes.keys()).containsExactly(expected.keySet().toArray(Long[]::new));
    }
}
