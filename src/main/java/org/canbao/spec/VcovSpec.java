package org.canbao.spec;

import java.util.List;

/** How the covariance of the estimates is computed. */
public sealed interface VcovSpec {
    /** The ways of clustering; none for covariances that do not cluster. */
    default List<ClusterTerm> clusters() {
        return List.of();
    }

    /** Homoskedastic and independent errors. */
    record Iid() implements VcovSpec {}

    /** Heteroskedastic errors. */
    record Hetero(Leverage leverage) implements VcovSpec {}

    /** Errors correlated within clusters; several terms are multi-way (Cameron, Gelbach and Miller 2011). */
    record Clustered(List<ClusterTerm> by) implements VcovSpec {
        public Clustered {
            by = List.copyOf(by);
        }

        @Override
        public List<ClusterTerm> clusters() {
            return by;
        }
    }

    /**
     * Errors correlated within the clusters of one way, with the corrections and names of R's clubSandwich.
     *
     * @param by the way of clustering
     * @param adjustment what is done to the residuals of a cluster
     * @param satterthwaite whether each coefficient has degrees of freedom of its own; otherwise clusters less one
     */
    record ClusterRobust(ClusterTerm by, Adjustment adjustment, boolean satterthwaite) implements VcovSpec {
        @Override
        public List<ClusterTerm> clusters() {
            return List.of(by);
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

    /** Corrections of cluster-robust covariances (Bell and McCaffrey 2002; Pustejovsky and Tipton 2018). */
    enum Adjustment {
        /** None. */
        CR0("cr0"),
        /** G/(G-1). */
        CR1("cr1"),
        /** G(N-1) / ((G-1)(N-p)), p counting every parameter. */
        CR1S("cr1s"),
        /** A cluster's residuals times the symmetric square root of the pseudo-inverse of I - H. */
        CR2("cr2"),
        /** A cluster's residuals times the inverse of I - H: those of the model estimated without the cluster. */
        CR3("cr3"),
        /** The jackknife over clusters: CR3 times (G-1)/G. */
        CR3_JACKKNIFE("cr3-jackknife");

        private final String id;

        Adjustment(String id) {
            this.id = id;
        }

        /** The value of {@code vcov:} in the spec language. */
        public String id() {
            return id;
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
