package org.canbao.report.table;

import org.canbao.privacy.Protection;
import org.canbao.spec.TableSpec.Statistic;

/**
 * Which statistics of a variable would tell of few persons: all of a block of too few rows; an extreme that too few rows
 * have; a count of persons in a cell that is too small, or the mean of cells that have too few together.
 */
final class SummaryProtection {
    private final String variable;
    private final Protection protection;

    SummaryProtection(String variable, Protection protection) {
        this.variable = variable;
        this.protection = protection;
    }

    /** Whether a statistic other than the number of rows is hidden; that number is for {@link Suppression}. */
    boolean hides(Distribution distribution, Statistic statistic) {
        if (!protection.isOn() || statistic == Statistic.N) {
            return false;
        }
        if (protection.hidesRows(distribution.count())) {
            return true;
        }
        double value = distribution.statistic(statistic);
        return switch (statistic) {
            case MIN, MAX -> protection.hidesValue(variable, value) || protection.hidesRows(distribution.ties(value));
            case P25, MEDIAN, P75 -> protection.hidesValue(variable, value);
            case MEAN -> protection.hidesValue(variable, value * distribution.count());
            case SD, N -> false;
        };
    }
}
