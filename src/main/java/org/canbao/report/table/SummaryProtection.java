package org.canbao.report.table;

import org.canbao.privacy.Protection;
import org.canbao.spec.TableSpec.Statistic;

/**
 * Which statistics of a variable would tell of few persons: all of a block of too few rows; an extreme that too few rows
 * have; a count of persons in a cell that is too small, or the mean of cells that have too few together. What is made of
 * counts, as rates are, tells those of one cell in an extreme and in a quartile. And a few numbers follow from a few
 * statistics: of few cells with a count that is too small only their number is shown.
 */
final class SummaryProtection {
    private final String variable;
    private final Protection protection;
    private final boolean tells;

    /**
     * The protection of a variable.
     *
     * @param smallBehind whether it is made of counts of which some are too small
     */
    SummaryProtection(String variable, Protection protection, boolean smallBehind) {
        this.variable = variable;
        this.protection = protection;
        this.tells = smallBehind;
    }

    /** Whether a statistic other than the number of rows is hidden; that number is for {@link Suppression}. */
    boolean hides(Distribution distribution, Statistic statistic) {
        if (!protection.isOn() || statistic == Statistic.N) {
            return false;
        }
        if (protection.hidesRows(distribution.count())) {
            return true;
        }
        if (distribution.count() < protection.below() && (tells || distribution.has(this::isSmall))) {
            return true;
        }
        double value = distribution.statistic(statistic);
        return switch (statistic) {
            case MIN, MAX -> tells || isSmall(value) || protection.hidesRows(distribution.ties(value));
            case P25, MEDIAN, P75 -> tells || isSmall(value);
            case MEAN -> protection.hidesValue(variable, value * distribution.count());
            case SD, N -> false;
        };
    }

    private boolean isSmall(double value) {
        return protection.hidesValue(variable, value);
    }
}
