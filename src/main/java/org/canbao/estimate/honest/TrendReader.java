package org.canbao.estimate.honest;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.EstimateCode;
import org.canbao.result.ByEventTime;
import org.canbao.result.Fit;
import org.canbao.spec.HonestDid;

/** From a fit with estimates by event time to what a sensitivity analysis needs of it. */
final class TrendReader {
    private static final int REFERENCE = -1;

    private TrendReader() {}

    /**
     * The estimates.
     *
     * @throws CanbaoException CB0544 if they are not relative to event time -1 alone, leave out an event time, do not
     *     stand on both sides or lack a standard error; CB0545 if the wanted one is not among them
     */
    static TrendEstimates read(HonestDid spec, ByEventTime fit) {
        int[] at = fit.by().stream().mapToInt(Fit.AtTime::at).toArray();
        requireReference(spec, fit);
        requireRun(spec, at);
        requireErrors(spec, fit);
        int before = (int) Arrays.stream(at).filter(time -> time < REFERENCE).count();
        double[][] covariance = fit.covariance().stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        double[] estimates = fit.by().stream().mapToDouble(Fit.AtTime::estimate).toArray();
        return new TrendEstimates(estimates, covariance, before, target(spec, at, before));
    }

    private static void requireReference(HonestDid spec, ByEventTime fit) {
        if (!fit.reference().equals(List.of(REFERENCE)) || fit.covariance().isEmpty()) {
            throw unsuitable(
                    spec,
                    "its estimates must all be relative to event time -1",
                    "write `reference: -1`; with `callaway-santanna`, `base: universal`");
        }
    }

    private static void requireRun(HonestDid spec, int[] at) {
        if (at.length == 0 || at[0] >= REFERENCE || at[at.length - 1] <= REFERENCE) {
            throw unsuitable(
                    spec,
                    "it needs estimates before event time -1 and from 0 on",
                    "event times with an estimate: " + Arrays.toString(at));
        }
        int[] expected = IntStream.rangeClosed(at[0], at[at.length - 1])
                .filter(time -> time != REFERENCE)
                .toArray();
        if (!Arrays.equals(at, expected)) {
            throw unsuitable(
                    spec,
                    "every event time from the first to the last needs an estimate",
                    "event times with an estimate: " + Arrays.toString(at) + "; choose a narrower window");
        }
    }

    private static void requireErrors(HonestDid spec, ByEventTime fit) {
        for (int i = 0; i < fit.by().size(); i++) {
            if (Double.isNaN(fit.covariance().get(i).get(i))) {
                throw unsuitable(
                        spec,
                        "event time " + fit.by().get(i).at() + " has no standard error",
                        "choose a narrower window, or with `callaway-santanna` another `inference`");
            }
        }
    }

    private static double[] target(HonestDid spec, int[] at, int before) {
        double[] target = new double[at.length - before];
        OptionalInt wanted = spec.target();
        if (wanted.isEmpty()) {
            Arrays.fill(target, 1.0 / target.length);
            return target;
        }
        if (wanted.getAsInt() >= target.length) {
            throw Diagnostic.error(
                            EstimateCode.NO_EVENT_TIME,
                            "event time " + wanted.getAsInt() + " has no estimate in the event study")
                    .at(spec.common().place())
                    .hint("event times with an estimate: " + Arrays.toString(at))
                    .toException();
        }
        target[wanted.getAsInt()] = 1;
        return target;
    }

    private static CanbaoException unsuitable(HonestDid spec, String what, String hint) {
        return Diagnostic.error(
                        EstimateCode.BAD_EVENT_TIMES,
                        "the trends of spec `" + spec.common().id() + "` cannot be analysed: " + what)
                .at(spec.common().place())
                .hint(hint)
                .toException();
    }
}
