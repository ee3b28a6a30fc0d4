package org.canbao.spec.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;

/** A rule and the series it is applied to. Series are named; each rule class says what it computes. */
public sealed interface RuleSpec {
    /** Stars follow from coefficient and standard error. */
    record Stars(List<ColumnRef> of) implements RuleSpec {
        public Stars {
            of = List.copyOf(of);
        }
    }

    /** All coefficients are significant at a level, as a text says. */
    record Significance(ColumnRef of, double level) implements RuleSpec {}

    /** Whole counts can give the printed percentages or means; {@code n} if the rows do not say it. */
    record Grim(ColumnRef of, OptionalLong n, boolean percent) implements RuleSpec {}

    /** No standard deviation is larger than mean, minimum and maximum allow. */
    record Spread(List<ColumnRef> of) implements RuleSpec {
        public Spread {
            of = List.copyOf(of);
        }
    }

    /** The standard deviation of a 0/1 variable follows from its mean. */
    record BinarySpread(ColumnRef mean, ColumnRef sd) implements RuleSpec {}

    /** Statements hold, {@code let} names intermediate results. */
    record Holds(Map<String, Expr> let, List<Statement> statements) implements RuleSpec {
        public Holds {
            let = Collections.unmodifiableMap(new LinkedHashMap<>(let));
            statements = List.copyOf(statements);
        }
    }

    /** Parts sum to the whole. */
    record Partition(List<ColumnRef> parts, ColumnRef whole) implements RuleSpec {
        public Partition {
            parts = List.copyOf(parts);
        }
    }

    /** A percentage is 100 times a count over a total. */
    record Share(ColumnRef count, ColumnRef total, ColumnRef percent) implements RuleSpec {}

    /** A coefficient of two pooled groups is the difference of theirs, and so is its standard error's square. */
    record Difference(ColumnRef minuend, ColumnRef subtrahend, ColumnRef difference, Optional<Part> part)
            implements RuleSpec {
        /** What is compared; both if not said. */
        public enum Part {
            /** The coefficients. */
            ESTIMATE,
            /** The standard errors. */
            ERROR
        }
    }

    /** The adjusted R² of a saturated 2×2 model follows from its coefficients and robust standard errors. */
    record Saturated(ColumnRef main, ColumnRef group, ColumnRef interaction, long untreated, long treated, ColumnRef r2)
            implements RuleSpec {}

    /** N is a product of whole numbers in ranges, some of them given. */
    record BalancedCells(ColumnRef n, Map<String, List<Long>> factors, Map<String, List<Long>> given)
            implements RuleSpec {
        public BalancedCells {
            factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
            given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
        }
    }

    /** The adjusted R² of models that contain another falls by little at most; several bases are paired in order. */
    record Nested(ColumnRef base, ColumnRef extended, int added, ColumnRef n) implements RuleSpec {}

    /** An overall rate is between what the shares and rates of its parts allow. */
    record WeightedShare(List<ColumnRef> shares, List<ColumnRef> rates, ColumnRef covered, ColumnRef overall)
            implements RuleSpec {
        public WeightedShare {
            shares = List.copyOf(shares);
            rates = List.copyOf(rates);
        }
    }

    /** Numbers rise or fall in the order in which they are printed. */
    record Order(ColumnRef of, Direction direction) implements RuleSpec {
        /** Which way. */
        public enum Direction {
            /** Each at least the one before. */
            RISING,
            /** Each at most the one before. */
            FALLING
        }
    }

    /** What a text says of cells is what they are, to its decimals or within a tolerance. */
    record InText(List<ColumnRef> claims, List<ColumnRef> cells, OptionalDouble within) implements RuleSpec {
        public InText {
            claims = List.copyOf(claims);
            cells = List.copyOf(cells);
        }
    }

    /** Two selections have the same members in a column. */
    record SameMembers(List<ColumnRef> left, List<ColumnRef> right, String column) implements RuleSpec {
        public SameMembers {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }
}
