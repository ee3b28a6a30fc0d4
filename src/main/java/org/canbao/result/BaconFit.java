package org.canbao.result;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The two-way fixed-effects estimate as a weighted average of comparisons of two groups.
 *
 * @param treatment the name of its coefficient
 * @param comparisons every two groups that are compared, by the treated one, then by the other, never treated last
 * @param regression the two-way regression
 */
public record BaconFit(String treatment, List<Comparison> comparisons, Regression regression) implements OnRegression {
    public BaconFit {
        comparisons = List.copyOf(comparisons);
    }

    /**
     * A group whose treatment begins, compared with one whose treatment does not change meanwhile.
     *
     * @param treated the first treated period of the one
     * @param untreated that of the other; empty for never treated
     * @param type what kind of comparison it is
     * @param weight its share
     * @param estimate the difference in differences
     */
    public record Comparison(double treated, OptionalDouble untreated, Type type, double weight, double estimate) {}

    /**
     * A kind of comparison.
     *
     * @param type which
     * @param weight the share of all its comparisons
     * @param estimate their average
     */
    public record Component(Type type, double weight, double estimate) {}

    /** Kinds of comparisons, with the names that bacondecomp gives them. */
    public enum Type {
        /** With a group that is treated before the first period. */
        LATER_VS_ALWAYS("Later vs Always Treated"),
        /** With a group that was treated before. */
        LATER_VS_EARLIER("Later vs Earlier Treated"),
        /** With a group that is treated later. */
        EARLIER_VS_LATER("Earlier vs Later Treated"),
        /** With a group that is never treated. */
        TREATED_VS_UNTREATED("Treated vs Untreated");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        /** The name in English. */
        public String text() {
            return text;
        }
    }

    @Override
    public String model() {
        return "bacon";
    }

    /** The two-way estimate. */
    public Coefficient twfe() {
        return regression.coefficient(treatment).orElseThrow();
    }

    /** The kinds of comparisons that occur. */
    public List<Component> components() {
        List<Component> components = new ArrayList<>();
        for (Type type : Type.values()) {
            double weight = 0;
            double weighted = 0;
            for (Comparison comparison : comparisons) {
                if (comparison.type() == type) {
                    weight += comparison.weight();
                    weighted += comparison.weight() * comparison.estimate();
                }
            }
            if (weight > 0) {
                components.add(new Component(type, weight, weighted / weight));
            }
        }
        return components;
    }

    /** The weighted sum of all comparisons, which is the two-way estimate. */
    public double sum() {
        return comparisons.stream()
                .mapToDouble(comparison -> comparison.weight() * comparison.estimate())
                .sum();
    }
}
