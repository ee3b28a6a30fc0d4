package org.canbao.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.audit.RuleSpec;
import org.canbao.spec.audit.RuleSpec.Difference.Part;

/** The rules of an audit: the keys of each, and how they are read. */
final class CheckRules {
    /** The keys of a rule, and what reads them; empty if findings were collected. */
    record Shape(KeySet keys, Function<CheckReader.Arguments, Optional<RuleSpec>> reader) {}

    private static final Choice<Part> PART = Choice.ofNames("part", Part.values());
    private static final Choice<RuleSpec.Order.Direction> DIRECTION =
            Choice.ofNames("direction", RuleSpec.Order.Direction.values());

    /** The rules by name, in the order in which they are listed. */
    static final Map<String, Shape> ALL = all();

    private CheckRules() {}

    private static Map<String, Shape> all() {
        Map<String, Shape> all = new LinkedHashMap<>();
        all.put("stars", shape(CheckRules::stars, "of", "the coefficients"));
        all.put(
                "significance",
                shape(CheckRules::significance, "of", "the coefficients", "level", "the level, for example 0.01"));
        all.put(
                "grim",
                shape(
                        CheckRules::grim,
                        "of",
                        "percentages or means of whole numbers",
                        "n",
                        "of how many; the `n` of the rows by default",
                        "percent",
                        "false for means; true by default"));
        all.put("spread", shape(CheckRules::spread, "of", "rows with mean, sd, min and max"));
        all.put(
                "binary-spread",
                shape(CheckRules::binary, "mean", "means of 0/1 variables", "sd", "their standard deviations"));
        all.put("identity", holds());
        all.put("range", holds());
        all.put("partition", shape(CheckRules::partition, "parts", "the parts", "whole", "their sum"));
        all.put(
                "share",
                shape(CheckRules::share, "count", "counts", "total", "of how many", "percent", "the percentages"));
        all.put(
                "difference",
                shape(
                        CheckRules::difference,
                        "minuend",
                        "the coefficient of one group",
                        "subtrahend",
                        "that of the other",
                        "difference",
                        "the coefficient of the pooled model",
                        "part",
                        "estimate or error; both by default"));
        all.put(
                "saturated-2x2",
                shape(
                        CheckRules::saturated,
                        "main",
                        "the coefficient of treatment",
                        "group",
                        "of the group whose untreated cell is zero",
                        "interaction",
                        "of both",
                        "untreated",
                        "rows of each group that are not treated",
                        "treated",
                        "rows of each group that are",
                        "r2",
                        "the adjusted R²"));
        all.put(
                "balanced-cells",
                shape(
                        CheckRules::balanced,
                        "n",
                        "the number of observations",
                        "factors",
                        "what they are a product of: the least and the most of each",
                        "given",
                        "what some factors are said to be"));
        all.put(
                "nested-fit",
                shape(
                        CheckRules::nested,
                        "base",
                        "adjusted R² of the smaller model",
                        "extended",
                        "of models that contain it",
                        "added",
                        "how many regressors those have more",
                        "n",
                        "the number of observations"));
        all.put(
                "weighted-share",
                shape(
                        CheckRules::weighted,
                        "shares",
                        "shares of the parts",
                        "rates",
                        "rates of the parts, in the same order",
                        "covered",
                        "the share that is in any part",
                        "overall",
                        "the rate of all parts together"));
        all.put("order", shape(CheckRules::order, "of", "numbers in their order", "direction", "rising or falling"));
        all.put(
                "text",
                shape(
                        CheckRules::text,
                        "claims",
                        "what the text says",
                        "cells",
                        "what the table says, in the same order",
                        "within",
                        "how far a rounded phrase may be off; its decimals by default"));
        all.put(
                "same-members",
                shape(
                        CheckRules::members,
                        "left",
                        "selections",
                        "right",
                        "selections",
                        "of",
                        "the column whose values are compared"));
        return Collections.unmodifiableMap(all);
    }

    private static Shape shape(Function<CheckReader.Arguments, Optional<RuleSpec>> reader, String... keys) {
        return new Shape(KeySet.of("a check", keys), reader);
    }

    private static Shape holds() {
        return shape(
                CheckReader.Arguments::holds,
                "holds",
                "one or more statements over series, for example `a - b = c`",
                "let",
                "intermediate results by name");
    }

    private static Optional<RuleSpec> stars(CheckReader.Arguments read) {
        return read.several("of").map(RuleSpec.Stars::new);
    }

    private static Optional<RuleSpec> significance(CheckReader.Arguments read) {
        Optional<ColumnRef> of = read.one("of");
        Optional<Double> level = read.fields().required("level", Values::number);
        return of.flatMap(o -> level.map(l -> new RuleSpec.Significance(o, l)));
    }

    private static Optional<RuleSpec> grim(CheckReader.Arguments read) {
        Optional<Long> n = read.fields().optional("n", Values::whole);
        boolean percent = read.fields().optional("percent", Values::bool).orElse(true);
        OptionalLong known = n.isPresent() ? OptionalLong.of(n.get()) : OptionalLong.empty();
        return read.one("of").map(of -> new RuleSpec.Grim(of, known, percent));
    }

    private static Optional<RuleSpec> spread(CheckReader.Arguments read) {
        return read.several("of").map(RuleSpec.Spread::new);
    }

    private static Optional<RuleSpec> binary(CheckReader.Arguments read) {
        Optional<ColumnRef> sd = read.one("sd");
        return read.one("mean").flatMap(m -> sd.map(s -> new RuleSpec.BinarySpread(m, s)));
    }

    private static Optional<RuleSpec> partition(CheckReader.Arguments read) {
        Optional<List<ColumnRef>> parts = read.several("parts");
        return read.one("whole").flatMap(w -> parts.map(p -> new RuleSpec.Partition(p, w)));
    }

    private static Optional<RuleSpec> share(CheckReader.Arguments read) {
        Optional<ColumnRef> count = read.one("count");
        Optional<ColumnRef> total = read.one("total");
        Optional<ColumnRef> percent = read.one("percent");
        return count.isPresent() && total.isPresent() && percent.isPresent()
                ? Optional.of(new RuleSpec.Share(count.get(), total.get(), percent.get()))
                : Optional.empty();
    }

    private static Optional<RuleSpec> difference(CheckReader.Arguments read) {
        Optional<ColumnRef> minuend = read.one("minuend");
        Optional<ColumnRef> subtrahend = read.one("subtrahend");
        Optional<ColumnRef> difference = read.one("difference");
        Optional<Part> part = read.fields().optional("part", PART::read);
        return minuend.isPresent() && subtrahend.isPresent() && difference.isPresent()
                ? Optional.of(new RuleSpec.Difference(minuend.get(), subtrahend.get(), difference.get(), part))
                : Optional.empty();
    }

    private static Optional<RuleSpec> saturated(CheckReader.Arguments read) {
        Optional<ColumnRef> main = read.one("main");
        Optional<ColumnRef> group = read.one("group");
        Optional<ColumnRef> interaction = read.one("interaction");
        Optional<ColumnRef> r2 = read.one("r2");
        Optional<Long> untreated = read.fields().required("untreated", Values::whole);
        Optional<Long> treated = read.fields().required("treated", Values::whole);
        return read.fields().failed()
                ? Optional.empty()
                : Optional.of(new RuleSpec.Saturated(
                        main.orElseThrow(),
                        group.orElseThrow(),
                        interaction.orElseThrow(),
                        untreated.orElseThrow(),
                        treated.orElseThrow(),
                        r2.orElseThrow()));
    }

    private static Optional<RuleSpec> balanced(CheckReader.Arguments read) {
        Map<String, List<Long>> factors = read.wholes("factors");
        Map<String, List<Long>> given = read.wholes("given");
        factors.forEach((name, ends) -> {
            if (ends.size() != 2 || ends.get(0) < 1 || ends.get(0) > ends.get(1)) {
                read.fields()
                        .report(
                                "factors",
                                Diagnostic.error(
                                        YamlCode.WRONG_KIND,
                                        "expected `" + name + ": [least, most]` with whole numbers from 1"));
            }
        });
        return read.one("n").map(n -> new RuleSpec.BalancedCells(n, factors, given));
    }

    private static Optional<RuleSpec> nested(CheckReader.Arguments read) {
        Optional<ColumnRef> base = read.one("base");
        Optional<ColumnRef> extended = read.one("extended");
        Optional<ColumnRef> n = read.one("n");
        Optional<Integer> added = read.fields().required("added", node -> Values.wholeBetween(node, 1, 1_000_000));
        return read.fields().failed()
                ? Optional.empty()
                : Optional.of(new RuleSpec.Nested(
                        base.orElseThrow(), extended.orElseThrow(), added.orElseThrow(), n.orElseThrow()));
    }

    private static Optional<RuleSpec> weighted(CheckReader.Arguments read) {
        Optional<List<ColumnRef>> shares = read.several("shares");
        Optional<List<ColumnRef>> rates = read.several("rates");
        Optional<ColumnRef> covered = read.one("covered");
        Optional<ColumnRef> overall = read.one("overall");
        return read.fields().failed()
                ? Optional.empty()
                : Optional.of(new RuleSpec.WeightedShare(
                        shares.orElseThrow(), rates.orElseThrow(), covered.orElseThrow(), overall.orElseThrow()));
    }

    private static Optional<RuleSpec> order(CheckReader.Arguments read) {
        Optional<RuleSpec.Order.Direction> rising = read.fields().required("direction", DIRECTION::read);
        return read.one("of").flatMap(of -> rising.map(r -> new RuleSpec.Order(of, r)));
    }

    private static Optional<RuleSpec> text(CheckReader.Arguments read) {
        Optional<List<ColumnRef>> claims = read.several("claims");
        Optional<Double> within = read.fields().optional("within", Values::number);
        OptionalDouble tolerance = within.isPresent() ? OptionalDouble.of(within.get()) : OptionalDouble.empty();
        return read.several("cells").flatMap(cells -> claims.map(c -> new RuleSpec.InText(c, cells, tolerance)));
    }

    private static Optional<RuleSpec> members(CheckReader.Arguments read) {
        Optional<List<ColumnRef>> left = read.several("left");
        Optional<List<ColumnRef>> right = read.several("right");
        Optional<String> column = read.fields().required("of", Values::text);
        return left.isPresent() && right.isPresent() && column.isPresent()
                ? Optional.of(new RuleSpec.SameMembers(left.get(), right.get(), column.get()))
                : Optional.empty();
    }
}
