package org.canbao.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.design.DesignRequest.ExtraKey;
import org.canbao.design.Key;
import org.canbao.diag.Diagnostic;
import org.canbao.math.CounterRandom;
import org.canbao.math.GroupIndex;
import org.canbao.math.Parallel;
import org.canbao.sample.Sample;
import org.canbao.spec.GroupDifference;
import org.canbao.spec.GroupDifference.Resample;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.VcovSpec;

/**
 * Differences of coefficients when rows, or units with all their rows, are assigned to the groups at random: exchanged, or
 * drawn with replacement from both groups together. Each group keeps its number of rows or units. The sample is read once.
 */
final class GroupDraws {
    private final GroupDifference spec;
    private final LeastSquares squares;
    private final List<String> coefficients;
    private final int threads;

    GroupDraws(GroupDifference spec, List<String> coefficients, int threads) {
        this.spec = spec;
        this.squares = new LeastSquares(spec.common(), threads);
        this.coefficients = coefficients;
        this.threads = threads;
    }

    /** The differences by coefficient and draw; NaN where a group does not identify the coefficient. */
    double[][] of(Sample sample, EstimationOptions options) {
        DesignBuilder builder = new DesignBuilder(sample, options.path(), options.threads());
        boolean rows = spec.unit().isEmpty();
        Optional<double[][]> drawn = drawn((rows ? builder.onRows("rows exchange groups") : builder).build(request()));
        return drawn.orElseGet(() -> drawn(builder.onRows("the cross-products of a draw are ill-conditioned")
                        .build(request()))
                .orElseThrow());
    }

    private DesignRequest request() {
        DesignRequest plain = DesignRequest.of(spec.base());
        ModelSpec.Common common = spec.common();
        List<ExtraKey> keys = new ArrayList<>(List.of(new ExtraKey(spec.group(), false)));
        spec.unit().ifPresent(unit -> keys.add(new ExtraKey(unit, false)));
        return new DesignRequest(
                new ModelSpec.Common(
                        common.id(),
                        common.where(),
                        common.weights(),
                        new VcovSpec.Iid(),
                        common.smallSample(),
                        common.keepSingletons(),
                        common.place()),
                plain.outcome(),
                plain.terms(),
                plain.intercept(),
                plain.effects(),
                keys,
                Optional.empty());
    }

    private Optional<double[][]> drawn(Design design) {
        int[][] members = members(design);
        int[] labels = labels(design, members);
        double[][] differences = new double[coefficients.size()][spec.draws()];
        boolean[] distrusted = new boolean[spec.draws()];
        Parallel.forEach(spec.draws(), threads, draw -> {
            int[][] groups = groups(labels, draw);
            double[] first = coefficients(design, cells(members, groups[0]), distrusted, draw);
            double[] second = coefficients(design, cells(members, groups[1]), distrusted, draw);
            for (int j = 0; j < first.length; j++) {
                differences[j][draw] = first[j] - second[j];
            }
        });
        for (boolean distrust : distrusted) {
            if (distrust) {
                return Optional.empty();
            }
        }
        return Optional.of(differences);
    }

    /** The cells of each unit; without units, each cell by itself, which is a row. */
    private int[][] members(Design design) {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        Optional<Key> unit = spec.unit().map(design::key);
        for (int cell = 0; cell < design.size(); cell++) {
            int of = unit.isPresent() ? unit.get().code(cell) : cell;
            members.computeIfAbsent(of, u -> new ArrayList<>()).add(cell);
        }
        return members.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private int[] labels(Design design, int[][] members) {
        Key group = design.key(spec.group());
        int[] labels = new int[members.length];
        for (int u = 0; u < labels.length; u++) {
            labels[u] = group.code(members[u][0]);
            for (int cell : members[u]) {
                if (group.code(cell) != labels[u]) {
                    throw Diagnostic.error(
                                    EstimateCode.UNIT_IN_BOTH_GROUPS,
                                    "a unit of `" + spec.unit().orElseThrow() + "` is in both groups of `"
                                            + spec.group() + "`")
                            .at(spec.unit().orElseThrow().place())
                            .hint("units exchange groups with all their rows; leave `unit` out to exchange rows")
                            .toException();
                }
            }
        }
        return labels;
    }

    /** The units of the two groups in a draw. */
    private int[][] groups(int[] labels, int draw) {
        CounterRandom random = new CounterRandom(spec.seed(), spec.common().id(), draw);
        int first = (int) Arrays.stream(labels).filter(label -> label == 0).count();
        int[] order;
        if (spec.resample() == Resample.PERMUTE) {
            order = random.permutation(labels.length);
        } else {
            order = new int[labels.length];
            for (int i = 0; i < order.length; i++) {
                order[i] = random.nextInt(order.length);
            }
        }
        int[] one = Arrays.copyOf(order, first);
        int[] two = Arrays.copyOfRange(order, first, order.length);
        Arrays.sort(one);
        Arrays.sort(two);
        return new int[][] {one, two};
    }

    private static int[] cells(int[][] members, int[] units) {
        return Arrays.stream(units).flatMap(u -> Arrays.stream(members[u])).toArray();
    }

    private double[] coefficients(Design design, int[] cells, boolean[] distrusted, int draw) {
        Design group = design.keeping(cells, Map.of());
        Solved solved = Solved.of(squares.absorb(() -> Partialled.of(group, GroupIndex.of(new int[cells.length]), 1)));
        distrusted[draw] |= !solved.distrust().isEmpty();
        double[] found = new double[coefficients.size()];
        Arrays.fill(found, Double.NaN);
        for (int j = 0; j < solved.fit().size(); j++) {
            int at = coefficients.indexOf(solved.data().name(solved.fit().kept(j)));
            if (at >= 0) {
                found[at] = solved.coefficient(j);
            }
        }
        return found;
    }
}
