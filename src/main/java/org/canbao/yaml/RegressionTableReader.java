package org.canbao.yaml;

import java.util.List;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.MarginalModel;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Ordered;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Text;

/** Reads tables of estimates side by side. */
final class RegressionTableReader implements TableKind {
    private static final KeySet KEYS = KeySet.of(
                    "a regression table",
                    "columns",
                    "ids of specs, or {spec, header, show, level}, from left to right",
                    "rows",
                    "the terms shown, in order, lists as \"@name\"; all by default")
            .and(TableReader.COMMON_KEYS);
    static final KeySet COLUMN_KEYS = KeySet.of(
            "a column",
            "spec",
            "id of the spec",
            "header",
            "its header, in one language or {en, zh}",
            "show",
            "coefficients (the default), or the marginal effects that the spec asks for",
            "level",
            "of an ordered outcome, the level on whose probability marginal effects are shown");
    /** What a column shows. */
    static final Choice<Shown> SHOW = Choice.ofNames("show", Shown.values());

    /** What a column shows of a spec. */
    enum Shown {
        COEFFICIENTS,
        MARGINAL_EFFECTS
    }

    @Override
    public String kind() {
        return "regression";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<TableSpec> read(ExhibitHead head, Fields fields, Declared declared) {
        Optional<List<TableSpec.Column>> columns = fields.required(
                "columns", node -> Values.list(node, "a list of specs", item -> column(item, declared)));
        List<ColumnRef> rows = fields.optional("rows", node -> Values.flat(node, item -> rows(item, declared)))
                .orElse(List.of());
        int digits = TableReader.digits(fields);
        columns.ifPresent(shown -> new RowCheck(declared, shown).check(rows, fields));
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new TableSpec.Regression(
                        head.id(), head.title(), head.notes(), columns.orElseThrow(), rows, digits));
    }

    private static TableSpec.Column column(Located node, Declared declared) {
        if (!(node instanceof Located.Mapping mapping)) {
            return new TableSpec.Column(declared.spec(node), Optional.empty());
        }
        Problems found = new Problems();
        Fields fields = new Fields(mapping, COLUMN_KEYS, found, mapping.place());
        Optional<ColumnRef> spec = fields.required("spec", declared::spec);
        Optional<Text> header = fields.optional("header", Values::bilingual);
        Shown show = fields.optional("show", SHOW::read).orElse(Shown.COEFFICIENTS);
        Optional<Double> level = fields.optional("level", Values::number);
        spec.flatMap(ref -> Optional.ofNullable(declared.specs().get(ref.name())))
                .ifPresent(model -> checkShown(fields, model, show, level));
        found.throwIfErrors();
        return new TableSpec.Column(
                spec.orElseThrow(),
                header,
                show == Shown.MARGINAL_EFFECTS ? Optional.of(new TableSpec.Marginal(level)) : Optional.empty());
    }

    private static void checkShown(Fields fields, ModelSpec model, Shown show, Optional<Double> level) {
        boolean marginal = show == Shown.MARGINAL_EFFECTS;
        boolean asked =
                model instanceof MarginalModel of && of.marginalEffects().isPresent();
        String id = model.common().id();
        if (marginal && !asked) {
            Diagnostic finding = Diagnostic.error(YamlCode.CONFLICT, "spec `" + id + "` asks for no marginal effects");
            fields.report(
                    "show",
                    model instanceof MarginalModel
                            ? finding.hint("add `marginal_effects: all` to it")
                            : finding.hint("coefficients of model `" + model.model() + "` are marginal effects"
                                    + " themselves, or have none"));
        } else if (marginal && model instanceof Ordered && level.isEmpty()) {
            fields.report(
                    "show",
                    Diagnostic.error(
                                    YamlCode.CONFLICT,
                                    "marginal effects of an ordered outcome are about the probability of one of its levels")
                            .hint("add the level: {spec: " + id + ", show: marginal-effects, level: 3}"));
        } else if (level.isPresent() && !(marginal && model instanceof Ordered)) {
            fields.report(
                    "level",
                    Diagnostic.error(
                            YamlCode.CONFLICT,
                            "`level` is about marginal effects of an ordered outcome, not this column"));
        }
    }

    /** One row, or the rows of a list; names of levels such as {@code year::2016} are taken as they are. */
    private static List<ColumnRef> rows(Located node, Declared declared) {
        Located.Scalar scalar = Values.scalar(node, "a term or \"@list\"");
        if (scalar.value().contains("::")) {
            return List.of(new ColumnRef(scalar.value(), scalar.place()));
        }
        return declared.formulas().terms(scalar).stream()
                .map(term -> new ColumnRef(term.text(), scalar.place()))
                .toList();
    }
}
