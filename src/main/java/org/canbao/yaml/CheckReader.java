package org.canbao.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.Text;
import org.canbao.spec.audit.CheckSpec;
import org.canbao.spec.audit.RuleSpec;

/** Reads one check: its rule says which other keys it has. */
final class CheckReader {
    static final KeySet COMMON = KeySet.of(
            "a check",
            "rule",
            "the rule: " + String.join(", ", CheckRules.ALL.keySet()),
            "title",
            "what it checks, in one language or {en, zh}",
            "cannot_tell",
            "why the arithmetic decides nothing; it is shown all the same");

    private static final Choice<CheckRules.Shape> RULE = new Choice<>("rule", CheckRules.ALL);

    private final Set<String> series;
    private final Problems problems;

    /** A reader that knows these series. */
    CheckReader(Collection<String> series, Problems problems) {
        this.series = new LinkedHashSet<>(series);
        this.problems = problems;
    }

    /** The check; empty if findings were collected. */
    Optional<CheckSpec> read(Located.Entry entry) {
        try {
            Located.Mapping mapping = Values.mapping(entry.value(), "a check {rule: …}");
            Optional<CheckRules.Shape> shape = shape(mapping, entry.key());
            return shape.isEmpty() ? Optional.empty() : check(entry.key(), mapping, shape.get());
        } catch (CanbaoException e) {
            problems.addAll(e);
            return Optional.empty();
        }
    }

    private Optional<CheckRules.Shape> shape(Located.Mapping mapping, Located.Scalar id) {
        Optional<Located> rule = mapping.get("rule");
        if (rule.isEmpty()) {
            new Fields(mapping, allKeys(), problems, id.place()).required("rule", RULE::read);
            return Optional.empty();
        }
        return Optional.of(RULE.read(rule.get()));
    }

    private static KeySet allKeys() {
        KeySet keys = COMMON;
        for (CheckRules.Shape shape : CheckRules.ALL.values()) {
            keys = keys.and(shape.keys());
        }
        return keys;
    }

    private Optional<CheckSpec> check(Located.Scalar id, Located.Mapping mapping, CheckRules.Shape shape) {
        KeySet keys = new KeySet(shape.keys().of(), COMMON.and(shape.keys()).docs());
        Fields fields = new Fields(mapping, keys, problems, id.place());
        Optional<Text> title = fields.required("title", Values::bilingual);
        Optional<Text> cannotTell = fields.optional("cannot_tell", Values::bilingual);
        Optional<RuleSpec> rule = shape.reader().apply(new Arguments(fields));
        return fields.failed() || rule.isEmpty()
                ? Optional.empty()
                : Optional.of(new CheckSpec(id.value(), title.orElseThrow(), rule.get(), cannotTell, id.place()));
    }

    /** What the keys of a rule hold. Each method collects its findings. */
    final class Arguments {
        private final Fields fields;

        Arguments(Fields fields) {
            this.fields = fields;
        }

        Fields fields() {
            return fields;
        }

        /** A series that must be named. */
        Optional<ColumnRef> one(String key) {
            return fields.required(key, CheckReader.this::series);
        }

        /** Series, at least one. */
        Optional<List<ColumnRef>> several(String key) {
            return fields.required(key, node -> Values.oneOrMore(node, CheckReader.this::series));
        }

        /** Statements, and the names of their intermediate results. */
        Optional<RuleSpec> holds() {
            Set<String> known = new LinkedHashSet<>(series);
            Map<String, Expr> let = new LinkedHashMap<>();
            fields.optional("let", node -> Values.mapping(node, "a mapping of names to expressions"))
                    .ifPresent(all -> all.entries().forEach(e -> {
                        fields.optional("let", node -> new StatementParser(known).expression(e.value()))
                                .ifPresent(expr -> let.put(e.name(), expr));
                        known.add(e.name());
                    }));
            StatementParser parser = new StatementParser(known);
            return fields.required("holds", node -> Values.oneOrMore(node, parser::statement))
                    .map(statements -> new RuleSpec.Holds(let, statements));
        }

        /** Ranges or lists of whole numbers, by name. */
        Map<String, List<Long>> wholes(String key) {
            Map<String, List<Long>> read = new LinkedHashMap<>();
            fields.optional(key, node -> Values.mapping(node, "a mapping of names to whole numbers"))
                    .ifPresent(all -> all.entries()
                            .forEach(e -> fields.optional(
                                            key, node -> new ArrayList<>(Values.oneOrMore(e.value(), Values::whole)))
                                    .ifPresent(values -> read.put(e.name(), values))));
            return read;
        }
    }

    private ColumnRef series(Located node) {
        return Declared.named(Values.scalar(node, "the name of a series"), "series", series);
    }
}
