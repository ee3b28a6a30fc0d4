package org.canbao.spec;

/** How a discontinuity plot chooses its bins; the names are rdplot's. */
public enum RdBins {
    /** One point per value where values repeat and are few, else {@link #ESMV}, or {@link #ES} where those are too many. */
    AUTO,
    /** One point per value of the running variable. */
    VALUES,
    /** Evenly spaced, integrated mean squared error, spacings. */
    ES,
    /** Evenly spaced, integrated mean squared error, polynomial regression. */
    ESPR,
    /** Evenly spaced, as variable as the data, spacings. */
    ESMV,
    /** Evenly spaced, as variable as the data, polynomial regression. */
    ESMVPR,
    /** At quantiles, integrated mean squared error, spacings. */
    QS,
    /** At quantiles, integrated mean squared error, polynomial regression. */
    QSPR,
    /** At quantiles, as variable as the data, spacings. */
    QSMV,
    /** At quantiles, as variable as the data, polynomial regression. */
    QSMVPR;

    /** Whether bins hold the same number of rows rather than have the same width. */
    public boolean quantiles() {
        return name().startsWith("QS");
    }

    /** Whether there are as many bins as make the points as variable as the data. */
    public boolean mimics() {
        return name().contains("MV");
    }

    /** Whether the outcome's variance is estimated by a polynomial rather than from neighbours. */
    public boolean regression() {
        return name().endsWith("PR");
    }

    /** The same rule with the variance estimated by a polynomial, which values that repeat need. */
    public RdBins withRegression() {
        return regression() || this == VALUES || this == AUTO ? this : valueOf(name() + "PR");
    }
}
