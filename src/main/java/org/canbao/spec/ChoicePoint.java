package org.canbao.spec;

import java.util.List;
import org.canbao.diag.Place;

/**
 * A point that can be decided in more than one way.
 *
 * @param id its key
 * @param label in words
 * @param options first what the study does, then the alternatives in the order of the file
 * @param place where it stands
 */
public record ChoicePoint(String id, Text label, List<Option> options, Place place) {
    /** The id of the option that is what the study does. */
    public static final String DEFAULT = "default";

    public ChoicePoint {
        options = List.copyOf(options);
    }

    /**
     * A way to decide it.
     *
     * @param id its key
     * @param label in words
     * @param sample what it changes in the sample
     * @param model whether it changes the spec as well; {@link CurveSpec#variants()} has the changed ones
     * @param place where it stands
     */
    public record Option(String id, Text label, SampleEdit sample, boolean model, Place place) {}
}
