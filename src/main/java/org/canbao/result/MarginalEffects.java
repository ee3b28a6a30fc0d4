package org.canbao.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Average marginal effects on the expected outcome, or on the probability of each level of an ordered outcome.
 *
 * @param effects one per column, or per level that it changes to; those of an ordered outcome by its levels
 * @param leftOut effects that the regressors left out keep from being estimated
 */
public record MarginalEffects(List<Effect> effects, List<LeftOut> leftOut) {
    public MarginalEffects {
        effects = List.copyOf(effects);
        leftOut = List.copyOf(leftOut);
    }

    /** What an effect is. */
    public enum Kind {
        /** The derivative by a column. */
        DERIVATIVE,
        /** The change from one value of a column to another. */
        CHANGE
    }

    /**
     * An effect.
     *
     * @param kind a derivative or a change
     * @param from where a change begins: 0, or the reference level; empty for a derivative
     * @param outcome the level of an ordered outcome whose probability it is about
     * @param terms the coefficients that it goes through, those left out included
     * @param estimate named by the column, or by the level that it changes to, as coefficients are
     */
    public record Effect(Kind kind, String from, OptionalDouble outcome, List<String> terms, Coefficient estimate) {
        public Effect {
            terms = List.copyOf(terms);
        }
    }

    /**
     * An effect that cannot be estimated.
     *
     * @param name the column or level
     * @param term the regressor that moves with it and was left out
     */
    public record LeftOut(String name, String term) {}

    /** The levels of an ordered outcome, ascending; none for other outcomes. */
    public List<Double> outcomes() {
        return effects.stream()
                .flatMapToDouble(effect -> effect.outcome().isPresent()
                        ? DoubleStream.of(effect.outcome().getAsDouble())
                        : DoubleStream.empty())
                .distinct()
                .boxed()
                .toList();
    }

    /** The effects on one level of an ordered outcome, or those on the expected outcome. */
    public List<Effect> on(Optional<Double> outcome) {
        return effects.stream()
                .filter(effect ->
                        effect.outcome().equals(outcome.map(OptionalDouble::of).orElseGet(OptionalDouble::empty)))
                .toList();
    }
}
