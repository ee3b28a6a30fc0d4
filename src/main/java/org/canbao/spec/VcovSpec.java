package org.canbao.spec;

import java.util.List;

/** How the covariance of the estimates is computed. */
public sealed interface VcovSpec {
    /** Homoskedastic and independent errors. */
    record Iid() implements VcovSpec {}

    /** Heteroskedastic errors. */
    record Hetero(Leverage leverage) implements VcovSpec {}

    /** Errors correlated within clusters; several terms are multi-way (Cameron, Gelbach and Miller 2011). */
    record Clustered(List<ClusterTerm> by) implements VcovSpec {
        public Clustered {
            by = List.copyOf(by);
        }
    }

    /** One way of clustering: one column, or a combination as in {@code city^year}. */
    record ClusterTerm(List<ColumnRef> columns) {
        public ClusterTerm {
            columns = List.copyOf(columns);
        }

        /** As written. */
        public String text() {
            return String.join("^", columns.stream().map(ColumnRef::name).toList());
        }
    }

    /** Corrections of heteroskedasticity-robust covariances (MacKinnon and White 1985). */
    enum Leverage {
        /** None. */
        HC0,
        /** n/(n-K). */
        HC1,
        /** Squared residuals over 1-h. */
        HC2,
        /** Squared residuals over (1-h)². */
        HC3
    }
}
