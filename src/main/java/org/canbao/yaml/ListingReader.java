package org.canbao.yaml;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Listing;
import org.canbao.spec.RowsSpec;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Text;

/** Reads tables that list the rows of a sample. */
final class ListingReader implements TableKind {
    private static final KeySet KEYS = KeySet.of(
                    "a listing",
                    "columns",
                    "what is shown of each row: columns of the sample, or {column, header, as, digits}",
                    "stub",
                    "header of the names of the rows, in one language or {en, zh}",
                    "transpose",
                    "true if the rows of the sample are the columns of the table; false by default",
                    "totals",
                    "what stands under each panel: n, sum, mean, min, max of its numbers")
            .and(RowsReader.LINES)
            .and(TableReader.COMMON_KEYS);

    static final KeySet COLUMN_KEYS = KeySet.of(
            "a column of a listing",
            "column",
            "the column of the sample",
            "en",
            "instead, the column with texts in English",
            "zh",
            "and that with texts in Chinese",
            "header",
            "its header, in one language or {en, zh}; the label of the column by default",
            "as",
            "how its values are shown; as their type suggests by default",
            "digits",
            "its decimals; those of the table by default");

    static final Choice<Listing.Show> AS = Choice.ofNames("as", Listing.Show.values());
    static final Choice<Listing.Total> TOTALS = Choice.ofNames("totals", Listing.Total.values());

    @Override
    public String kind() {
        return "listing";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<TableSpec> read(ExhibitHead head, Fields fields, Declared declared) {
        Optional<RowsSpec> rows = RowsReader.read(fields);
        Optional<List<Listing.Column>> columns = fields.required(
                "columns",
                node -> node instanceof Located.Sequence
                        ? Values.list(node, "a list of columns", ListingReader::column)
                        : List.of(column(node)));
        Optional<Text> stub = fields.optional("stub", Values::bilingual);
        List<Listing.Total> totals = fields.optional("totals", node -> Values.oneOrMore(node, TOTALS::read))
                .orElse(List.of());
        boolean transposed = fields.optional("transpose", Values::bool).orElse(false);
        if (transposed && !totals.isEmpty()) {
            fields.report("totals", Diagnostic.error(YamlCode.CONFLICT, "a transposed listing has no `totals`"));
        }
        int digits = TableReader.digits(fields);
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new Listing(
                        head.id(),
                        head.title(),
                        head.notes(),
                        rows.orElseThrow(),
                        stub,
                        columns.orElseThrow(),
                        transposed,
                        totals,
                        digits));
    }

    private static Listing.Column column(Located node) {
        if (!(node instanceof Located.Mapping mapping)) {
            ColumnRef column = Values.column(node);
            return new Listing.Column(column, column, Optional.empty(), Optional.empty(), OptionalInt.empty());
        }
        Problems problems = new Problems();
        Fields fields = new Fields(mapping, COLUMN_KEYS, problems, mapping.place());
        boolean both = fields.has("en") || fields.has("zh");
        Optional<ColumnRef> column =
                both ? fields.optional("column", Values::column) : fields.required("column", Values::column);
        Optional<ColumnRef> en = both ? fields.required("en", Values::column) : column;
        Optional<ColumnRef> zh = both ? fields.required("zh", Values::column) : column;
        if (both && fields.has("column")) {
            fields.report(
                    "column", Diagnostic.error(YamlCode.CONFLICT, "a column has either `column` or `en` and `zh`"));
        }
        Optional<Text> header = fields.optional("header", Values::bilingual);
        Optional<Listing.Show> as = fields.optional("as", AS::read);
        Optional<Integer> digits = fields.optional("digits", TableReader::decimals);
        problems.throwIfErrors();
        OptionalInt own = digits.isPresent() ? OptionalInt.of(digits.get()) : OptionalInt.empty();
        return new Listing.Column(en.orElseThrow(), zh.orElseThrow(), header, as, own);
    }
}
