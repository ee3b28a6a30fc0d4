package org.canbao.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.canbao.data.Codebook;
import org.canbao.diag.Diagnostic;
import org.canbao.ingest.binding.Binding;
import org.canbao.ingest.binding.BindingCode;
import org.canbao.schema.DataSchema;

/** What a schema says of a wave as a whole. */
final class SchemaCheck {
    /** Released files differ by some rows that were found invalid; more than a hundredth is another file. */
    private static final double SHARE = 0.01;

    private SchemaCheck() {}

    /** What the user should know; nothing if there is no schema. Simulated files may have any number of rows. */
    static List<Diagnostic> findings(IngestRequest request, List<Binding> bindings, long rows, boolean simulated) {
        List<Diagnostic> findings = new ArrayList<>();
        bindings.forEach(binding -> findings.addAll(binding.findings()));
        request.schema().ifPresent(schema -> {
            otherDataset(schema, request.dataset()).ifPresent(findings::add);
            if (!simulated) {
                otherRows(schema, rows).ifPresent(findings::add);
            }
        });
        return findings.stream().distinct().toList();
    }

    /** What the codebook says of the schema. */
    static Optional<Codebook.SchemaUse> use(List<Binding> bindings) {
        return bindings.stream()
                .findFirst()
                .map(b -> new Codebook.SchemaUse(
                        b.schema().id(), b.absent(), b.schema().suppressBelow(), List.of()));
    }

    private static Optional<Diagnostic> otherDataset(DataSchema schema, String dataset) {
        return schema.dataset().equals(dataset)
                ? Optional.empty()
                : Optional.of(Diagnostic.warning(
                                BindingCode.OTHER_DATASET,
                                "`" + schema.id() + "` is the schema of files of `" + schema.dataset() + "`, not of `"
                                        + dataset + "`")
                        .at(schema.place()));
    }

    private static Optional<Diagnostic> otherRows(DataSchema schema, long rows) {
        if (schema.expectedRows().isEmpty()) {
            return Optional.empty();
        }
        long expected = schema.expectedRows().getAsLong();
        return Math.abs(rows - expected) <= SHARE * expected
                ? Optional.empty()
                : Optional.of(Diagnostic.warning(
                                BindingCode.OTHER_ROWS,
                                String.format(
                                        Locale.ROOT,
                                        "%,d rows were read; the published files of `%s` have %,d",
                                        rows,
                                        schema.id(),
                                        expected))
                        .at(schema.place())
                        .hint("a part, a subsample or another release? Check before you use it"));
    }
}
