package org.canbao.ingest.binding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.schema.DataSchema;
import org.canbao.schema.SchemaVariable;

/**
 * Which raw variable of a file each variable of a schema is.
 *
 * @param schema the schema
 * @param sought what the search for each of its variables gave, in its order
 * @param roster the same for the persons of its roster, if it has one
 * @param others the raw columns that are kept under their own names
 * @param findings what was found on the way, errors among them
 */
public record Binding(
        DataSchema schema,
        List<Sought> sought,
        Optional<RosterBinding> roster,
        List<Integer> others,
        List<Diagnostic> findings) {
    public Binding {
        sought = List.copyOf(sought);
        others = List.copyOf(others);
        findings = List.copyOf(findings);
    }

    /**
     * Binds a schema to the variables of a file. Nothing is thrown: the findings tell what is wrong.
     *
     * @param file the file, for messages
     */
    public static Binding of(DataSchema schema, List<Variable> variables, String file) {
        Problems problems = new Problems();
        BindingFindings findings = new BindingFindings(schema, file, variables);
        BindingTotals totals = new BindingTotals(schema, file, findings);
        Search search = new Search(variables, findings, totals, problems);
        List<Sought> sought = schema.variables().stream().map(search::sought).toList();
        Optional<RosterBinding> roster = schema.roster().map(r -> RosterBinding.of(r, search::sought));
        List<Sought> all = new ArrayList<>(sought);
        roster.ifPresent(r -> all.addAll(r.all()));
        List<Integer> others = schema.keepOthers() ? others(all, variables) : List.of();
        checkNames(sought, others, variables, findings, problems);
        totals.all().forEach(problems::add);
        return new Binding(schema, sought, roster, others, problems.all());
    }

    /** The variables that were bound, in the order of the schema. */
    public List<BoundVariable> bound() {
        return sought.stream().flatMap(s -> s.bound().stream()).toList();
    }

    /** Everything that was made from a raw variable: variables and items of persons of the roster. */
    public List<BoundVariable> allBound() {
        List<BoundVariable> all = new ArrayList<>(bound());
        roster.ifPresent(r -> r.all().forEach(s -> s.bound().ifPresent(all::add)));
        return all;
    }

    /** The variables that the schema gives a value. */
    public List<SchemaVariable> given() {
        return sought.stream()
                .filter(s -> s.means() == Means.VALUE)
                .map(Sought::wanted)
                .toList();
    }

    /** How many harmonised variables there will be. */
    public int size() {
        return bound().size()
                + given().size()
                + roster.map(r -> r.made().size()).orElse(0);
    }

    /** The names of the variables that the file does not have. */
    public List<String> absent() {
        List<String> absent = new ArrayList<>();
        sought.stream()
                .filter(s -> s.means() == Means.NONE)
                .forEach(s -> absent.add(s.wanted().name()));
        roster.ifPresent(r ->
                r.roster().counts().stream().filter(c -> !r.unmet(c).isEmpty()).forEach(c -> absent.add(c.name())));
        return absent;
    }

    /**
     * Accepts the binding.
     *
     * @throws CanbaoException CB0280 to CB0284 with everything that is wrong
     */
    public void throwIfErrors() {
        Problems problems = new Problems();
        findings.forEach(problems::add);
        problems.throwIfErrors();
    }

    /** The search for one variable after another; what is wrong is collected. */
    private record Search(List<Variable> variables, BindingFindings findings, BindingTotals totals, Problems problems) {

        Sought sought(SchemaVariable wanted) {
            if (wanted.value().isPresent()) {
                return new Sought(wanted, Means.VALUE, List.of(), Optional.empty());
            }
            VariableSearch search = VariableSearch.of(wanted, variables);
            List<Variable> found = search.columns().stream().map(variables::get).toList();
            switch (search.means()) {
                case AMBIGUOUS -> problems.add(findings.ambiguous(wanted, found));
                case NONE -> {
                    if (!wanted.optional()) {
                        totals.absent(wanted);
                    }
                }
                default -> {
                    return new Sought(wanted, search.means(), found, bound(wanted, search, found.get(0)));
                }
            }
            return new Sought(wanted, search.means(), found, Optional.empty());
        }

        private Optional<BoundVariable> bound(SchemaVariable wanted, VariableSearch search, Variable raw) {
            if (search.means() != Means.LABEL && VariableSearch.contradicts(wanted, raw)) {
                totals.otherLabel(wanted, raw);
                return Optional.empty();
            }
            totals.found(wanted, search.means(), raw);
            CodeMap codes = CodeMap.of(wanted, raw);
            Variable variable = HarmonisedVariable.of(wanted, search.means(), raw, codes);
            if (!reachable(wanted, raw, codes, variable)) {
                problems.add(findings.notConvertible(wanted, raw, variable.type()));
                return Optional.empty();
            }
            List<CodeMap.Spite> spite = codes.byValueInSpiteOfLabel();
            if (!spite.isEmpty()) {
                problems.add(findings.unknownLabels(wanted, raw, spite));
            }
            boolean same = codes.isEmpty()
                    && !wanted.identifier()
                    && wanted.date().isEmpty()
                    && Conversions.isSame(raw.type(), variable.type());
            return Optional.of(new BoundVariable(
                    wanted, search.means(), raw, search.columns().get(0), codes, variable, same));
        }

        private static boolean reachable(SchemaVariable wanted, Variable raw, CodeMap codes, Variable variable) {
            return codes.others() == CodeMap.Others.REJECT
                    || (wanted.date().isPresent()
                            ? DateConversion.reads(raw.type())
                            : Conversions.between(raw.type(), variable.type()).isPresent());
        }
    }

    /** Raw columns that no harmonised variable is made from, nor may be. */
    private static List<Integer> others(List<Sought> sought, List<Variable> variables) {
        Set<String> taken = new LinkedHashSet<>();
        sought.forEach(s -> s.found().forEach(v -> taken.add(v.name())));
        return IntStream.range(0, variables.size())
                .filter(j -> !taken.contains(variables.get(j).name()))
                .boxed()
                .toList();
    }

    private static void checkNames(
            List<Sought> sought,
            List<Integer> others,
            List<Variable> variables,
            BindingFindings findings,
            Problems problems) {
        Map<String, Variable> kept = new HashMap<>();
        others.forEach(j -> kept.put(variables.get(j).name().toLowerCase(Locale.ROOT), variables.get(j)));
        for (Sought one : sought) {
            Variable clash = kept.get(one.wanted().name());
            if (clash != null && one.bound().isPresent()) {
                problems.add(findings.nameTaken(one.bound().get(), clash));
            }
        }
    }
}
