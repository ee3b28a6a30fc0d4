package org.canbao.estimate.margins;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.canbao.estimate.Solved;
import org.canbao.math.LinearFit;

/**
 * Whether an effect depends on which of several collinear columns was left out. A column d that was left out is a sum of
 * kept ones, c1 x1 + c2 x2 + …, in the rows used. If it keeps being that sum when a column of the sample moves, predictions
 * stay the same whichever is left out; otherwise the rows do not tell what the movement does.
 */
public final class Identification {
    private static final double TOLERANCE = 1e-6;

    private final Map<Integer, Map<Integer, Double>> leftOut = new HashMap<>();

    /**
     * For a solution.
     *
     * @param solved whose columns without the intercept are those of the model
     */
    public Identification(Solved solved) {
        int first = solved.data().design().intercept() ? 1 : 0;
        for (LinearFit.LeftOut column : solved.fit().leftOut()) {
            Map<Integer, Double> with = new HashMap<>();
            column.with().forEach((position, part) -> with.put(position - first, part));
            leftOut.put(column.column() - first, with);
        }
    }

    /** The first column that keeps the effect of a movement from being known; empty if none does. */
    Optional<Integer> against(Movement movement) {
        return movement.columns().stream()
                .filter(leftOut::containsKey)
                .filter(column -> !follows(column, movement))
                .findFirst();
    }

    /** Whether a column moves as the columns that explain it. */
    private boolean follows(int column, Movement movement) {
        double[] rest = movement.of(column);
        double most = 0;
        for (double move : rest) {
            most = Math.max(most, Math.abs(move));
        }
        for (Map.Entry<Integer, Double> other :
                leftOut.getOrDefault(column, Map.of()).entrySet()) {
            if (movement.columns().contains(other.getKey())) {
                double[] moves = movement.of(other.getKey());
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= other.getValue() * moves[i];
                    most = Math.max(most, Math.abs(other.getValue() * moves[i]));
                }
            }
        }
        for (double left : rest) {
            if (Math.abs(left) > TOLERANCE * most) {
                return false;
            }
        }
        return true;
    }
}
