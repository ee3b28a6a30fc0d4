package org.canbao.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.privacy.ShownCount;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The ledger as JSON, the content of {@code sample.json}. */
public final class LedgerJson {
    private LedgerJson() {}

    /** The document that may be shown, with a line break at the end; a count that is hidden is a text. */
    public static String print(Ledger ledger, boolean simulated) {
        return print(ledger, ShownLedger.of(ledger), simulated);
    }

    /** The document with all counts, which {@link #read} reads. */
    public static String exact(Ledger ledger, boolean simulated) {
        return print(ledger, ShownLedger.of(ledger.suppressedBelow(0)), simulated);
    }

    private static String print(Ledger ledger, ShownLedger shown, boolean simulated) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode root = mapper.createObjectNode();
        root.put("study", ledger.study());
        root.put("simulated", simulated);
        root.put("rows", ledger.rows());
        if (ledger.suppressBelow() > 0) {
            root.put("suppressed_below", ledger.suppressBelow());
        }
        ArrayNode steps = root.putArray("steps");
        for (ShownLedger.Step line : shown.steps()) {
            Ledger.Step step = line.step();
            ObjectNode node = steps.addObject();
            node.put("kind", step.kind().name().toLowerCase(Locale.ROOT));
            node.put("id", step.id());
            node.putObject("label")
                    .put("en", step.label().in(Lang.EN))
                    .put("zh", step.label().in(Lang.ZH));
            put(node, "before", line.before());
            put(node, "after", line.after());
            if (step.kind() == Ledger.Kind.FILTER) {
                put(node, "dropped", line.dropped());
                put(node, "missing", line.missing());
            } else if (step.kind() == Ledger.Kind.JOIN) {
                put(node, "unmatched", line.missing());
                put(node, "unused", line.unused());
            } else if (step.kind() == Ledger.Kind.CELLS) {
                put(node, "in_no_cell", line.missing());
                put(node, "empty", line.unused());
            }
        }
        return text(root);
    }

    private static void put(ObjectNode node, String name, ShownCount count) {
        if (count.isShown()) {
            node.put(name, count.value());
        } else {
            node.put(name, count.sign());
        }
    }

    /**
     * The ledger of a document that {@link #exact} made.
     *
     * @throws CanbaoException if it is not one
     */
    public static Ledger read(String document) {
        try {
            JsonNode root = JsonMapper.shared().readTree(document);
            List<Ledger.Step> steps = new ArrayList<>();
            root.required("steps").forEach(node -> steps.add(step(node)));
            return new Ledger(
                    root.required("study").asString(),
                    steps,
                    root.required("rows").asLong(),
                    root.path("suppressed_below").asInt(0));
        } catch (JacksonException e) {
            throw new CanbaoException(
                    List.of(Diagnostic.error(SampleCode.NOT_A_LEDGER, "this is not the ledger of a sample")
                            .hint("delete it; the next run writes it anew")),
                    e);
        }
    }

    private static Ledger.Step step(JsonNode node) {
        Ledger.Kind kind = Ledger.Kind.valueOf(node.required("kind").asString().toUpperCase(Locale.ROOT));
        JsonNode label = node.required("label");
        return new Ledger.Step(
                kind,
                node.required("id").asString(),
                new Text(label.required("en").asString(), label.required("zh").asString()),
                node.required("before").asLong(),
                node.required("after").asLong(),
                node.path(missing(kind)).asLong(0),
                node.path(kind == Ledger.Kind.CELLS ? "empty" : "unused").asLong(0));
    }

    /** The name under which a kind of step has its {@link Ledger.Step#missing}. */
    private static String missing(Ledger.Kind kind) {
        return switch (kind) {
            case JOIN -> "unmatched";
            case CELLS -> "in_no_cell";
            case INPUT, FILTER -> "missing";
        };
    }

    private static String text(ObjectNode root) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        return JsonMapper.shared().writer().with(printer).writeValueAsString(root) + "\n";
    }
}
