package org.canbao.audit.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.canbao.spec.Text;
import org.canbao.spec.audit.RuleSpec;

/**
 * Observations that are all cells of a balanced grid: their number is a product of the grid's sizes. It disagrees if none of
 * the given sizes divides it as it must.
 */
final class BalancedCellsRule implements Rule<RuleSpec.BalancedCells> {
    private static final int MOST_GRIDS = 20;

    @Override
    public Outcome check(RuleSpec.BalancedCells spec, Cells cells) {
        long n = cells.single(spec.n()).at("").orElseThrow().value().longValueExact();
        List<Map<String, Long>> grids = grids(n, spec.factors());
        Verdict verdict =
                grids.stream().anyMatch(grid -> fits(grid, spec.given())) ? Verdict.AGREES : Verdict.DISAGREES;
        Text found = grids.isEmpty()
                ? Wording.NO_GRID.text()
                : Wording.list(grids.stream()
                        .limit(MOST_GRIDS)
                        .map(BalancedCellsRule::text)
                        .toList());
        Text text = Wording.GRIDS.text(n, String.join(" x ", spec.factors().keySet()), found);
        Text all = spec.given().isEmpty() ? text : Wording.GIVEN.text(text, remainders(n, spec));
        return Outcome.of(List.of(new Item("", verdict, all)));
    }

    /** What each combination of the given sizes leaves for the last factor. */
    private static Text remainders(long n, RuleSpec.BalancedCells spec) {
        List<Text> left = new ArrayList<>();
        combinations(new ArrayList<>(spec.given().entrySet()), 0, new LinkedHashMap<>(), given -> {
            long product = given.values().stream().reduce(1L, Math::multiplyExact);
            BigDecimal rest = BigDecimal.valueOf(n).divide(BigDecimal.valueOf(product), MathContext.DECIMAL64);
            String sizes = given.entrySet().stream()
                    .map(e -> e.getValue() + " " + e.getKey())
                    .collect(Collectors.joining(" x "));
            left.add(Wording.LEAVE.text(sizes, Digits.of(rest)));
        });
        return Wording.list(left);
    }

    private static void combinations(
            List<Map.Entry<String, List<Long>>> given,
            int at,
            Map<String, Long> chosen,
            Consumer<Map<String, Long>> take) {
        if (at == given.size()) {
            take.accept(chosen);
            return;
        }
        for (long value : given.get(at).getValue()) {
            chosen.put(given.get(at).getKey(), value);
            combinations(given, at + 1, chosen, take);
        }
        chosen.remove(given.get(at).getKey());
    }

    private static boolean fits(Map<String, Long> grid, Map<String, List<Long>> given) {
        return given.entrySet().stream().allMatch(e -> e.getValue().contains(grid.get(e.getKey())));
    }

    private static List<Map<String, Long>> grids(long n, Map<String, List<Long>> factors) {
        List<Map<String, Long>> found = new ArrayList<>();
        grow(n, new ArrayList<>(factors.entrySet()), 0, new LinkedHashMap<>(), found);
        return found;
    }

    private static void grow(
            long rest,
            List<Map.Entry<String, List<Long>>> factors,
            int at,
            Map<String, Long> chosen,
            List<Map<String, Long>> found) {
        if (at == factors.size()) {
            if (rest == 1) {
                found.add(new LinkedHashMap<>(chosen));
            }
            return;
        }
        List<Long> ends = factors.get(at).getValue();
        for (long size = ends.get(0); size <= Math.min(ends.get(1), rest); size++) {
            if (rest % size == 0) {
                chosen.put(factors.get(at).getKey(), size);
                grow(rest / size, factors, at + 1, chosen, found);
            }
        }
        chosen.remove(factors.get(at).getKey());
    }

    private static Text text(Map<String, Long> grid) {
        return Text.of(grid.values().stream().map(String::valueOf).collect(Collectors.joining(" x ")));
    }
}
