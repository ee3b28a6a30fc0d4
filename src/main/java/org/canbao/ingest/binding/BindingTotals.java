package org.canbao.ingest.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.schema.DataSchema;
import org.canbao.schema.SchemaVariable;

/**
 * What shows only in all variables together. A few that are absent or have other labels are told one by one; many at once
 * mean that the file is another one, or is read in the wrong encoding, and are one finding.
 */
final class BindingTotals {
    /** More than these of one kind are told together. */
    private static final int FEW = 3;

    private static final int SHOWN = 3;

    private final DataSchema schema;
    private final String file;
    private final BindingFindings single;
    private final List<SchemaVariable> absent = new ArrayList<>();
    private final List<Named> otherLabels = new ArrayList<>();
    private final List<Named> byLabel = new ArrayList<>();
    private final List<Named> byCase = new ArrayList<>();
    private int byName;

    private record Named(SchemaVariable wanted, Variable raw) {}

    BindingTotals(DataSchema schema, String file, BindingFindings single) {
        this.schema = schema;
        this.file = file;
        this.single = single;
    }

    void absent(SchemaVariable wanted) {
        absent.add(wanted);
    }

    void otherLabel(SchemaVariable wanted, Variable raw) {
        otherLabels.add(new Named(wanted, raw));
    }

    /** A variable was found. */
    void found(SchemaVariable wanted, Means means, Variable raw) {
        switch (means) {
            case NAME -> byName++;
            case CASE -> byCase.add(new Named(wanted, raw));
            case LABEL -> {
                if (!wanted.raw().isEmpty()) {
                    byLabel.add(new Named(wanted, raw));
                }
            }
            default -> {}
        }
    }

    List<Diagnostic> all() {
        List<Diagnostic> all = new ArrayList<>();
        if (absent.size() > FEW) {
            all.add(manyAbsent());
        } else {
            absent.forEach(wanted -> all.add(single.notFound(wanted)));
        }
        if (otherLabels.size() > FEW) {
            all.add(manyOtherLabels());
        } else {
            otherLabels.forEach(n -> all.add(single.otherLabel(n.wanted, n.raw)));
        }
        if (byCase.size() + byLabel.size() > Math.max(FEW, byName)) {
            all.add(otherLayout());
        } else if (byLabel.size() > FEW) {
            all.add(manyByLabel());
        } else {
            byLabel.forEach(n -> all.add(byLabel(n)));
        }
        return all;
    }

    private Diagnostic manyAbsent() {
        List<String> names = absent.stream()
                .map(w -> "`" + w.name() + "`"
                        + (w.raw().isEmpty() ? "" : " (named " + BindingFindings.quoted(w.raw()) + ")"))
                .toList();
        return Diagnostic.error(
                        BindingCode.NOT_FOUND,
                        "`" + file + "` has no variable for " + absent.size() + " that `" + schema.id() + "` wants: "
                                + BindingFindings.listed(names, SHOWN))
                .at(schema.place())
                .hint("is it the right file, and the schema of its wave? `canbao inspect` lists what is in it;"
                        + " with --schema it shows what is bound to what")
                .hint("if they have other names: a file with `variables: {"
                        + absent.get(0).name() + ": {raw: NAME}, …}`, given with --override");
    }

    private Diagnostic manyOtherLabels() {
        return Diagnostic.error(
                        BindingCode.OTHER_LABEL,
                        otherLabels.size() + " variables of `" + file + "` have names of `" + schema.id()
                                + "` but other labels: "
                                + examples(
                                        otherLabels,
                                        n -> "`" + n.raw.name() + "` has the label `" + n.raw.label()
                                                + "`, not one like `" + n.wanted.labelCheck() + "`"))
                .at(schema.place())
                .hint("if the labels are unreadable, the file is read in the wrong encoding: `--encoding gb18030`,"
                        + " `--encoding utf-8` or another one")
                .hint("if they are readable, the file is probably of another wave: use its schema");
    }

    private Diagnostic otherLayout() {
        List<Named> others = new ArrayList<>(byCase);
        others.addAll(byLabel);
        return Diagnostic.warning(
                        BindingCode.OTHER_LAYOUT,
                        "of " + (byName + others.size()) + " names of `" + schema.id() + "`, `" + file + "` has "
                                + byName
                                + "; " + byCase.size() + " are there in another case and " + byLabel.size()
                                + " were found by label: "
                                + examples(
                                        others,
                                        n -> "`" + n.raw.name() + "` for " + BindingFindings.quoted(n.wanted.raw())))
                .at(schema.place())
                .hint("layouts differ in names and their case: is this the schema of this file?");
    }

    private Diagnostic byLabel(Named found) {
        return Diagnostic.note(
                        BindingCode.FOUND_BY_LABEL,
                        "`" + file + "` has no variable named " + BindingFindings.quoted(found.wanted.raw()) + ": `"
                                + found.wanted.name() + "` is made from `" + found.raw.name() + "`, whose label is `"
                                + found.raw.label() + "`")
                .at(found.wanted.place());
    }

    private Diagnostic manyByLabel() {
        return Diagnostic.note(
                        BindingCode.FOUND_BY_LABEL,
                        byLabel.size() + " variables of `" + schema.id() + "` are not in `" + file
                                + "` by name and were found by their labels: "
                                + examples(byLabel, n -> "`" + n.wanted.name() + "` in `" + n.raw.name() + "`"))
                .at(schema.place())
                .hint("`canbao inspect` with --schema shows all of them");
    }

    private static String examples(List<Named> all, Function<Named, String> shown) {
        return BindingFindings.listed(all.stream().map(shown).toList(), SHOWN);
    }
}
