package org.canbao.sample;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.canbao.data.Codebook;
import org.canbao.diag.Diagnostic;
import org.canbao.privacy.Protection;
import org.canbao.spec.CellsSpec;
import org.canbao.spec.PrivacySpec;
import org.canbao.spec.StudySpec;
import org.canbao.spec.StudySpec.Derived;

/**
 * Which counts of persons the exhibits of a study may show: the largest threshold of its inputs, which the study can raise,
 * or put aside with a reason.
 */
public final class StudyProtection {
    /** What makes something else than a count of counts: a ratio, or a condition. */
    private static final Pattern NO_COUNT = Pattern.compile("[/<>=]|\\bbetween\\b|\\bln\\b|\\blog\\b|\\bsqrt\\b");

    private static final Pattern WINDOW = Pattern.compile("\\bover\\b");

    private StudyProtection() {}

    /**
     * The protection of a study with these inputs.
     *
     * @throws org.canbao.diag.CanbaoException CB0316 if the study lowers the threshold without putting it aside
     */
    public static Protection of(StudySpec study, List<ResolvedInput> inputs) {
        int least = inputs.stream()
                .map(ResolvedInput::codebook)
                .mapToInt(Codebook::suppressBelow)
                .max()
                .orElse(0);
        int below = study.privacy().map(own -> below(own, least)).orElse(least);
        if (below == 0) {
            return Protection.NONE;
        }
        Set<String> counts = new LinkedHashSet<>();
        Map<String, Set<String>> madeOf = new LinkedHashMap<>();
        study.sample().cells().ifPresent(cells -> find(cells, counts, madeOf));
        return new Protection(
                below,
                study.privacy().map(PrivacySpec::hideZeros).orElse(false),
                study.sample().cells().isPresent(),
                counts,
                madeOf);
    }

    private static int below(PrivacySpec own, int least) {
        int below = own.suppressBelow().orElse(least);
        if (below > 0 && below < least) {
            throw Diagnostic.error(
                            SampleCode.LESS_PRIVATE,
                            "counts below " + least + " must be suppressed: the schema of an input says so, and the"
                                    + " study says " + below)
                    .at(own.place())
                    .hint("raise `suppress_below`, or leave it out")
                    .hint("where the holder of the data allows all counts: `suppress_below: 0` with a `reason`")
                    .toException();
        }
        return below;
    }

    /**
     * The columns of cells that hold counts of persons, those that are derived from them as counts, and those that are made
     * of counts of their row, as differences and ratios are. A window adds up cells, and a sum adds up counts: they are
     * counts of their own.
     */
    private static void find(CellsSpec cells, Set<String> counts, Map<String, Set<String>> madeOf) {
        cells.count().ifPresent(c -> counts.add(c.name()));
        cells.distinct().forEach(d -> counts.add(d.column().name()));
        cells.sums().forEach(s -> counts.add(s.column().name()));
        for (Derived derived : cells.derive()) {
            String sql = derived.expression().sql();
            String lower = sql.toLowerCase(Locale.ROOT);
            Set<String> of = new LinkedHashSet<>();
            counts.stream().filter(c -> mentions(sql, c)).forEach(of::add);
            boolean count = !NO_COUNT.matcher(lower).find() && !of.isEmpty();
            madeOf.forEach((column, behind) -> of.addAll(mentions(sql, column) ? behind : Set.of()));
            if (count) {
                counts.add(derived.column().name());
            }
            boolean ofItsOwn = count && (WINDOW.matcher(lower).find() || adds(sql, counts));
            if (!of.isEmpty() && !ofItsOwn) {
                madeOf.put(derived.column().name(), of);
            }
        }
    }

    /** Whether an expression is a sum of different counts. */
    private static boolean adds(String sql, Set<String> counts) {
        List<String> parts = Stream.of(sql.split("\\+")).map(String::strip).toList();
        return counts.containsAll(parts)
                && parts.size() > 1
                && Set.copyOf(parts).size() == parts.size();
    }

    private static boolean mentions(String sql, String column) {
        return Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(column) + "(?![\\p{L}\\p{N}_])")
                .matcher(sql)
                .find();
    }
}
