package org.canbao.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.canbao.privacy.Complement;
import org.canbao.privacy.Protection;

/**
 * A fit without the points that rest on too few persons. Estimates stay what they are: they were made from all rows.
 *
 * @param fit the fit as it may be shown
 * @param hidden how many points were taken out
 */
public record Disclosure(Fit fit, int hidden) {
    /** A fit as it may be shown. */
    public static Disclosure of(Fit fit, Protection protection) {
        if (!protection.isOn()) {
            return new Disclosure(fit, 0);
        }
        if (fit instanceof RdPlotFit plot) {
            return plot(plot, protection);
        }
        return fit instanceof RdDensityFit density ? density(density, protection) : new Disclosure(fit, 0);
    }

    private static Disclosure plot(RdPlotFit fit, Protection protection) {
        List<RdPlotFit.Group> groups = fit.groups().stream()
                .map(group -> new RdPlotFit.Group(
                        group.name(),
                        group.rule(),
                        side(fit, group.left(), protection),
                        side(fit, group.right(), protection)))
                .toList();
        RdPlotFit shown = new RdPlotFit(
                fit.outcome(), fit.running(), fit.cutoff(), fit.order(), fit.by(), groups, fit.inference());
        return new Disclosure(shown, points(fit) - points(shown));
    }

    /**
     * A least-squares polynomial of order p gives p + 1 equations in the points of its side: with fewer points hidden than
     * p + 2, they would follow from the curve and the other points. Of what is made of counts, as rates are, a point of one
     * cell tells the count.
     */
    private static RdPlotFit.Side side(RdPlotFit fit, RdPlotFit.Side side, Protection protection) {
        boolean counts = protection.counts().contains(fit.outcome());
        ToDoubleFunction<RdPlotFit.Bin> persons = counts ? RdPlotFit.Bin::meanY : RdPlotFit.Bin::rows;
        boolean tells = protection.madeOf().containsKey(fit.outcome());
        Predicate<RdPlotFit.Bin> small = bin -> protection.hidesRows(bin.rows())
                || protection.hidesValue(fit.outcome(), bin.meanY())
                || (tells && bin.rows() == 1);
        List<RdPlotFit.Bin> shown = shown(side.points(), small, persons, fit.order() + 2);
        boolean bare = shown.isEmpty() && !side.points().isEmpty();
        return new RdPlotFit.Side(side.rows(), side.bins(), shown, bare ? List.of() : side.curve());
    }

    private static Disclosure density(RdDensityFit fit, Protection protection) {
        List<RdDensityFit.Bar> bars =
                shown(fit.histogram(), bar -> protection.hidesRows(bar.rows()), RdDensityFit.Bar::rows, 2);
        RdDensityFit shown = new RdDensityFit(
                fit.setting(),
                fit.statistic(),
                fit.pValue(),
                fit.left(),
                fit.right(),
                fit.difference(),
                fit.binomial(),
                bars,
                fit.curve(),
                fit.inference());
        return new Disclosure(shown, fit.histogram().size() - bars.size());
    }

    /** The items that are not small; if any is, at least {@code together} are left out, the smallest first. */
    private static <T> List<T> shown(List<T> items, Predicate<T> small, ToDoubleFunction<T> persons, int together) {
        double[] counts = items.stream().mapToDouble(persons).toArray();
        boolean[] hidden = new boolean[counts.length];
        int number = 0;
        for (int i = 0; i < counts.length; i++) {
            hidden[i] = small.test(items.get(i));
            number += hidden[i] ? 1 : 0;
        }
        if (number > 0) {
            hidden = Complement.ofLine(counts, hidden);
            hideSmallest(counts, hidden, together);
        }
        List<T> shown = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (!hidden[i]) {
                shown.add(items.get(i));
            }
        }
        return shown;
    }

    private static void hideSmallest(double[] counts, boolean[] hidden, int together) {
        Integer[] order = new Integer[counts.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(rank(counts[a]), rank(counts[b])));
        int number = 0;
        for (boolean one : hidden) {
            number += one ? 1 : 0;
        }
        for (int i = 0; i < order.length && number < together; i++) {
            number += hidden[order[i]] ? 0 : 1;
            hidden[order[i]] = true;
        }
    }

    /** Zeros last: everybody may know that a cell is empty. */
    private static double rank(double count) {
        return count > 0 ? count : Double.POSITIVE_INFINITY;
    }

    private static int points(RdPlotFit fit) {
        return fit.groups().stream()
                .mapToInt(g -> g.left().points().size() + g.right().points().size())
                .sum();
    }
}
