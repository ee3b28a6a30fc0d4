package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.design.EstimationPath;
import org.canbao.design.Regressor;
import org.canbao.diag.CanbaoException;
import org.canbao.estimate.rd.RdData;
import org.canbao.estimate.rd.RdLocal;
import org.canbao.result.Inference;
import org.canbao.result.RdLocalFit;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.RdLocalSpec;
import org.canbao.spec.Term;

/** Local-polynomial regression discontinuity: reads the rows of a sample; {@link RdLocal} estimates. */
final class RdLocalEstimator implements Estimator<RdLocalSpec> {
    private static final String WHY_ROWS = "local polynomials weight each row by its distance from the cutoff";

    @Override
    public RdLocalFit estimate(RdLocalSpec spec, Sample sample, EstimationOptions options) {
        return estimate(spec, read(spec, sample, options));
    }

    /** Rows in memory, and where they came from. */
    record Read(RdData data, Design design) {}

    /** Reads the rows of a spec, for one estimate or several. */
    static Read read(RdLocalSpec spec, Sample sample, EstimationOptions options) {
        Design design = design(spec, sample, options);
        return new Read(data(spec, design), design);
    }

    /** The estimate on rows in memory. */
    static RdLocalFit estimate(RdLocalSpec spec, Read read) {
        try {
            RdLocalFit fit = RdLocal.estimate(read.data(), spec.options());
            return fit.with(inference(fit.inference(), read.design()));
        } catch (CanbaoException e) {
            throw new CanbaoException(e.diagnostics().stream()
                    .map(finding -> finding.at(spec.running().place()))
                    .toList());
        }
    }

    /** The rows: running variable first, then the treatment if there is one, then the covariates. */
    private static Design design(RdLocalSpec spec, Sample sample, EstimationOptions options) {
        List<Term> terms = new ArrayList<>(List.of(term(spec.running())));
        spec.treatment().map(RdLocalEstimator::term).ifPresent(terms::add);
        terms.addAll(spec.covariates());
        DesignRequest request =
                new DesignRequest(spec.common(), spec.outcome(), terms, true, List.of(), List.of(), Optional.empty());
        return new DesignBuilder(sample, EstimationPath.ROWS, options.threads())
                .onRows(WHY_ROWS)
                .build(request);
    }

    private static Term term(ColumnRef column) {
        return new Term(List.of(new Term.Numeric(new Expr.Column(column))), column.place());
    }

    private static RdData data(RdLocalSpec spec, Design design) {
        List<RdData.Column> columns = new ArrayList<>();
        for (Regressor regressor : design.regressors()) {
            columns.add(new RdData.Column(regressor.name(), design.values(regressor)));
        }
        int before = spec.treatment().isPresent() ? 2 : 1;
        return new RdData(
                columns.get(0),
                new RdData.Column(spec.outcome().text(), design.values(design.outcome())),
                spec.treatment().map(column -> columns.get(1)),
                columns.subList(before, columns.size()),
                spec.common().weights().map(column -> design.weights()),
                design.clusters().stream().findFirst().map(RdLocalEstimator::clusters));
    }

    private static RdData.Clusters clusters(Design.Cluster cluster) {
        int[] codes = new int[cluster.groups().size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = cluster.groups().code(row);
        }
        return new RdData.Clusters(cluster.text(), codes);
    }

    private static Inference inference(Inference numeric, Design design) {
        List<Inference.Loss> lost = new ArrayList<>();
        design.provenance().lost().forEach((reason, rows) -> lost.add(new Inference.Loss(reason, rows)));
        return new Inference(
                numeric.vcov(),
                numeric.n(),
                numeric.k(),
                numeric.clusters(),
                numeric.df(),
                numeric.factor(),
                numeric.path(),
                design.provenance().reason(),
                design.provenance().weights().map(ColumnRef::name),
                lost,
                numeric.repaired());
    }
}
