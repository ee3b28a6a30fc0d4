package org.canbao.ingest.binding;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.schema.SchemaVariable;

/** What can be wrong between a schema and a file; each finding stands where the schema says what it wants. */
final class BindingFindings {
    private static final int NAMES_SHOWN = 20;

    private final String file;
    private final List<Variable> variables;

    BindingFindings(String file, List<Variable> variables) {
        this.file = file;
        this.variables = variables;
    }

    Diagnostic notFound(SchemaVariable wanted) {
        String sought = wanted.raw().isEmpty() ? "" : " named " + quoted(wanted.raw());
        String labelled = wanted.labelPattern().isEmpty()
                ? ""
                : (sought.isEmpty() ? "" : " and none") + " with a label like `" + wanted.labelPattern() + "`";
        return Diagnostic.error(
                        BindingCode.NOT_FOUND,
                        "`" + file + "` has no variable" + sought + labelled + " for `" + wanted.name() + "`")
                .at(wanted.place())
                .nearest(nearest(wanted))
                .hint("its variables: " + listed())
                .hint("add its name to `raw`; or, if files may lack it, say `optional: true`");
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
        return finding.hint("name the right one under `raw`, exactly as in the file");
    }

    Diagnostic otherLabel(SchemaVariable wanted, Variable raw) {
        return Diagnostic.error(
                        BindingCode.OTHER_LABEL,
                        "`" + raw.name() + "` in `" + file + "` has the name of `" + wanted.name()
                                + "` but another label: `" + raw.label() + "`")
                .at(wanted.place())
                .hint("expected a label like `" + wanted.labelCheck() + "`")
                .hint("if the label is unreadable, say --encoding; if the file has another layout, use its schema")
                .hint("if it is the right variable, change `label_check`");
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

    Diagnostic unknownLabels(SchemaVariable wanted, Variable raw, List<String> values) {
        return Diagnostic.warning(
                        BindingCode.UNKNOWN_LABELS,
                        "values of `" + raw.name() + "` in `" + file + "` are coded by number, since `codes` does not"
                                + " have their labels: " + String.join(", ", values))
                .at(wanted.place())
                .hint("if they mean the same, add these labels to `codes`");
    }

    private List<String> nearest(SchemaVariable wanted) {
        List<String> names = variables.stream().map(Variable::name).toList();
        Set<String> near = new LinkedHashSet<>();
        wanted.raw().forEach(raw -> near.addAll(Nearest.to(raw, names)));
        near.addAll(Nearest.to(wanted.name(), names));
        return near.stream().limit(3).toList();
    }

    private String listed() {
        List<String> names = variables.stream().map(Variable::name).toList();
        String shown = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
        return names.size() > NAMES_SHOWN
                ? shown + ", … (" + names.size() + " in all; `canbao inspect` lists them)"
                : shown;
    }

    private static String quoted(List<String> names) {
        return String.join(" or ", names.stream().map(n -> "`" + n + "`").toList());
    }

    private static String word(ValueType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
