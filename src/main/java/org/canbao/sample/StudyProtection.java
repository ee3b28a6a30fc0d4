package org.canbao.sample;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
        return below == 0
                ? Protection.NONE
                : new Protection(
                        below,
                        study.privacy().map(PrivacySpec::hideZeros).orElse(false),
                        study.sample().cells().isPresent(),
                        study.sample().cells().map(StudyProtection::counts).orElse(Set.of()));
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

    /** The columns of cells that hold counts of persons, and those that are derived from them as counts. */
    private static Set<String> counts(CellsSpec cells) {
        Set<String> counts = new LinkedHashSet<>();
        cells.count().ifPresent(c -> counts.add(c.name()));
        cells.distinct().forEach(d -> counts.add(d.column().name()));
        cells.sums().forEach(s -> counts.add(s.column().name()));
        for (Derived derived : cells.derive()) {
            String sql = derived.expression().sql();
            if (!NO_COUNT.matcher(sql.toLowerCase(java.util.Locale.ROOT)).find()
                    && counts.stream().anyMatch(c -> mentions(sql, c))) {
                counts.add(derived.column().name());
            }
        }
        return counts;
    }

    private static boolean mentions(String sql, String column) {
        return Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(column) + "(?![\\p{L}\\p{N}_])")
                .matcher(sql)
                .find();
    }
}
