package org.canbao.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.Formula;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Term;
import org.canbao.spec.VcovSpec;

/**
 * What a model asks of its sample.
 *
 * @param common weights, condition, covariance, singletons
 * @param outcome the left side
 * @param terms the regressors
 * @param intercept whether there is one
 * @param effects what is absorbed
 * @param keys further columns whose values a cell must share, for regressors that an estimator makes itself
 * @param treatment a column that an estimator replaces, if any
 */
public record DesignRequest(
        ModelSpec.Common common,
        Expr outcome,
        List<Term> terms,
        boolean intercept,
        List<FixedEffect> effects,
        List<ExtraKey> keys,
        Optional<ColumnRef> treatment) {
    public DesignRequest {
        terms = List.copyOf(terms);
        effects = List.copyOf(effects);
        keys = List.copyOf(keys);
    }

    /**
     * A column whose values a cell must share.
     *
     * @param column the column
     * @param nullable whether a missing value is a value of its own; otherwise its rows are lost
     */
    public record ExtraKey(ColumnRef column, boolean nullable) {}

    /** The request of a plain regression. */
    public static DesignRequest of(ModelSpec.Ols spec) {
        return of(spec.common(), spec.formula(), List.of());
    }

    /** The request of a formula with further terms after its own. */
    public static DesignRequest of(ModelSpec.Common common, Formula formula, List<Term> further) {
        List<Term> terms = new ArrayList<>(formula.terms());
        terms.addAll(further);
        return new DesignRequest(
                common,
                formula.outcome(),
                terms,
                formula.intercept(),
                formula.fixedEffects(),
                List.of(),
                Optional.empty());
    }

    /** The ways of clustering; none for other covariances. */
    List<VcovSpec.ClusterTerm> clusters() {
        return common.vcov().clusters();
    }

    /** Whether every row counts on its own, so that cells will not do. */
    boolean needsRows() {
        return common.vcov() instanceof VcovSpec.Hetero;
    }
}
