package org.canbao.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Problems;
import org.canbao.spec.CellsSpec;
import org.canbao.spec.ChoicePoint;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.IndexSpec;
import org.canbao.spec.SampleEdit;
import org.canbao.spec.SampleEdit.Condition;
import org.canbao.spec.SampleEdit.InputEdit;
import org.canbao.spec.SqlExpression;
import org.canbao.spec.StudySpec;
import org.canbao.spec.StudySpec.Derived;
import org.canbao.spec.StudySpec.Input;
import org.canbao.spec.StudySpec.SampleSpec;
import org.canbao.spec.Term;
import org.canbao.spec.Text;

/** Reads one alternative of an open point. */
final class AlternativeReader {
    static final KeySet KEYS = KeySet.of(
            "an alternative",
            "label",
            "what it does, in one language or {en, zh}",
            "derive",
            "derived columns of the sample that are computed otherwise",
            "keep",
            "filters of the sample with another condition: {id: condition}",
            "drop",
            "filters of the sample that are left out",
            "where",
            "a further condition to stay in the sample (of cells, if it counts in cells), like one more filter",
            "inputs",
            "joined inputs that are read with another lag or other indices",
            "by",
            "the dimensions of the cells, in the place of those of the study",
            "without",
            "terms taken out of the spec, for example `age + age^2` or \"@person\"",
            "with",
            "terms added to the spec",
            "spec",
            "keys of the spec that have another value, for example {vcov: cr2} or {fixed_effects: [city, year]}");

    static final KeySet INPUT_KEYS = KeySet.of(
            "an input read otherwise",
            "lag",
            "years by which it lies back",
            "indices",
            "indices of the input that are computed otherwise, by name");

    /** The keys of all models, of which an alternative may change any. */
    static final KeySet SPEC_KEYS = new KeySet("`spec` of an alternative", ModelReaders.ANY_MODEL.docs());

    private final Map<String, Input> inputs;
    private final SampleSpec sample;
    private final FormulaParser formulas;
    private final Problems problems;

    AlternativeReader(Map<String, Input> inputs, SampleSpec sample, FormulaParser formulas, Problems problems) {
        this.inputs = inputs;
        this.sample = sample;
        this.formulas = formulas;
        this.problems = problems;
    }

    /** An alternative, and what it changes in a spec. */
    record Alternative(ChoicePoint.Option option, ModelEdit model) {}

    /** The alternative; empty if there was a finding. */
    Optional<Alternative> read(Located.Scalar id, Located.Mapping mapping) {
        Fields fields = new Fields(mapping, KEYS, problems, id.place());
        Optional<Text> label = fields.optional("label", Values::bilingual);
        SampleEdit edit = new SampleEdit(
                fields.optional("derive", this::derived).orElse(List.of()),
                fields.optional("keep", this::conditions).orElse(List.of()),
                fields.optional("drop", node -> Values.oneOrMore(node, this::filter))
                        .orElse(List.of()),
                fields.optional("where", Values::sql),
                fields.optional("inputs", this::inputs).orElse(List.of()),
                fields.optional("by", this::dimensions).orElse(List.of()));
        ModelEdit model = new ModelEdit(
                fields.optional("spec", this::keys).orElse(List.of()),
                fields.optional("without", this::terms).orElse(List.of()),
                fields.optional("with", this::terms).orElse(List.of()));
        if (!fields.failed() && edit.equals(SampleEdit.NONE) && model.isEmpty()) {
            fields.report(Diagnostic.error(YamlCode.CONFLICT, "alternative `" + id.value() + "` changes nothing")
                    .at(id.place())
                    .hint("what it may change: "
                            + String.join(
                                    ", ", KEYS.keys().subList(1, KEYS.keys().size())))
                    .toException());
        }
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new Alternative(
                        new ChoicePoint.Option(
                                id.value(), label.orElse(Text.of(id.value())), edit, !model.isEmpty(), id.place()),
                        model));
    }

    private List<Derived> derived(Located node) {
        List<Derived> derived = SampleSpecReader.derived(node);
        Set<String> known = names(sample.allDerived(), d -> d.column().name());
        Problems found = new Problems();
        derived.stream()
                .map(Derived::column)
                .filter(column -> !known.contains(column.name()))
                .forEach(column -> found.add(unknown(column, "derived column", known)));
        found.throwIfErrors();
        return derived;
    }

    private List<Condition> conditions(Located node) {
        Located.Mapping mapping = Values.mapping(node, "a mapping of filters to conditions");
        Problems found = new Problems();
        List<Condition> conditions = new ArrayList<>();
        for (Located.Entry entry : mapping.entries()) {
            try {
                SqlExpression keep = Values.sql(entry.value());
                conditions.add(new Condition(filter(entry.key()), keep));
            } catch (CanbaoException e) {
                found.addAll(e);
            }
        }
        found.throwIfErrors();
        return conditions;
    }

    private ColumnRef filter(Located node) {
        ColumnRef id = Values.column(node);
        Set<String> known = names(sample.allFilters(), StudySpec.Filter::id);
        if (!known.contains(id.name())) {
            throw unknown(id, "filter", known).toException();
        }
        return id;
    }

    private List<CellsSpec.Dimension> dimensions(Located node) {
        if (sample.cells().isEmpty()) {
            throw Diagnostic.error(YamlCode.CONFLICT, "the sample counts no cells that could have other dimensions")
                    .at(node.place())
                    .hint("`by` is for samples with `cells`")
                    .toException();
        }
        return CellsReader.dimensions(node);
    }

    private List<InputEdit> inputs(Located node) {
        Problems found = new Problems();
        List<InputEdit> edits = Values.mapping(node, "a mapping of inputs to {lag, indices}").entries().stream()
                .flatMap(entry -> input(entry, found).stream())
                .toList();
        found.throwIfErrors();
        return edits;
    }

    private Optional<InputEdit> input(Located.Entry entry, Problems found) {
        ColumnRef name = new ColumnRef(entry.name(), entry.key().place());
        Set<String> joined = names(sample.allJoins(), j -> j.input().name());
        Input input = inputs.get(entry.name());
        if (input == null || !joined.contains(entry.name())) {
            found.add(unknown(name, "joined input", joined));
            return Optional.empty();
        }
        Located.Mapping mapping = Values.mapping(entry.value(), "an input {lag: …, indices: …}");
        Fields fields = new Fields(mapping, INPUT_KEYS, found, entry.key().place());
        OptionalInt lag =
                fields.optional("lag", InputReader::lag).map(OptionalInt::of).orElse(OptionalInt.empty());
        List<IndexSpec> indices =
                fields.optional("indices", InputReader::indices).orElse(List.of());
        Set<String> known = names(input.indices(), i -> i.column().name());
        for (IndexSpec index : indices) {
            if (!known.contains(index.column().name())) {
                found.add(unknown(index.column(), "index of `" + entry.name() + "`", known));
            }
        }
        return fields.failed() ? Optional.empty() : Optional.of(new InputEdit(name, lag, indices));
    }

    private List<Located.Entry> keys(Located node) {
        Located.Mapping mapping = Values.mapping(node, "a mapping of keys of a spec");
        Problems found = new Problems();
        SPEC_KEYS.reportUnknown(mapping, found);
        found.throwIfErrors();
        return mapping.entries();
    }

    private List<Term> terms(Located node) {
        return Values.oneOrMore(node, formulas::terms).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static <T> Set<String> names(List<T> declared, Function<T, String> name) {
        return declared.stream().map(name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Diagnostic unknown(ColumnRef name, String what, Set<String> known) {
        Diagnostic finding = Diagnostic.error(YamlCode.UNKNOWN_NAME, "there is no " + what + " `" + name + "`")
                .at(name.place())
                .nearest(Nearest.to(name.name(), known));
        return known.isEmpty() ? finding : finding.hint("declared: " + String.join(", ", known));
    }
}
