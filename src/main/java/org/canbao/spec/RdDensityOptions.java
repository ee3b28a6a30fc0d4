package org.canbao.spec;

import java.util.List;
import java.util.Optional;

/**
 * How a density is tested for a jump at a cutoff; the defaults are those of rddensity.
 *
 * @param order the degree of the local polynomial that chooses the bandwidth, 1 to 7
 * @param biasOrder the degree of the one that is tested, {@code order} or more
 * @param kernel the weights about the cutoff
 * @param restricted whether both sides share the distribution function and its higher derivatives
 * @param plugin whether standard errors come from the asymptotic formula; otherwise from the jackknife
 * @param bandwidth which mean squared error the bandwidths minimise
 * @param h the bandwidths left and right of the cutoff, if given
 * @param adjust whether rows with the same value count as one point of the distribution function
 * @param leastRows rows that a bandwidth must hold on each side; 0: any
 * @param leastValues distinct values that a bandwidth must hold on each side; 0: any
 * @param binomial the exact tests next to the cutoff
 */
public record RdDensityOptions(
        int order,
        int biasOrder,
        RdKernel kernel,
        boolean restricted,
        boolean plugin,
        Bandwidth bandwidth,
        Optional<Sides> h,
        boolean adjust,
        int leastRows,
        int leastValues,
        Binomial binomial) {
    /** rddensity's defaults. */
    public static final RdDensityOptions DEFAULT = ofOrder(2);

    /** rddensity's defaults about a polynomial of this degree. */
    public static RdDensityOptions ofOrder(int order) {
        int least = leastOf(order);
        return new RdDensityOptions(
                order,
                order + 1,
                RdKernel.TRIANGULAR,
                false,
                false,
                Bandwidth.COMB,
                Optional.empty(),
                true,
                least,
                least,
                Binomial.DEFAULT);
    }

    /** The rows, and the values, that a bandwidth holds at least by default. */
    public static int leastOf(int order) {
        return 20 + order + 1;
    }

    /** One number for each side of the cutoff. */
    public record Sides(double left, double right) {
        /** Both as a list, left first. */
        public List<Double> asList() {
            return List.of(left, right);
        }
    }

    /** Which mean squared error a bandwidth minimises. */
    public enum Bandwidth {
        /** That of the difference, the sum, or each density: the median; the lesser of difference and sum if restricted. */
        COMB,
        /** That of each density, so that the sides differ. */
        EACH,
        /** That of the difference of the densities. */
        DIFF,
        /** That of the sum of the densities. */
        SUM
    }

    /**
     * Exact binomial tests in windows about the cutoff.
     *
     * @param windows how many; 0: none
     * @param rows the first window has so many rows on each side, unless {@code width} says how wide it is
     * @param width half-widths of the first window, if given
     * @param step by how much each window is wider than the one before, if given; otherwise they go up to the bandwidth
     * @param share of rows right of the cutoff if nothing happens there
     */
    public record Binomial(int windows, int rows, Optional<Sides> width, Optional<Sides> step, double share) {
        /** Ten windows, the first with twenty rows on each side. */
        public static final Binomial DEFAULT = new Binomial(10, 20, Optional.empty(), Optional.empty(), 0.5);
    }
}
