package org.canbao.spec;

import java.util.List;
import java.util.Optional;

/**
 * Local-polynomial regression discontinuity: the jump at a cutoff from rows near it, with bandwidths chosen from the data
 * and inference that counts the bias.
 *
 * @param outcome the outcome
 * @param running the column of the running variable
 * @param treatment the column of the treatment that was received, if the side of the cutoff does not decide it
 * @param covariates terms that the estimate is adjusted for
 * @param options how it is estimated
 */
public record RdLocalSpec(
        Common common,
        Expr outcome,
        ColumnRef running,
        Optional<ColumnRef> treatment,
        List<Term> covariates,
        RdLocalOptions options)
        implements ModelSpec {
    public RdLocalSpec {
        covariates = List.copyOf(covariates);
    }

    @Override
    public String model() {
        return "rd-local";
    }

    @Override
    public UsedColumns columns() {
        return UsedColumns.none()
                .expr(outcome)
                .cells(running)
                .rows(treatment.stream().toList())
                .terms(covariates);
    }
}
