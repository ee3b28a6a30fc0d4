package org.canbao.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.spec.CellsSpec;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.SqlExpression;
import org.canbao.spec.StudySpec.Derived;
import org.canbao.spec.StudySpec.Filter;
import org.canbao.spec.StudySpec.Join;
import org.canbao.spec.StudySpec.SampleSpec;
import org.canbao.spec.Text;

/** Reads {@code sample}. */
final class SampleSpecReader {
    static final KeySet KEYS = KeySet.of(
            "`sample`",
            "from",
            "the input whose rows are the observations",
            "join",
            "other inputs with the columns on which they are joined; no row is lost",
            "derive",
            "new columns as SQL expressions, in order; a later one may use an earlier one",
            "filters",
            "conditions to stay in the sample, in order; each is a line of the attrition ledger",
            "cells",
            "how the rows that stay are counted, if cells are the observations");

    /** The keys of further samples. */
    static final KeySet FURTHER_KEYS = KeySet.of(
                    "a further sample",
                    LikeSamples.KEY,
                    "a sample before it, or `main`: what this one does not say is as there; its own joins, derived columns"
                            + " and filters come after those")
            .and(KEYS);

    static final KeySet FILTER_KEYS = KeySet.of(
            "a filter",
            "id",
            "its name in the ledger",
            "keep",
            "a SQL condition: rows where it is true stay",
            "en",
            "what it does, in English",
            "zh",
            "what it does, in Chinese");

    private final Set<String> inputs;
    private final Problems problems;

    SampleSpecReader(Set<String> inputs, Problems problems) {
        this.inputs = inputs;
        this.problems = problems;
    }

    /** The sample; empty if there was a finding. */
    Optional<SampleSpec> read(Located node) {
        Located.Mapping mapping = Values.mapping(node, "a mapping with `from`, `join`, `derive`, `filters`");
        Fields fields = new Fields(mapping, KEYS, problems, mapping.place());
        Optional<ColumnRef> from = fields.required("from", n -> input(n, inputs));
        List<Join> joins = fields.optional("join", n -> joins(n, inputs)).orElse(List.of());
        List<Derived> derived =
                fields.optional("derive", SampleSpecReader::derived).orElse(List.of());
        List<Filter> filters =
                fields.optional("filters", SampleSpecReader::filters).orElse(List.of());
        Optional<CellsSpec> cells = fields.optional("cells", n -> new CellsReader(inputs).read(n));
        for (Join join : joins) {
            if (from.isPresent() && join.input().name().equals(from.get().name())) {
                fields.report(Diagnostic.error(
                                YamlCode.CONFLICT, "input `" + from.get().name() + "` cannot be joined to itself")
                        .at(join.input().place())
                        .toException());
            }
        }
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new SampleSpec(from.orElseThrow(), joins, derived, filters, cells));
    }

    private static ColumnRef input(Located node, Set<String> inputs) {
        return Declared.named(Values.scalar(node, "the name of an input"), "input", inputs);
    }

    /** Inputs and the columns on which they are joined. */
    static List<Join> joins(Located node, Set<String> inputs) {
        List<Join> joins = new ArrayList<>();
        collect(
                Values.mapping(node, "a mapping of inputs to key columns").entries(),
                entry -> joins.add(
                        new Join(input(entry.key(), inputs), Values.oneOrMore(entry.value(), Values::column))));
        return joins;
    }

    /** New columns as SQL expressions. */
    static List<Derived> derived(Located node) {
        List<Derived> derived = new ArrayList<>();
        collect(
                Values.mapping(node, "a mapping of new columns to SQL expressions")
                        .entries(),
                entry -> derived.add(new Derived(Values.column(entry.key()), Values.sql(entry.value()))));
        return derived;
    }

    /** Conditions to stay. */
    static List<Filter> filters(Located node) {
        if (node instanceof Located.Sequence sequence && sequence.items().isEmpty()) {
            return List.of();
        }
        Set<String> seen = new HashSet<>();
        return Values.list(node, "a list of filters, each {id: …, keep: …}", item -> filter(item, seen));
    }

    private static Filter filter(Located node, Set<String> seen) {
        Located.Mapping mapping = Values.mapping(node, "a filter {id: …, keep: …, en: …, zh: …}");
        Problems found = new Problems();
        Fields fields = new Fields(mapping, FILTER_KEYS, found, mapping.place());
        Optional<String> id = fields.required("id", n -> Values.id(Values.scalar(n, "an id")));
        Optional<SqlExpression> keep = fields.required("keep", Values::sql);
        Optional<String> english = fields.optional("en", Values::text);
        Optional<String> chinese = fields.optional("zh", Values::text);
        if (id.isPresent() && !seen.add(id.get())) {
            fields.report("id", Diagnostic.error(YamlCode.CONFLICT, "filter `" + id.get() + "` appears twice"));
        }
        found.throwIfErrors();
        String first = english.or(() -> chinese).orElse(id.orElseThrow());
        return new Filter(id.orElseThrow(), keep.orElseThrow(), new Text(first, chinese.orElse(first)));
    }

    /** Applies the action to every entry and throws all findings together. */
    static void collect(List<Located.Entry> entries, Consumer<Located.Entry> action) {
        Problems found = new Problems();
        for (Located.Entry entry : entries) {
            try {
                action.accept(entry);
            } catch (CanbaoException e) {
                found.addAll(e);
            }
        }
        found.throwIfErrors();
    }
}
