package org.canbao.estimate.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.diag.CanbaoException;
import org.canbao.estimate.EstimationOptions;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.SqlExpression;
import org.canbao.spec.VcovSpec;

/**
 * Estimates many regressions together. Those with the same condition, weights and gaps have the same rows: they are read
 * in one pass, as moments of cells or as rows, as the planner finds best for all of them.
 */
public final class Batch {
    private static final Logger LOG = LogManager.getLogger(Batch.class);

    private final Sample sample;
    private final EstimationOptions options;

    /** A batch over a sample. */
    public Batch(Sample sample, EstimationOptions options) {
        this.sample = sample;
        this.options = options;
    }

    /**
     * What the rows of a regression depend on.
     *
     * @param where its condition
     * @param weights its weights
     * @param gaps what may cost it rows
     * @param rows whether it needs rows rather than moments
     */
    private record RowSet(String where, String weights, SortedSet<String> gaps, boolean rows) {}

    /**
     * The results, in the order of the regressions. One that is not there could not be estimated with the others, be it that
     * it needs another path, be it that it cannot be estimated at all: estimating it alone tells.
     */
    public List<Optional<Estimated>> estimate(List<Member> members) {
        Gaps gaps = new Gaps(sample, members);
        Map<RowSet, List<Integer>> groups = new LinkedHashMap<>();
        for (int m = 0; m < members.size(); m++) {
            Member member = members.get(m);
            int at = m;
            gaps.of(member)
                    .ifPresent(found -> groups.computeIfAbsent(rowSet(member, found), key -> new ArrayList<>())
                            .add(at));
        }
        LOG.info("{} regressions over {} sets of rows", members.size(), groups.size());
        List<Optional<Estimated>> results = new ArrayList<>(Collections.nCopies(members.size(), Optional.empty()));
        groups.forEach((rows, positions) -> {
            List<Optional<Estimated>> found = together(
                    rows, positions.stream().map(members::get).toList());
            for (int i = 0; i < positions.size(); i++) {
                results.set(positions.get(i), found.get(i));
            }
        });
        return results;
    }

    private static RowSet rowSet(Member member, SortedSet<String> gaps) {
        return new RowSet(
                member.spec().common().where().map(SqlExpression::sql).orElse(""),
                member.spec().common().weights().map(ColumnRef::name).orElse(""),
                gaps,
                member.spec().common().vcov() instanceof VcovSpec.Hetero);
    }

    private List<Optional<Estimated>> together(RowSet rows, List<Member> members) {
        try {
            return new Group(members, rows.gaps(), rows.rows()).estimate(sample, options);
        } catch (CanbaoException e) {
            LOG.info("{} regressions are estimated one by one, because {}", members.size(), e.getMessage());
            return Collections.nCopies(members.size(), Optional.empty());
        }
    }
}
