package org.canbao.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.diag.Printable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML (and JSON, which is YAML) into {@link Located} nodes. Only data: aliases, anchors, tags, several documents,
 * control characters and duplicate keys are errors, and so are files above 5 MB or nested deeper than 64. It works on the parser's events,
 * because a composed tree no longer tells an alias from what it stands for.
 */
final class YamlLoader {
    static final int MAX_BYTES = 5_000_000;
    static final int MAX_DEPTH = 64;

    private final SourceText source;
    private final Iterator<Event> events;
    private int depth;

    private YamlLoader(SourceText source) {
        this.source = source;
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.file())
                .setCodePointLimit(MAX_BYTES)
                .build();
        this.events = new Parse(settings).parseString(source.forParser()).iterator();
    }

    /** The text of a file in UTF-8. */
    static String text(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw tooLarge(file.toString()).toException();
            }
            byte[] bytes = Files.readAllBytes(file);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Diagnostic.error(YamlCode.NOT_READ, "`" + file + "` is not text in UTF-8")
                    .at(Place.of(file.toString()))
                    .hint("save it in the encoding UTF-8")
                    .toException();
        } catch (IOException e) {
            throw Diagnostic.error(YamlCode.NOT_READ, "cannot read `" + file + "`: " + reason(file, e))
                    .at(Place.of(file.toString()))
                    .toException();
        }
    }

    private static String reason(Path file, IOException e) {
        if (!Files.exists(file)) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        return Files.isDirectory(file) ? "it is a folder" : String.valueOf(e.getMessage());
    }

    /** The root of a document; empty if there is nothing but comments. */
    static Optional<Located> load(String file, String text) {
        if (text.length() > MAX_BYTES) {
            throw tooLarge(file).toException();
        }
        SourceText source = new SourceText(file, text);
        try {
            return new YamlLoader(source).document();
        } catch (MarkedYamlEngineException e) {
            throw syntax(source, e).toException();
        } catch (YamlEngineException e) {
            throw Diagnostic.error(YamlCode.NOT_YAML, "not valid YAML: " + e.getMessage())
                    .at(Place.of(file))
                    .toException();
        }
    }

    private static Diagnostic tooLarge(String file) {
        return Diagnostic.error(YamlCode.TOO_LARGE, "`" + file + "` is larger than 5 MB")
                .at(Place.of(file))
                .hint("a study is described in a few pages; data belong into the store");
    }

    private static Diagnostic syntax(SourceText source, MarkedYamlEngineException e) {
        Place place = e.getProblemMark()
                .or(e::getContextMark)
                .map(mark -> source.place(source.offset(mark.getLine(), mark.getColumn()), 1))
                .orElse(Place.of(source.file()));
        String context = e.getContext() == null ? "" : " " + e.getContext();
        String problem = source.fromParser(String.valueOf(e.getProblem()));
        Diagnostic finding = Diagnostic.error(YamlCode.NOT_YAML, "not valid YAML" + context + ": " + problem)
                .at(place);
        return problem.contains("mapping values are not allowed") || problem.contains("expected <block end>")
                ? finding.hint("put a text that contains `: ` into quotes; check the indentation")
                : finding;
    }

    private Optional<Located> document() {
        Optional<Located> root = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case DocumentStart -> {
                    if (root.isPresent()) {
                        throw notAllowed(event, 3, "a second document in one file", "one file holds one document");
                    }
                }
                case Scalar, SequenceStart, MappingStart, Alias -> root = Optional.of(node(event));
                default -> {}
            }
        }
        return root.filter(r -> !(r instanceof Located.Scalar scalar && scalar.isEmpty()));
    }

    private Located node(Event event) {
        switch (event.getEventId()) {
            case Alias ->
                throw notAllowed(
                        event,
                        width(event),
                        "a YAML alias",
                        "write the value out; shared keys belong under `defaults:`");
            case Scalar -> {
                ScalarEvent scalar = (ScalarEvent) event;
                refuseProperties(scalar, scalar.getTag());
                return scalar(scalar);
            }
            case SequenceStart, MappingStart -> {
                CollectionStartEvent start = (CollectionStartEvent) event;
                refuseProperties(start, start.getTag());
                return collection(start);
            }
            default -> throw new IllegalStateException("unexpected " + event);
        }
    }

    private void refuseProperties(NodeEvent event, Optional<String> tag) {
        if (event.getAnchor().isPresent()) {
            throw notAllowed(event, 1, "a YAML anchor", "remove it");
        }
        if (tag.isPresent()) {
            throw notAllowed(event, 1, "a YAML tag", "remove it; canbao knows the type of each key");
        }
    }

    private Located collection(CollectionStartEvent start) {
        if (++depth > MAX_DEPTH) {
            throw Diagnostic.error(YamlCode.TOO_LARGE, "nested deeper than " + MAX_DEPTH + " levels")
                    .at(place(start, 1))
                    .toException();
        }
        Located made = start.getEventId() == Event.ID.MappingStart ? mapping(start) : sequence(start);
        depth--;
        return made;
    }

    private Located sequence(CollectionStartEvent start) {
        List<Located> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(node(next));
        }
        return new Located.Sequence(items, place(start, 1));
    }

    private Located mapping(CollectionStartEvent start) {
        List<Located.Entry> entries = new ArrayList<>();
        Map<String, Located.Scalar> seen = new HashMap<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            if (!(node(next) instanceof Located.Scalar key)) {
                throw notAllowed(next, 1, "a key that is not a text", "expected `key: value`");
            }
            Located.Scalar earlier = seen.putIfAbsent(key.value(), key);
            if (earlier != null) {
                throw Diagnostic.error(YamlCode.DUPLICATE_KEY, "key `" + key.value() + "` appears twice")
                        .at(key.place())
                        .hint("it is already in line " + earlier.place().line())
                        .toException();
            }
            entries.add(new Located.Entry(key, node(events.next())));
        }
        return new Located.Mapping(entries, place(start, 1));
    }

    private Located.Scalar scalar(ScalarEvent event) {
        int from = offset(event.getStartMark());
        int to = Math.max(from, offset(event.getEndMark()));
        String value = source.fromParser(event.getValue());
        value.codePoints().filter(Printable::isHidden).findFirst().ifPresent(hidden -> {
            throw notAllowed(
                    event,
                    Math.max(1, to - from),
                    String.format(Locale.ROOT, "the control character U+%04X", hidden),
                    "write the text without it");
        });
        ScalarText text = new ScalarText(source, from, to, value, event.getScalarStyle());
        return new Located.Scalar(value, event.isPlain(), text);
    }

    private int offset(Optional<Mark> mark) {
        return mark.map(m -> source.offset(m.getLine(), m.getColumn())).orElse(0);
    }

    private int width(Event event) {
        return Math.max(1, offset(event.getEndMark()) - offset(event.getStartMark()));
    }

    private Place place(Event event, int length) {
        return source.place(offset(event.getStartMark()), length);
    }

    private RuntimeException notAllowed(Event event, int length, String what, String expected) {
        return Diagnostic.error(YamlCode.NOT_ALLOWED, what + " is not allowed")
                .at(place(event, length))
                .hint(expected)
                .toException();
    }
}
