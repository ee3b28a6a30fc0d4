package org.canbao.estimate.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.design.Frame;
import org.canbao.estimate.EstimationOptions;
import org.canbao.sample.Sample;
import org.canbao.spec.Expr;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.Formula;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.SmallSampleSpec;
import org.canbao.spec.Term;
import org.canbao.spec.VcovSpec;

/** Regressions over the same rows: one request that has the columns of all, and one frame per set of effects. */
final class Group {
    private static final Set<String> EXPECTED = Set.of("where", "singleton", "weight");

    private final List<Member> members;
    private final SortedSet<String> gaps;
    private final boolean rows;
    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final Map<String, FixedEffect> effects = new LinkedHashMap<>();
    private final Map<String, DesignRequest.ExtraKey> keys = new LinkedHashMap<>();

    /**
     * A group.
     *
     * @param gaps what may cost it rows
     * @param rows whether rows are needed
     */
    Group(List<Member> members, SortedSet<String> gaps, boolean rows) {
        this.members = members;
        this.gaps = gaps;
        this.rows = rows;
        for (Member member : members) {
            Formula formula = member.spec().formula();
            formula.terms().forEach(term -> terms.putIfAbsent(term.text(), term));
            formula.fixedEffects().forEach(effect -> effects.putIfAbsent(effect.text(), effect));
            member.spec().common().vcov().clusters().stream()
                    .flatMap(term -> term.columns().stream())
                    .forEach(c -> keys.putIfAbsent(c.name(), new DesignRequest.ExtraKey(c, false)));
        }
        members.stream()
                .map(member -> member.spec().formula())
                .filter(formula -> !isFirstOutcome(formula))
                .map(Group::asTerm)
                .forEach(term -> terms.putIfAbsent(term.text(), term));
    }

    /** The results of the regressions, in their order; empty for those that must be estimated alone. */
    List<Optional<Estimated>> estimate(Sample sample, EstimationOptions options) {
        Map<Frame, List<Integer>> byFrame = new LinkedHashMap<>();
        for (int m = 0; m < members.size(); m++) {
            byFrame.computeIfAbsent(frame(members.get(m)), frame -> new ArrayList<>())
                    .add(m);
        }
        List<Frame> frames = List.copyOf(byFrame.keySet());
        List<Design> designs = new DesignBuilder(sample, options.path(), options.threads()).build(request(), frames);
        List<Optional<Estimated>> results = new ArrayList<>(Collections.nCopies(members.size(), Optional.empty()));
        for (int f = 0; f < frames.size(); f++) {
            List<Integer> positions = byFrame.getOrDefault(frames.get(f), List.of());
            if (losesOnlyGaps(designs.get(f))) {
                Absorbed columns = new Absorbed(designs.get(f), List.copyOf(terms.keySet()), common(), options.threads());
                List<Optional<Estimated>> found =
                        columns.estimate(positions.stream().map(members::get).toList());
                for (int i = 0; i < found.size(); i++) {
                    results.set(positions.get(i), found.get(i));
                }
            }
        }
        return results;
    }

    /** The outcome of another regression stands among the regressors. */
    private static Term asTerm(Formula formula) {
        return new Term(List.of(new Term.Numeric(formula.outcome())), formula.place());
    }

    private Expr firstOutcome() {
        return members.get(0).spec().formula().outcome();
    }

    private boolean isFirstOutcome(Formula formula) {
        return formula.outcome().text().equals(firstOutcome().text());
    }

    /** Whether no regression lost rows to a column of another one. */
    private boolean losesOnlyGaps(Design design) {
        return design.provenance().lost().keySet().stream().allMatch(reason -> {
            String[] parts = reason.split(": ", 2);
            return EXPECTED.contains(parts[0]) || (parts.length == 2 && gaps.contains(parts[1]));
        });
    }

    private DesignRequest request() {
        return new DesignRequest(
                common(),
                firstOutcome(),
                List.copyOf(terms.values()),
                effects.isEmpty(),
                List.copyOf(effects.values()),
                List.copyOf(keys.values()),
                Optional.empty());
    }

    /** The rows of the first, which are those of all; the covariance only says whether rows are needed. */
    private ModelSpec.Common common() {
        ModelSpec.Common first = members.get(0).spec().common();
        return new ModelSpec.Common(
                first.id(),
                first.where(),
                first.weights(),
                rows ? new VcovSpec.Hetero(VcovSpec.Leverage.HC1) : new VcovSpec.Iid(),
                SmallSampleSpec.FIXEST,
                true,
                first.place());
    }

    private static Frame frame(Member member) {
        Formula formula = member.spec().formula();
        return new Frame(
                formula.intercept(),
                formula.fixedEffects(),
                member.spec().common().vcov().clusters(),
                member.spec().common().keepSingletons());
    }
}
