package org.canbao.yaml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.canbao.data.Bilingual;
import org.canbao.data.ValueType;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.schema.Codes;
import org.canbao.schema.Confidence;
import org.canbao.schema.DateFormat;
import org.canbao.schema.DatePart;
import org.canbao.schema.RawDate;
import org.canbao.schema.SchemaVariable;

/** Reads one harmonised variable of a data schema. */
final class SchemaVariableReader {
    static final KeySet KEYS = KeySet.of(
            "a variable",
            "raw",
            "names that it may have in a raw file; case matters only where names differ in nothing else",
            "label_pattern",
            "a regular expression found in the label of the raw variable: finds it if no name does, and checks it if one"
                    + " does",
            "label_check",
            "another regular expression that checks the label where the name was found, for example a wider one",
            "type",
            "the type that it gets; by default that of its codes or of the raw variable",
            "label",
            "what it is, in one language or {en, zh}",
            "unit",
            "the unit of its values, for example yuan per month",
            "codes",
            "what raw values become, by their label or by themselves; \"other: keep\" keeps values without a code, which"
                    + " are rejects otherwise",
            "codes_from",
            "more codes, from two columns of a CSV file beside the schema: {file, key, value}",
            "code_labels",
            "labels of harmonised values, in one language or {en, zh}",
            "missing",
            "raw values or their labels that mean missing: a list, or a mapping to what they mean",
            "format",
            "how it writes dates",
            "part",
            "the part of the date that it becomes",
            "identifier",
            "that it identifies persons: hash, its keyed hash is stored in its place",
            "value",
            "what it is in all rows, for a variable that no file has, for example the year of a wave",
            "optional",
            "whether a file may lack it; false by default",
            "confidence",
            "how sure we are that this is the right raw variable");

    static final Choice<ValueType> TYPE =
            choice("type", ValueType.values(), t -> t.name().toLowerCase(Locale.ROOT));
    static final Choice<DateFormat> FORMAT = choice("format", DateFormat.values(), DateFormat::text);
    static final Choice<DatePart> PART =
            choice("part", DatePart.values(), p -> p.name().toLowerCase(Locale.ROOT));
    static final Choice<Boolean> IDENTIFIER = choice("identifier", new Boolean[] {true}, hashed -> "hash");
    static final Choice<Confidence> CONFIDENCE = choice("confidence", Confidence.values(), Confidence::text);

    private final String name;
    private final Fields fields;

    private SchemaVariableReader(String name, Fields fields) {
        this.name = name;
        this.fields = fields;
    }

    /**
     * The variable; empty if there was a finding.
     *
     * @param place where its name stands
     */
    static Optional<SchemaVariable> read(String name, Located.Mapping mapping, Place place, Problems problems) {
        return new SchemaVariableReader(name, new Fields(mapping, KEYS, problems, place)).variable();
    }

    private Optional<SchemaVariable> variable() {
        List<String> raw = fields.optional("raw", SchemaVariableReader::names).orElse(List.of());
        Optional<String> pattern = fields.optional("label_pattern", SchemaVariableReader::pattern);
        Optional<String> check = fields.optional("label_check", SchemaVariableReader::pattern);
        Optional<ValueType> type = fields.optional("type", TYPE::read);
        Optional<Bilingual> label = fields.optional("label", SchemaReader::bilingual);
        Optional<String> unit = fields.optional("unit", Values::text);
        Optional<RawDate> date = date();
        SchemaCodesReader codes = new SchemaCodesReader(fields, type);
        Optional<Codes> targets = codes.codes();
        Map<String, Bilingual> labels = codes.labels(targets);
        Map<String, Bilingual> missing = codes.missing(targets);
        boolean identifier = fields.optional("identifier", IDENTIFIER::read).orElse(false);
        Optional<String> value = fields.optional("value", Values::text);
        boolean optional = fields.optional("optional", Values::bool).orElse(false);
        Optional<Confidence> confidence = fields.required("confidence", CONFIDENCE::read);
        if (!fields.failed()) {
            if (value.isEmpty()) {
                checkFindable(raw, pattern, optional, confidence);
            } else {
                checkValue(raw, pattern, value.get(), type);
            }
            checkDate(date, type);
            if (identifier) {
                checkIdentifier(type);
            }
        }
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new SchemaVariable(
                        name,
                        raw,
                        pattern.orElse(""),
                        check.orElse(""),
                        type.or(() -> identifier ? Optional.of(ValueType.STRING) : Optional.empty())
                                .or(() -> codes.typeOf(targets))
                                .or(() -> date.map(SchemaVariableReader::typeOf)),
                        label,
                        unit.orElse(""),
                        targets,
                        labels,
                        missing,
                        date,
                        identifier,
                        value,
                        optional,
                        confidence.orElseThrow(),
                        fields.place()));
    }

    private static List<String> names(Located node) {
        Map<String, Located> seen = new LinkedHashMap<>();
        Values.oneOrMore(node, item -> {
            String raw = Values.text(item);
            if (seen.putIfAbsent(raw.toLowerCase(Locale.ROOT), item) != null) {
                throw Diagnostic.error(YamlCode.CONFLICT, "`" + raw + "` is in the list twice")
                        .at(item.place())
                        .hint("names are found whatever their case")
                        .toException();
            }
            return raw;
        });
        return seen.values().stream().map(Values::text).toList();
    }

    private static String pattern(Located node) {
        Located.Scalar scalar = Values.scalar(node, "a regular expression");
        try {
            return Pattern.compile(scalar.value()).pattern();
        } catch (PatternSyntaxException e) {
            throw Diagnostic.error(
                            YamlCode.WRONG_KIND,
                            "not a regular expression: " + e.getDescription().toLowerCase(Locale.ROOT))
                    .at(scalar.source().place(Math.max(0, e.getIndex()), 1))
                    .hint("put `\\` before ( ) [ ] { } . * + ? | ^ $ that stand for themselves")
                    .toException();
        }
    }

    private Optional<RawDate> date() {
        Optional<DateFormat> format = fields.optional("format", FORMAT::read);
        Optional<DatePart> part = fields.optional("part", PART::read);
        if (part.isPresent() && !fields.has("format")) {
            fields.report(
                    "part",
                    Diagnostic.error(YamlCode.CONFLICT, "`part` needs a `format`")
                            .hint("say how the date is written: `format: yyyymm`"));
        }
        return format.map(f -> new RawDate(f, part));
    }

    /** What says nowhere how to find it can only be a note that it was sought in vain. */
    private void checkFindable(
            List<String> raw, Optional<String> pattern, boolean optional, Optional<Confidence> confidence) {
        boolean findable = !raw.isEmpty() || pattern.isPresent();
        boolean note = optional && confidence.equals(Optional.of(Confidence.NOT_FOUND));
        if (!findable && !note) {
            fields.report(Diagnostic.error(YamlCode.MISSING_KEY, "nothing says how to find `" + name + "`")
                    .at(fields.place())
                    .hint("give its `raw` name, or a `label_pattern`")
                    .hint("if no source names it: `optional: true` and `confidence: not-found`")
                    .toException());
        }
    }

    private void checkValue(List<String> raw, Optional<String> pattern, String value, Optional<ValueType> type) {
        if (!raw.isEmpty() || pattern.isPresent() || fields.has("codes") || fields.has("format")) {
            fields.report(
                    "value",
                    Diagnostic.error(YamlCode.CONFLICT, "what has a `value` is not sought in the file")
                            .hint("say either `value` or how to find it"));
        }
        boolean usable = type.isPresent()
                && (type.get() == ValueType.STRING || type.get().isNumeric())
                && SchemaCodesReader.fits(value, type.get());
        if (!usable) {
            fields.report(
                    "value",
                    Diagnostic.error(YamlCode.CONFLICT, "`value` needs a `type` that it is a value of")
                            .hint("for example {value: 2017, type: int16}"));
        }
    }

    private void checkDate(Optional<RawDate> date, Optional<ValueType> type) {
        if (date.isEmpty()) {
            return;
        }
        boolean whole = date.get().part().isPresent();
        if (fields.has("codes")) {
            fields.report("codes", Diagnostic.error(YamlCode.CONFLICT, "a date has no `codes`"));
        }
        List<ValueType> allowed =
                whole ? List.of(ValueType.INT16, ValueType.INT32, ValueType.INT64) : List.of(ValueType.DATE);
        if (type.isPresent() && !allowed.contains(type.get())) {
            String what = whole ? "a part of a date is a whole number" : "what has a `format` is a date";
            String expected = whole
                    ? "expected int16, int32 or int64, or no `type`"
                    : "expected `type: date`, or no `type`; `part: year` makes a number";
            fields.report("type", Diagnostic.error(YamlCode.CONFLICT, what).hint(expected));
        }
    }

    /** What is hashed has no meaning but that of being the same. */
    private void checkIdentifier(Optional<ValueType> type) {
        for (String key : List.of("codes", "codes_from", "code_labels", "format", "value")) {
            if (fields.has(key)) {
                fields.report(key, Diagnostic.error(YamlCode.CONFLICT, "an identifier has no `" + key + "`"));
            }
        }
        if (type.isPresent() && type.get() != ValueType.STRING) {
            fields.report(
                    "type",
                    Diagnostic.error(YamlCode.CONFLICT, "the hash of an identifier is a string")
                            .hint("expected `type: string`, or no `type`"));
        }
    }

    private static ValueType typeOf(RawDate date) {
        return date.part().isPresent() ? ValueType.INT16 : ValueType.DATE;
    }

    private static <T> Choice<T> choice(String key, T[] values, Function<T, String> name) {
        Map<String, T> byName = new LinkedHashMap<>();
        Arrays.stream(values).forEach(v -> byName.put(name.apply(v), v));
        return new Choice<>(key, byName);
    }
}
