package org.canbao.sample;

import java.util.Locale;
import org.canbao.spec.Lang;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The ledger as JSON, the content of {@code sample.json}. */
public final class LedgerJson {
    private LedgerJson() {}

    /** The document, with a line break at the end. */
    public static String print(Ledger ledger, boolean simulated) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode root = mapper.createObjectNode();
        root.put("study", ledger.study());
        root.put("simulated", simulated);
        root.put("rows", ledger.rows());
        ArrayNode steps = root.putArray("steps");
        for (Ledger.Step step : ledger.steps()) {
            ObjectNode node = steps.addObject();
            node.put("kind", step.kind().name().toLowerCase(Locale.ROOT));
            node.put("id", step.id());
            node.putObject("label")
                    .put("en", step.label().in(Lang.EN))
                    .put("zh", step.label().in(Lang.ZH));
            node.put("before", step.before());
            node.put("after", step.after());
            if (step.kind() == Ledger.Kind.FILTER) {
                node.put("dropped", step.dropped());
                node.put("missing", step.missing());
            } else if (step.kind() == Ledger.Kind.JOIN) {
                node.put("unmatched", step.missing());
                node.put("unused", step.unused());
            }
        }
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        return mapper.writer().with(printer).writeValueAsString(root) + "\n";
    }
}
