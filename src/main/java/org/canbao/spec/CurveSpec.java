package org.canbao.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.canbao.diag.Place;

/**
 * A specification curve: one coefficient of one spec under the options of open points.
 *
 * @param id its key, which is also the name of its files
 * @param title its title
 * @param notes notes under it
 * @param of the spec
 * @param coefficient which of its coefficients
 * @param points the points whose options are gone through, in the order of the study
 * @param combine which options go together
 * @param limit how many specifications at most; a random subset where there are more
 * @param seed of the subset
 * @param variants the spec under the options that change it; the unchanged one has no picks
 * @param place where it stands
 */
public record CurveSpec(
        String id,
        Text title,
        Optional<Text> notes,
        ColumnRef of,
        String coefficient,
        List<ChoicePoint> points,
        Combine combine,
        int limit,
        long seed,
        List<Variant> variants,
        Place place) {
    public CurveSpec {
        points = List.copyOf(points);
        variants = List.copyOf(variants);
    }

    /** Which options go together. */
    public enum Combine {
        /** Every option of a point with every option of all others. */
        ALL,
        /** Each alternative by itself, all other points as in the study. */
        ONE_AT_A_TIME
    }

    /**
     * The spec under some options.
     *
     * @param picks the alternatives that change it, by point; points not named change nothing
     * @param model the spec
     */
    public record Variant(Map<String, String> picks, ModelSpec model) {
        public Variant {
            picks = new TreeMap<>(picks);
        }
    }
}
