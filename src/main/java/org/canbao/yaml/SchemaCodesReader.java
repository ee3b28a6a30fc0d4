package org.canbao.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.canbao.data.Bilingual;
import org.canbao.data.ValueType;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.schema.Codes;

/** Reads what a variable of a data schema says of single values: {@code codes}, {@code code_labels}, {@code missing}. */
final class SchemaCodesReader {
    private static final String OTHER = "other";
    private static final String KEEP = "keep";
    private static final String REJECT = "reject";
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,17})");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final Fields fields;
    private final Optional<ValueType> type;

    SchemaCodesReader(Fields fields, Optional<ValueType> type) {
        this.fields = fields;
        this.type = type;
    }

    /** The codes, if there are any. */
    Optional<Codes> codes() {
        Optional<Codes> codes = withTable(fields.optional("codes", this::read));
        boolean dates = type.equals(Optional.of(ValueType.DATE)) || type.equals(Optional.of(ValueType.TIMESTAMP));
        if (codes.isPresent() && dates) {
            fields.report("codes", Diagnostic.error(YamlCode.CONFLICT, "a date has no `codes`"));
        }
        if (codes.isPresent() && codes.get().keepOthers() && type.isEmpty()) {
            fields.report(
                    "codes",
                    Diagnostic.error(YamlCode.CONFLICT, "`other: keep` needs a `type`")
                            .hint(
                                    "kept values must have the type of the codes: say which, for example `type: string`"));
        }
        return codes;
    }

    private Optional<Codes> withTable(Optional<Codes> codes) {
        Optional<Map<String, String>> table = fields.optional("codes_from", CodeTableReader::read);
        if (table.isEmpty()) {
            return codes;
        }
        Map<String, String> all = new LinkedHashMap<>(table.get());
        codes.ifPresent(own -> all.putAll(own.targets()));
        all.values().stream()
                .filter(target -> type.isPresent() && !fits(target, type.get()))
                .findFirst()
                .ifPresent(target -> fields.report(
                        "codes_from",
                        Diagnostic.error(
                                YamlCode.CODE_TABLE,
                                "`" + target + "` is no value of type "
                                        + type.orElseThrow().name().toLowerCase(Locale.ROOT))));
        return Optional.of(new Codes(all, codes.map(Codes::keepOthers).orElse(false)));
    }

    /** The labels of harmonised values, which must be values that the codes give. */
    Map<String, Bilingual> labels(Optional<Codes> codes) {
        return fields.optional("code_labels", node -> byValue(node, codes)).orElse(Map.of());
    }

    /** The missing codes; a code cannot have a target too. */
    Map<String, Bilingual> missing(Optional<Codes> codes) {
        return fields.optional("missing", node -> missing(node, codes)).orElse(Map.of());
    }

    /** The narrowest type of all targets: a whole number if all are, otherwise text. */
    Optional<ValueType> typeOf(Optional<Codes> codes) {
        return codes.map(c -> {
            if (!c.targets().values().stream().allMatch(t -> WHOLE.matcher(t).matches())) {
                return ValueType.STRING;
            }
            return List.of(ValueType.INT8, ValueType.INT16, ValueType.INT32, ValueType.INT64).stream()
                    .filter(t -> c.targets().values().stream().allMatch(v -> fits(v, t)))
                    .findFirst()
                    .orElse(ValueType.INT64);
        });
    }

    private Codes read(Located node) {
        Map<String, String> targets = new LinkedHashMap<>();
        boolean keep = false;
        Findings found = new Findings();
        for (Located.Entry entry : Values.mapping(node, "a mapping of raw values to harmonised ones")
                .entries()) {
            if (entry.name().equals(OTHER) && isInstruction(entry.value())) {
                keep = Values.text(entry.value()).equals(KEEP);
            } else {
                found.attempt(() -> targets.put(entry.name(), target(entry)));
            }
        }
        found.throwIfAny();
        if (targets.isEmpty()) {
            throw Values.wrongKind(node, "at least one raw value and what it becomes");
        }
        return new Codes(targets, keep);
    }

    private static boolean isInstruction(Located node) {
        return node instanceof Located.Scalar scalar
                && (scalar.value().equals(KEEP) || scalar.value().equals(REJECT));
    }

    private String target(Located.Entry entry) {
        if (entry.value() instanceof Located.Scalar scalar && scalar.isNull()) {
            throw Diagnostic.error(YamlCode.WRONG_KIND, "a raw value cannot become nothing")
                    .at(scalar.place())
                    .hint("list `" + entry.name() + "` under `missing`: the store then keeps which code it was")
                    .toException();
        }
        String target = Values.text(entry.value());
        if (type.isPresent() && !fits(target, type.get())) {
            throw Diagnostic.error(
                            YamlCode.WRONG_KIND,
                            "`" + target + "` is no value of type "
                                    + type.get().name().toLowerCase(Locale.ROOT))
                    .at(entry.value().place())
                    .toException();
        }
        return target;
    }

    private static Map<String, Bilingual> byValue(Located node, Optional<Codes> codes) {
        Map<String, Bilingual> labels = new LinkedHashMap<>();
        Findings found = new Findings();
        for (Located.Entry entry :
                Values.mapping(node, "a mapping of values to labels").entries()) {
            found.attempt(() -> {
                codes.filter(c -> !c.keepOthers()).ifPresent(c -> checkTarget(entry.key(), c));
                labels.put(entry.name(), SchemaReader.bilingual(entry.value()));
            });
        }
        found.throwIfAny();
        return labels;
    }

    private static void checkTarget(Located.Scalar key, Codes codes) {
        Set<String> targets = new TreeSet<>(codes.targets().values());
        if (!targets.contains(key.value())) {
            throw Diagnostic.error(YamlCode.UNKNOWN_NAME, "no code becomes `" + key.value() + "`")
                    .at(key.place())
                    .nearest(Nearest.to(key.value(), targets))
                    .hint("values that codes become: " + String.join(", ", targets))
                    .toException();
        }
    }

    private static Map<String, Bilingual> missing(Located node, Optional<Codes> codes) {
        Map<String, Bilingual> missing = new LinkedHashMap<>();
        Findings found = new Findings();
        if (node instanceof Located.Mapping mapping) {
            for (Located.Entry entry : mapping.entries()) {
                found.attempt(() -> missing.put(code(entry.key(), codes), SchemaReader.bilingual(entry.value())));
            }
        } else {
            Values.oneOrMore(node, item -> item)
                    .forEach(item ->
                            found.attempt(() -> missing.put(code(blankOrText(item), codes), Bilingual.of(""))));
        }
        found.throwIfAny();
        return missing;
    }

    /** A blank text is a code too: it stands for cells that hold nothing but blanks. */
    private static Located.Scalar blankOrText(Located item) {
        return item instanceof Located.Scalar scalar
                        && !scalar.plain()
                        && scalar.value().isBlank()
                ? scalar
                : Values.scalar(item, "a raw value");
    }

    private static String code(Located.Scalar key, Optional<Codes> codes) {
        if (codes.isPresent() && codes.get().targets().containsKey(key.value())) {
            throw Diagnostic.error(YamlCode.CONFLICT, "`" + key.value() + "` is both missing and a key of `codes`")
                    .at(key.place())
                    .hint("remove it from one of them")
                    .toException();
        }
        return key.value();
    }

    /** Whether a text is a value of a type. */
    static boolean fits(String value, ValueType type) {
        return switch (type) {
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case INT8 -> between(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case INT16 -> between(value, Short.MIN_VALUE, Short.MAX_VALUE);
            case INT32 -> between(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case INT64 -> WHOLE.matcher(value).matches();
            case FLOAT32, FLOAT64 -> NUMBER.matcher(value).matches();
            default -> true;
        };
    }

    private static boolean between(String value, long least, long most) {
        return WHOLE.matcher(value).matches() && Long.parseLong(value) >= least && Long.parseLong(value) <= most;
    }

    /** Findings of several entries, thrown together. */
    private static final class Findings {
        private final List<Diagnostic> all = new ArrayList<>();

        void attempt(Runnable step) {
            try {
                step.run();
            } catch (CanbaoException e) {
                all.addAll(e.diagnostics());
            }
        }

        void throwIfAny() {
            if (!all.isEmpty()) {
                throw new CanbaoException(all);
            }
        }
    }
}
