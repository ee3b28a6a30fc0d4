package org.canbao.choices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.canbao.diag.Place;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.CurveSpec;
import org.canbao.spec.CurveSpec.Combine;
import org.canbao.spec.Text;
import org.junit.jupiter.api.Test;

class CombinationsTest {
    private static final Place HERE = Place.of("study.yaml");

    private static Combinations of(Combine combine, int limit, long seed, int... sizes) {
        CurveSpec curve = new CurveSpec(
                "curve",
                Text.of("curve"),
                Optional.empty(),
                new ColumnRef("main", HERE),
                "did",
                List.of(),
                combine,
                limit,
                seed,
                List.of(),
                HERE);
        List<List<Integer>> options = new ArrayList<>();
        for (int size : sizes) {
            options.add(IntStream.range(0, size).boxed().toList());
        }
        return new Combinations(curve, options);
    }

    private static List<List<Integer>> visited(Combinations combinations) {
        List<List<Integer>> all = new ArrayList<>();
        Set<List<Integer>> seen = new HashSet<>();
        combinations.visit(picks -> {
            boolean fresh = seen.add(picks);
            if (fresh) {
                all.add(picks);
            }
            return fresh;
        });
        return all;
    }

    @Test
    void everyOptionGoesWithEveryOther() {
        Combinations combinations = of(Combine.ALL, 100, 1, 2, 3, 2);
        assertThat(combinations.size()).isEqualTo(12);
        assertThat(combinations.isDrawn()).isFalse();
        assertThat(visited(combinations))
                .hasSize(12)
                .startsWith(List.of(0, 0, 0), List.of(0, 0, 1), List.of(0, 1, 0))
                .endsWith(List.of(1, 2, 1));
    }

    @Test
    void oneAtATimeChangesOnePoint() {
        Combinations combinations = of(Combine.ONE_AT_A_TIME, 100, 1, 2, 3);
        assertThat(combinations.size()).isEqualTo(4);
        assertThat(visited(combinations)).containsExactly(List.of(0, 0), List.of(1, 0), List.of(0, 1), List.of(0, 2));
    }

    @Test
    void beyondTheLimitTheyAreDrawnWithTheDefaultFirst() {
        Combinations combinations = of(Combine.ALL, 50, 7, 4, 4, 4, 4);
        assertThat(combinations.isDrawn()).isTrue();
        List<List<Integer>> drawn = visited(combinations);
        assertThat(drawn).hasSize(50).doesNotHaveDuplicates();
        assertThat(drawn.get(0)).isEqualTo(Collections.nCopies(4, 0));
        assertThat(visited(of(Combine.ALL, 50, 7, 4, 4, 4, 4))).isEqualTo(drawn);
        assertThat(visited(of(Combine.ALL, 50, 8, 4, 4, 4, 4))).isNotEqualTo(drawn);
    }

    @Test
    void oneAtATimeIsDrawnToo() {
        List<List<Integer>> drawn = visited(of(Combine.ONE_AT_A_TIME, 3, 1, 4, 4));
        assertThat(drawn).hasSize(3).startsWith(List.of(0, 0));
        assertThat(drawn).allMatch(picks -> picks.contains(0));
    }

    @Test
    void drawsEndWhereNothingNewIsFound() {
        List<List<Integer>> seen = new ArrayList<>();
        of(Combine.ALL, 10, 1, 5, 5).visit(picks -> {
            seen.add(picks);
            return seen.size() == 1;
        });
        assertThat(seen).hasSize(1 + 20 * 10);
    }

    @Test
    void aProductBeyondAllNumbersIsStillDrawn() {
        int[] sizes = new int[80];
        Arrays.fill(sizes, 3);
        Combinations combinations = of(Combine.ALL, 5, 1, sizes);
        assertThat(combinations.size()).isEqualTo(Long.MAX_VALUE);
        assertThat(visited(combinations)).hasSize(5);
    }
}
