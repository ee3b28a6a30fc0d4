package org.canbao.estimate.did;

import java.util.List;
import java.util.stream.Stream;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.Term;

/** The parts of the two-way fixed-effects regression: y ~ treatment | unit + time. */
final class TwoWay {
    private TwoWay() {}

    /** A column as a term. */
    static Term term(ColumnRef column) {
        return new Term(List.of(new Term.Numeric(new Expr.Column(column))), column.place());
    }

    /** An effect per level of each of both columns. */
    static List<FixedEffect> effects(ColumnRef unit, ColumnRef time) {
        return Stream.of(unit, time)
                .map(column -> new FixedEffect(List.of(column), List.of(), true))
                .toList();
    }
}
