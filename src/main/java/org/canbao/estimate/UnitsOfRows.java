package org.canbao.estimate;

import java.util.Arrays;
import java.util.Optional;
import org.canbao.design.Key;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.rd.LotteryUnits;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.RdRandomization;

/** The units that a lottery draws: rows, or the levels of a column, in strata if there are any. */
final class UnitsOfRows {
    private final RdRandomization spec;

    UnitsOfRows(RdRandomization spec) {
        this.spec = spec;
    }

    /** The units of the rows at these places. */
    LotteryUnits of(CutoffRows rows, int[] inside) {
        int[] units = codes(spec.lottery().unit().map(rows::key), inside);
        int[] strata = spec.lottery().within().isEmpty()
                ? new int[inside.length]
                : codes(spec.lottery().within().map(rows::key), inside);
        int size = Arrays.stream(units).max().orElse(-1) + 1;
        boolean[] treated = new boolean[size];
        boolean[] seen = new boolean[size];
        int[] stratum = new int[size];
        for (int i = 0; i < inside.length; i++) {
            int unit = units[i];
            boolean right = rows.running()[inside[i]] >= spec.cutoff();
            if (seen[unit] && treated[unit] != right) {
                throw split(rows, inside[i], "both sides of the cutoff");
            }
            if (seen[unit] && stratum[unit] != strata[i]) {
                throw split(
                        rows,
                        inside[i],
                        "several levels of `" + spec.lottery().within().orElseThrow() + "`");
            }
            seen[unit] = true;
            treated[unit] = right;
            stratum[unit] = strata[i];
        }
        return new LotteryUnits(
                units, treated, stratum, Arrays.stream(strata).max().orElse(0) + 1);
    }

    /** Codes from 0 in the order of levels, without gaps; each row its own without a key. */
    private static int[] codes(Optional<Key> key, int[] inside) {
        int[] codes = new int[inside.length];
        Arrays.setAll(codes, i -> key.map(k -> k.code(inside[i])).orElse(i));
        int[] levels = Arrays.stream(codes).distinct().sorted().toArray();
        return Arrays.stream(codes)
                .map(code -> Arrays.binarySearch(levels, code))
                .toArray();
    }

    private RuntimeException split(CutoffRows rows, int row, String where) {
        ColumnRef column = spec.lottery().unit().orElseThrow();
        Key key = rows.key(column);
        return Diagnostic.error(
                        EstimateCode.SPLIT_UNIT,
                        "`" + column + "` " + key.levels().names().get(key.code(row)) + " has rows on " + where
                                + ", and cannot be treated as one")
                .at(column.place())
                .hint("units that are treated as one lie on one side and in one stratum, as the values of the running"
                        + " variable do")
                .toException();
    }
}
