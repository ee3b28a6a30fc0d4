package org.canbao.ingest.binding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.schema.DataSchema;
import org.canbao.schema.SchemaVariable;

/** What can be wrong between a schema and a file; each finding stands where the schema says what it wants. */
final class BindingFindings {
    private static final int NAMES_SHOWN = 20;

    /** Where more variables have the same value labels, such as yes and no, these say nothing. */
    private static final int ALIKE_SHOWN = 3;

    private final String file;
    private final List<Variable> variables;
    private final OverrideText override;

    BindingFindings(DataSchema schema, String file, List<Variable> variables) {
        this.file = file;
        this.variables = variables;
        this.override = new OverrideText(schema);
    }

    Diagnostic notFound(SchemaVariable wanted) {
        String sought = wanted.raw().isEmpty() ? "" : " named " + quoted(wanted.raw());
        String labelled = wanted.labelPattern().isEmpty()
                ? ""
                : (sought.isEmpty() ? "" : " and none") + " with a label like `" + wanted.labelPattern() + "`";
        Diagnostic finding = Diagnostic.error(
                        BindingCode.NOT_FOUND,
                        "`" + file + "` has no variable" + sought + labelled + " for `" + wanted.name() + "`")
                .at(wanted.place())
                .nearest(nearest(wanted));
        List<String> alike = alike(wanted);
        if (!alike.isEmpty() && alike.size() <= ALIKE_SHOWN) {
            finding = finding.hint("with value labels that are its codes: " + String.join("; ", alike));
        }
        return finding.hint("its variables: " + listed() + "; `canbao inspect` shows their labels")
                .hint(override.step("to say which it is", wanted, "{raw: NAME, label_check: .*}"))
                .hint("if files may lack it, `optional: true` in the same way");
    }

    Diagnostic ambiguous(SchemaVariable wanted, List<Variable> found) {
        Diagnostic finding = Diagnostic.error(
                        BindingCode.AMBIGUOUS,
                        "`" + file + "` has " + found.size() + " variables that could be `" + wanted.name() + "`")
                .at(wanted.place());
        for (Variable candidate : found.subList(0, Math.min(NAMES_SHOWN, found.size()))) {
            finding = finding.hint(
                    "`" + candidate.name() + "`" + (candidate.label().isBlank() ? "" : ": " + candidate.label()));
        }
        return finding.hint(override.step(
                "to choose, for example the first",
                wanted,
                "{raw: " + found.get(0).name() + "}"));
    }

    Diagnostic otherLabel(SchemaVariable wanted, Variable raw) {
        return Diagnostic.error(
                        BindingCode.OTHER_LABEL,
                        "`" + raw.name() + "` in `" + file + "` has the name of `" + wanted.name()
                                + "` but another label: `" + raw.label() + "`")
                .at(wanted.place())
                .hint("expected a label like `" + wanted.labelCheck() + "`")
                .hint("if the label is unreadable, say --encoding; if the file has another layout, use its schema")
                .hint(override.step("if it is the right variable", wanted, "{label_check: .*}"))
                .hint(override.step("if another one is", wanted, "{raw: NAME}"));
    }

    Diagnostic notConvertible(SchemaVariable wanted, Variable raw, ValueType type) {
        return Diagnostic.error(
                        BindingCode.NOT_CONVERTIBLE,
                        "`" + raw.name() + "` in `" + file + "` is " + word(raw.type()) + " and cannot become "
                                + word(type))
                .at(wanted.place())
                .hint("change `type`, or leave it out to keep the type of the file");
    }

    Diagnostic nameTaken(BoundVariable bound, Variable clash) {
        return Diagnostic.error(
                        BindingCode.NAME_TAKEN,
                        "`" + bound.wanted().name() + "` is made from `"
                                + bound.raw().name() + "`, but `" + file + "` has another variable of that name: `"
                                + clash.name() + "`")
                .at(bound.wanted().place())
                .hint("give `" + clash.name() + "` a harmonised name of its own, or leave out what is not named:"
                        + " `keep_others: false`");
    }

    Diagnostic unknownLabels(SchemaVariable wanted, Variable raw, List<CodeMap.Spite> values) {
        List<String> shown =
                values.stream().map(v -> v.value() + " = " + v.label()).toList();
        List<String> codes = values.stream()
                .map(v -> v.label() + ": " + v.target().orElse("CODE"))
                .toList();
        return Diagnostic.warning(
                        BindingCode.UNKNOWN_LABELS,
                        "values of `" + raw.name() + "` in `" + file + "` are coded by number, since `codes` does not"
                                + " have their labels: " + String.join(", ", shown))
                .at(wanted.place())
                .hint(override.step("if they mean the same", wanted, "{codes: {" + String.join(", ", codes) + "}}"))
                .hint("if not, give the labels the codes that they mean in the same way: labels come before numbers");
    }

    /** Variables of which several value labels are codes of the one that is wanted. */
    private List<String> alike(SchemaVariable wanted) {
        Set<String> codes =
                wanted.codes().map(c -> Set.copyOf(c.targets().keySet())).orElse(Set.of());
        List<String> alike = new ArrayList<>();
        for (Variable variable : variables) {
            List<String> shared = variable.valueLabels().values().stream()
                    .filter(label -> codes.contains(CodeMap.comparable(label)))
                    .toList();
            if (shared.size() > 1) {
                alike.add("`" + variable.name() + "`"
                        + (variable.label().isBlank() ? "" : " " + variable.label()) + " ("
                        + listed(shared, ALIKE_SHOWN) + ")");
            }
        }
        return alike;
    }

    private List<String> nearest(SchemaVariable wanted) {
        List<String> names = variables.stream().map(Variable::name).toList();
        Set<String> near = new LinkedHashSet<>();
        wanted.raw().forEach(raw -> near.addAll(Nearest.to(raw, names)));
        near.addAll(Nearest.to(wanted.name(), names));
        return near.stream().limit(3).toList();
    }

    private String listed() {
        return listed(variables.stream().map(Variable::name).toList(), NAMES_SHOWN);
    }

    /** Names in a row; how many there are if not all are shown. */
    static String listed(List<String> names, int most) {
        String shown = String.join(", ", names.subList(0, Math.min(most, names.size())));
        return names.size() > most ? shown + ", … (" + names.size() + " in all)" : shown;
    }

    static String quoted(List<String> names) {
        List<String> quoted = new ArrayList<>();
        names.forEach(n -> quoted.add("`" + n + "`"));
        return String.join(" or ", quoted);
    }

    private static String word(ValueType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
