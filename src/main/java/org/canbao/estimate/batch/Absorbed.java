package org.canbao.estimate.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.design.Design;
import org.canbao.design.Regressor;
import org.canbao.diag.CanbaoException;
import org.canbao.estimate.Estimate;
import org.canbao.estimate.LeastSquares;
import org.canbao.estimate.Partialled;
import org.canbao.estimate.Partialled.Combination;
import org.canbao.estimate.Sandwich;
import org.canbao.estimate.Solved;
import org.canbao.math.Parallel;
import org.canbao.spec.Formula;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Term;
import org.jspecify.annotations.Nullable;

/** The columns of many regressions, each absorbed once; a regression is solved from those that it has. */
final class Absorbed {
    private final Design design;
    private final Partialled data;
    private final int threads;
    /** Where the columns of a term stand, by the term's text. */
    private final Map<String, List<Integer>> positions = new HashMap<>();

    /**
     * Absorbs the effects of a design.
     *
     * @param terms the texts of its terms, in their order
     * @param common of any of the regressions, for messages
     */
    Absorbed(Design design, List<String> terms, ModelSpec.Common common, int threads) {
        this.design = design;
        this.threads = threads;
        Sandwich sandwich = new Sandwich(design, common);
        this.data = new LeastSquares(common, threads)
                .absorb(() -> Partialled.of(design, sandwich.finest(), threads));
        List<List<Regressor>> byTerm = design.byTerm();
        int next = design.intercept() ? 1 : 0;
        for (int t = 0; t < terms.size(); t++) {
            List<Integer> own = new ArrayList<>();
            for (int i = 0; i < byTerm.get(t).size(); i++) {
                own.add(next++);
            }
            positions.put(terms.get(t), own);
        }
    }

    /** The results of regressions, in their order; empty where one cannot be had from these columns. */
    List<Optional<Estimated>> estimate(List<Member> members) {
        List<Optional<Estimated>> results = new ArrayList<>();
        @Nullable Estimated[] found = new @Nullable Estimated[members.size()];
        Parallel.forEach(members.size(), threads, m -> found[m] = estimate(members.get(m)).orElse(null));
        Arrays.stream(found).forEach(one -> results.add(Optional.ofNullable(one)));
        return results;
    }

    private Optional<Estimated> estimate(Member member) {
        ModelSpec.Common common = member.spec().common();
        LeastSquares leastSquares = new LeastSquares(common, 1);
        Partialled own = data.combined(right(member), outcome(member), 1);
        Sandwich sandwich = new Sandwich(design, common);
        try {
            leastSquares.requireOutcome(own);
            Solved solved = Solved.of(own);
            leastSquares.requireRegressor(solved);
            if (!solved.distrust().isEmpty()) {
                return Optional.empty();
            }
            Estimate estimate = leastSquares.estimate(solved, sandwich);
            return Optional.of(new Estimated(estimate.coefficients(), solved.dropped(), design.rows()));
        } catch (CanbaoException e) {
            return Optional.empty();
        }
    }

    private List<Combination> right(Member member) {
        List<Combination> right = new ArrayList<>();
        List<Term> terms = member.spec().formula().terms();
        for (int t = 0; t < terms.size(); t++) {
            boolean numeric = terms.get(t).factors().stream().allMatch(Term.Numeric.class::isInstance);
            for (int position : positions.getOrDefault(terms.get(t).text(), List.of())) {
                Combination column = data.only(position);
                right.add(numeric ? named(column, member.names().get(t)) : column);
            }
        }
        return right;
    }

    private Combination outcome(Member member) {
        Formula formula = member.spec().formula();
        List<Integer> other = positions.get(new Term.Numeric(formula.outcome()).text());
        boolean isFirst = formula.outcome().text().equals(design.provenance().outcome());
        return data.only(isFirst || other == null ? data.size() : other.get(0));
    }

    private static Combination named(Combination column, String name) {
        return new Combination(name, column.parts(), column.mean(), column.total(), column.left());
    }
}
