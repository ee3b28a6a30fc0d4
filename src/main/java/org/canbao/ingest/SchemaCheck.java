package org.canbao.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.canbao.data.Bilingual;
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

    /**
     * What the user should know; nothing if there is no schema. Simulated files may have any number of
     * rows; what is to be said of a file is said once, with its respondents.
     */
    static List<Diagnostic> findings(IngestRequest request, List<Binding> bindings, long rows, boolean simulated) {
        if (request.members()) {
            return List.of();
        }
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

    /** What a user can do about values that do not fit, beside letting them go. */
    static List<String> remedies(IngestRequest request) {
        String file = String.valueOf(request.files().get(0).getFileName());
        return request.schema()
                .map(schema -> List.of(
                        "`canbao inspect " + file + " --schema " + schema.id()
                                + "` counts all values that do not fit, with the labels of the file",
                        "to say what a value means: a file with `variables: {NAME: {codes: {VALUE OR LABEL: CODE}}}`,"
                                + " or `missing: [VALUE]`, given with --override"))
                .orElse(List.of("to give a column another type: `--type NAME=string`"));
    }

    /**
     * Refuses files without a row: a schema is for something that is there.
     *
     * @throws org.canbao.diag.CanbaoException CB0263
     */
    static void refuseEmpty(IngestRequest request, long rows) {
        if (rows == 0 && request.schema().isPresent()) {
            String files = String.join(
                    ", ",
                    request.files().stream()
                            .map(file -> "`" + file.getFileName() + "`")
                            .toList());
            throw Diagnostic.error(
                            StoreCode.NO_ROWS,
                            files + (request.files().size() == 1 ? " has" : " have")
                                    + " variables but no row; nothing entered the store")
                    .hint("was it filtered down to nothing when it was saved, or is it only the frame of a file?"
                            + " Ask for the extract again")
                    .toException();
        }
    }

    /** What the codebook says of the schema. */
    static Optional<Codebook.SchemaUse> use(IngestRequest request, List<Binding> bindings) {
        return bindings.stream()
                .findFirst()
                .map(b -> new Codebook.SchemaUse(
                        b.schema().id(),
                        request.members() ? List.of() : b.absent(),
                        b.schema().suppressBelow(),
                        List.of()));
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
                        .hint(schema.rowsNote()
                                .map(Bilingual::en)
                                .orElse("a part, a subsample or another release? Check before you use it")));
    }
}
