package org.canbao.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.SqlExpression;
import org.canbao.spec.Text;

/** Reads single values; each method throws one finding that says what was expected. */
final class Values {
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
    static final String BESIDE = "[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*";
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,79}");
    static final KeySet LANGUAGES = KeySet.of("a text", "en", "in English", "zh", "in Chinese");

    private Values() {}

    /** A scalar that is not empty. */
    static Located.Scalar scalar(Located node, String expected) {
        if (node instanceof Located.Scalar scalar
                && !scalar.isNull()
                && !scalar.value().isBlank()) {
            return scalar;
        }
        throw wrongKind(node, expected);
    }

    /** A text. */
    static String text(Located node) {
        return scalar(node, "a text").value();
    }

    /** The name of a column. */
    static ColumnRef column(Located node) {
        Located.Scalar scalar = scalar(node, "the name of a column");
        String name = scalar.value();
        boolean quoted = name.length() > 2 && name.startsWith("`") && name.endsWith("`");
        return new ColumnRef(quoted ? name.substring(1, name.length() - 1) : name, scalar.place());
    }

    /** A SQL expression; not checked here. */
    static SqlExpression sql(Located node) {
        Located.Scalar scalar = scalar(node, "a SQL expression");
        return new SqlExpression(
                scalar.value(), scalar.source().place(0, scalar.value().length()));
    }

    /** A whole number. */
    static long whole(Located node) {
        Located.Scalar scalar = scalar(node, "a whole number");
        if (!scalar.plain() || !WHOLE.matcher(scalar.value()).matches()) {
            throw wrongKind(node, "a whole number");
        }
        return Long.parseLong(scalar.value());
    }

    /** A whole number between two bounds, both included. */
    static int wholeBetween(Located node, int least, int most) {
        long value = whole(node);
        if (value < least || value > most) {
            throw wrongKind(node, "a whole number from " + least + " to " + most);
        }
        return (int) value;
    }

    /** A number. */
    static double number(Located node) {
        Located.Scalar scalar = scalar(node, "a number");
        if (!scalar.plain() || !NUMBER.matcher(scalar.value()).matches()) {
            throw wrongKind(node, "a number");
        }
        return Double.parseDouble(scalar.value());
    }

    /** {@code true} or {@code false}. */
    static boolean bool(Located node) {
        String value = scalar(node, "true or false").value();
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrongKind(node, "true or false");
        };
    }

    /** An identifier, which becomes a file name. */
    static String id(Located.Scalar key) {
        if (!ID.matcher(key.value()).matches()) {
            throw Diagnostic.error(YamlCode.BAD_ID, "`" + key.value() + "` cannot be an identifier")
                    .at(key.place())
                    .hint("it becomes a file name: expected small letters a-z, digits, `-` and `_`, at most 80,"
                            + " beginning with a letter or digit, for example `table-2`")
                    .toException();
        }
        return key.value();
    }

    /** A path that cannot lead out of the folder of the study file. */
    static String beside(Located node, String what, String example) {
        String path = text(node);
        if (!path.matches(BESIDE)) {
            throw Diagnostic.error(YamlCode.BAD_ID, "`" + path + "` is not " + what + " beside the study file")
                    .at(node.place())
                    .hint("expected a relative path without `..`, for example " + example)
                    .toException();
        }
        return path;
    }

    /** A mapping. */
    static Located.Mapping mapping(Located node, String expected) {
        if (node instanceof Located.Mapping mapping) {
            return mapping;
        }
        throw wrongKind(node, expected);
    }

    /** The items of a list; a single value stands for a list of one. All findings about items are thrown together. */
    static <T> List<T> oneOrMore(Located node, Function<Located, T> item) {
        return node instanceof Located.Sequence ? list(node, "a list", item) : List.of(item.apply(node));
    }

    /** The items of a list, at least one. All findings about items are thrown together. */
    static <T> List<T> list(Located node, String expected, Function<Located, T> item) {
        if (!(node instanceof Located.Sequence sequence) || sequence.items().isEmpty()) {
            throw wrongKind(node, expected);
        }
        List<T> read = new ArrayList<>();
        List<Diagnostic> found = new ArrayList<>();
        for (Located element : sequence.items()) {
            try {
                read.add(item.apply(element));
            } catch (CanbaoException e) {
                found.addAll(e.diagnostics());
            }
        }
        if (!found.isEmpty()) {
            throw new CanbaoException(found);
        }
        return read;
    }

    /** A text in one language or in both: {@code title: …} or {@code title: {en: …, zh: …}}. */
    static Text bilingual(Located node) {
        if (!(node instanceof Located.Mapping mapping)) {
            return Text.of(scalar(node, "a text, or {en: …, zh: …}").value());
        }
        Problems problems = new Problems();
        Fields fields = new Fields(mapping, LANGUAGES, problems, mapping.place());
        Optional<String> english = fields.optional("en", Values::text);
        Optional<String> chinese = fields.optional("zh", Values::text);
        problems.throwIfErrors();
        return english.or(() -> chinese)
                .map(first -> new Text(first, chinese.orElse(first)))
                .orElseThrow(() -> wrongKind(node, "a text, or {en: …, zh: …}"));
    }

    /** The finding that a value is of the wrong kind. */
    static CanbaoException wrongKind(Located node, String expected) {
        return Diagnostic.error(YamlCode.WRONG_KIND, "expected " + expected + ", found " + kindOf(node))
                .at(node.place())
                .toException();
    }

    private static String kindOf(Located node) {
        return node instanceof Located.Sequence sequence && sequence.items().isEmpty() ? "an empty list" : node.kind();
    }

    /** The items of one value or a list of them, each of which may stand for several; repetitions left out. */
    static <T> List<T> flat(Located node, Function<Located, List<T>> item) {
        return oneOrMore(node, item).stream().flatMap(List::stream).distinct().toList();
    }
}
