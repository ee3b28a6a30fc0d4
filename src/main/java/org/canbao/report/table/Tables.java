package org.canbao.report.table;

import org.canbao.report.ExhibitData;
import org.canbao.spec.Listing;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Typology;

/** From what was asked for to a table: the one door for the tables of a study. */
public final class Tables {
    private Tables() {}

    /**
     * The table.
     *
     * @throws org.canbao.diag.CanbaoException if it does not fit what it shows
     */
    public static TableModel of(TableSpec spec, ExhibitData data, TableContext context) {
        if (spec instanceof TableSpec.Summary summary) {
            return SummaryTable.of(summary, data.sample().get(), context);
        }
        if (spec instanceof TableSpec.RdRobustness robustness) {
            return RdRobustnessTable.of(robustness, data, context);
        }
        if (spec instanceof TableSpec.Share share) {
            return ShareTable.of(share, data.sample().get(), context);
        }
        if (spec instanceof Listing listing) {
            return ListingTable.of(listing, data.sample().get(), context);
        }
        if (spec instanceof Typology typology) {
            return TypologyTable.of(typology, data.sample().get(), context);
        }
        return RegressionTable.of((TableSpec.Regression) spec, data.fits(), context);
    }
}
