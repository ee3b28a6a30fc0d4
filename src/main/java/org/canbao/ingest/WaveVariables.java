package org.canbao.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.data.VariableSource;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;

/**
 * The variables of a wave that comes in several files: the same in each, in the order of the first. A numeric type may
 * differ, since files are stored as narrow as their own values allow; the wave gets the wider one. Value labels are
 * united, and a code with two meanings is an error.
 */
final class WaveVariables {
    private final Problems problems = new Problems();
    private final Map<String, Variable> merged = new LinkedHashMap<>();
    private final Path first;

    private WaveVariables(Path first, List<Variable> variables) {
        this.first = first;
        variables.forEach(v -> merged.put(v.name(), v));
        checkNames(variables);
    }

    /**
     * The variables of the wave.
     *
     * @param files the files, in order
     * @param descriptions what they say of themselves
     * @throws org.canbao.diag.CanbaoException CB0253 with all differences, CB0255 with all clashes of names
     */
    static List<Variable> of(List<Path> files, List<RawDescription> descriptions) {
        WaveVariables wave = new WaveVariables(files.get(0), descriptions.get(0).variables());
        for (int i = 1; i < files.size(); i++) {
            wave.append(files.get(i), descriptions.get(i).variables());
        }
        wave.problems.throwIfErrors();
        return List.copyOf(wave.merged.values());
    }

    /** SQL does not tell {@code Age} from {@code age}, and companion columns must not meet a variable. */
    private void checkNames(List<Variable> variables) {
        Map<String, String> lower = new TreeMap<>();
        variables.forEach(v -> {
            String other = lower.putIfAbsent(v.name().toLowerCase(Locale.ROOT), v.name());
            if (other != null) {
                clash("`" + other + "` and `" + v.name() + "` differ only in case");
            }
        });
        variables.forEach(v -> {
            String companion = (v.name() + Variable.MISSING_SUFFIX).toLowerCase(Locale.ROOT);
            if (lower.containsKey(companion)) {
                clash("`" + lower.get(companion) + "` is where the missing codes of `" + v.name() + "` would be kept");
            }
        });
    }

    private void clash(String what) {
        problems.add(Diagnostic.error(StoreCode.NAMES_CLASH, what)
                .at(Place.of(first.toString()))
                .hint("rename one of the variables in the file"));
    }

    private void append(Path file, List<Variable> variables) {
        Set<String> names = new TreeSet<>();
        variables.forEach(v -> names.add(v.name()));
        List<String> differences = new ArrayList<>();
        merged.keySet().stream().filter(n -> !names.contains(n)).forEach(n -> differences.add("it lacks `" + n + "`"));
        for (Variable variable : variables) {
            Variable known = merged.get(variable.name());
            if (known == null) {
                differences.add("only it has `" + variable.name() + "`");
            } else {
                merge(known, variable, differences);
            }
        }
        report(file, differences);
    }

    private void merge(Variable known, Variable variable, List<String> differences) {
        Optional<ValueType> type = wider(known.type(), variable.type());
        if (type.isEmpty()) {
            differences.add("`" + known.name() + "` is " + word(variable.type()) + ", not " + word(known.type()));
            return;
        }
        Map<String, String> labels = new LinkedHashMap<>(known.valueLabels());
        variable.valueLabels().forEach((code, label) -> {
            String other = labels.putIfAbsent(code, label);
            if (other != null && !other.equals(label)) {
                differences.add("`" + known.name() + "`: " + code + " means `" + label + "`, not `" + other + "`");
            }
        });
        Map<String, String> codes = new LinkedHashMap<>(known.missingCodes());
        variable.missingCodes().forEach(codes::putIfAbsent);
        Optional<VariableSource> source =
                known.source().map(s -> variable.source().map(s::and).orElse(s));
        merged.put(
                known.name(),
                new Variable(known.name(), type.get(), known.label(), labels, codes, known.format(), source));
    }

    private void report(Path file, List<String> differences) {
        if (!differences.isEmpty()) {
            Diagnostic finding = Diagnostic.error(
                            StoreCode.DIFFERENT_VARIABLES,
                            "`" + file.getFileName() + "` does not have the same variables as `" + first.getFileName()
                                    + "`")
                    .at(Place.of(file.toString()));
            for (String difference : differences) {
                finding = finding.hint(difference);
            }
            problems.add(finding.hint("make the files alike, or ingest them as different waves (`--wave`)"));
        }
    }

    /** The type that holds all values of both exactly, if there is one. */
    static Optional<ValueType> wider(ValueType a, ValueType b) {
        if (a == b) {
            return Optional.of(a);
        }
        ValueType low = a.compareTo(b) < 0 ? a : b;
        ValueType high = a.compareTo(b) < 0 ? b : a;
        if (!low.isNumeric() || !high.isNumeric() || low == ValueType.BOOLEAN) {
            return Optional.empty();
        }
        return switch (high) {
            case FLOAT32 -> low.compareTo(ValueType.INT16) <= 0 ? Optional.of(high) : exactDouble(low);
            case FLOAT64 -> exactDouble(low);
            default -> Optional.of(high);
        };
    }

    private static Optional<ValueType> exactDouble(ValueType low) {
        return low == ValueType.INT64 ? Optional.empty() : Optional.of(ValueType.FLOAT64);
    }

    private static String word(ValueType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
