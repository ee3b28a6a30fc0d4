package org.canbao.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.diag.Diagnostic;
import org.canbao.engine.SqlText;
import org.canbao.sample.Sample;

/** Chooses between the moments of cells and rows, and says why. */
final class Planner {
    private static final Logger LOG = LogManager.getLogger(Planner.class);
    /** Cells must be at most one per so many rows. */
    private static final int ROWS_PER_CELL = 4;
    /** Rows beyond which cells are first counted about, and exactly only if they might be few. */
    private static final long MANY = 1_000_000;
    /** Cross-products that always fit into memory. */
    private static final long SMALL = 4_000_000;

    private Planner() {}

    /**
     * A choice.
     *
     * @param path {@link EstimationPath#MOMENTS} or {@link EstimationPath#ROWS}
     * @param reason why, in words
     */
    record Choice(EstimationPath path, String reason) {}

    static Choice choose(
            DesignRequest request, ColumnPlan plan, Sample sample, String condition, EstimationPath asked) {
        Choice choice = decide(request, plan, sample, condition, asked);
        LOG.info(
                "{}: {} ({})",
                request.common().id(),
                choice.path() == EstimationPath.MOMENTS ? "moments of cells" : "rows",
                choice.reason());
        return choice;
    }

    private static Choice decide(
            DesignRequest request, ColumnPlan plan, Sample sample, String condition, EstimationPath asked) {
        if (request.needsRows()) {
            if (asked == EstimationPath.MOMENTS) {
                throw Diagnostic.error(
                                DesignCode.NEEDS_ROWS,
                                "heteroskedasticity-robust covariances cannot be computed from cell moments")
                        .at(request.common().place())
                        .toException();
            }
            return new Choice(EstimationPath.ROWS, "a heteroskedasticity-robust covariance needs each row's residual");
        }
        if (asked != EstimationPath.AUTO) {
            return new Choice(asked, "as asked");
        }
        long rows = sample.rows();
        String keys = keys(plan);
        if (rows > MANY && !keys.isEmpty()) {
            long about = countAbout(keys, sample, condition);
            if (about > 2 * rows / ROWS_PER_CELL) {
                String count = String.format(Locale.ROOT, "about %,d cells for %,d rows", about, rows);
                return new Choice(EstimationPath.ROWS, count + ", more than one in " + ROWS_PER_CELL);
            }
        }
        long cells = count(keys, sample, condition);
        String count = String.format(Locale.ROOT, "%,d cells for %,d rows", cells, rows);
        if (cells > rows / ROWS_PER_CELL) {
            return new Choice(EstimationPath.ROWS, count + ", more than one in " + ROWS_PER_CELL);
        }
        long bases = plan.baseTexts().size();
        long products = cells * bases * (bases + 1) / 2;
        if (products > SMALL && products > rows * bases) {
            return new Choice(EstimationPath.ROWS, count + ", whose moments would take more memory");
        }
        return new Choice(EstimationPath.MOMENTS, count);
    }

    private static String keys(ColumnPlan plan) {
        List<String> columns = new ArrayList<>();
        plan.keys().forEach(key -> columns.add(ColumnPlan.asLevel(key.variable())));
        plan.slopes().forEach(slope -> columns.add(SqlText.identifier(slope)));
        return String.join(", ", columns);
    }

    private static long count(String keys, Sample sample, String condition) {
        return keys.isEmpty()
                ? 1
                : sample.engine()
                        .count("SELECT count(*) FROM (SELECT DISTINCT " + keys + " FROM " + sample.relation()
                                + condition + ")");
    }

    /** By a sketch, in one pass and little memory (Flajolet et al. 2007): a few per cent off, the same every time. */
    private static long countAbout(String keys, Sample sample, String condition) {
        return sample.engine()
                .count("SELECT approx_count_distinct(hash(" + keys + ")) FROM " + sample.relation() + condition);
    }
}
