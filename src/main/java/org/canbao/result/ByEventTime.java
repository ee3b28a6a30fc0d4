package org.canbao.result;

import java.util.List;
import java.util.Optional;

/** A fit with estimates by event time, the time since treatment began. */
public interface ByEventTime {
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
}
