package org.canbao.result;

import java.util.List;
import java.util.Optional;

/** A fit with estimates by event time, the time since treatment began. */
public interface ByEventTime {
    /** The name of {@link #average()}. */
    String AVERAGE = "post-average";

    /** One per event time, reference left out, ascending. */
    List<Fit.AtTime> by();

    /** The event times left out. */
    List<Integer> reference();

    /** Whether the first and the last event time stand for all earlier and later ones that occur. */
    Fit.Binned binned();

    /** Joint test that all estimates before the event are zero; empty if there are none. */
    Optional<Fit.WaldTest> pretrend();

    /** Whether the intervals hold for all event times together. */
    default boolean simultaneous() {
        return false;
    }

    /** The covariance of {@link #by()}, by rows in its order; empty if it is not known. */
    default List<List<Double>> covariance() {
        return List.of();
    }

    /** The plain average of the estimates from the event on, with its inference; empty if there are none. */
    default Optional<Coefficient> average() {
        return Optional.empty();
    }
}
