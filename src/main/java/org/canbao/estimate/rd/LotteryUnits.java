package org.canbao.estimate.rd;

import java.util.Arrays;

/**
 * What treatment is drawn for: units of one or more rows, each in a stratum and on one side of the cutoff.
 *
 * @param unitOfRow the unit of each row
 * @param treated whether a unit is treated in truth
 * @param stratum of each unit, from 0
 * @param strata how many strata
 */
public record LotteryUnits(int[] unitOfRow, boolean[] treated, int[] stratum, int strata) {
    /** Every row a unit of its own, all in one stratum. */
    public static LotteryUnits ofRows(boolean[] treated) {
        int[] units = new int[treated.length];
        Arrays.setAll(units, row -> row);
        return new LotteryUnits(units, treated, new int[treated.length], 1);
    }

    /** How many units. */
    public int size() {
        return treated.length;
    }

    /** How many units a stratum has. */
    int[] sizes() {
        int[] sizes = new int[strata];
        for (int s : stratum) {
            sizes[s]++;
        }
        return sizes;
    }

    /** How many of them are treated. */
    int[] treatedCounts() {
        int[] counts = new int[strata];
        for (int unit = 0; unit < treated.length; unit++) {
            counts[stratum[unit]] += treated[unit] ? 1 : 0;
        }
        return counts;
    }

    /** The units of each stratum. */
    int[][] members() {
        int[][] members = new int[strata][];
        int[] sizes = sizes();
        for (int s = 0; s < strata; s++) {
            members[s] = new int[sizes[s]];
        }
        int[] filled = new int[strata];
        for (int unit = 0; unit < stratum.length; unit++) {
            members[stratum[unit]][filled[stratum[unit]]++] = unit;
        }
        return members;
    }

    /** The sum of a row's values by unit. */
    double[] sums(double[] rows) {
        double[] sums = new double[size()];
        for (int row = 0; row < rows.length; row++) {
            sums[unitOfRow[row]] += rows[row];
        }
        return sums;
    }
}
