package org.canbao.ingest.binding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.canbao.data.ColumnBatch;
import org.canbao.data.Variable;
import org.canbao.ingest.RawDescription;
import org.canbao.ingest.RawReader;
import org.canbao.ingest.Rejects;
import org.canbao.ingest.RowOrder;
import org.canbao.schema.SchemaVariable;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a raw file as a schema wants them: first the harmonised variables that are made from one
 * raw variable each, those that the schema gives a value, the counts of its roster, then the raw ones that are kept. Columns
 * whose cells stay what they are are read straight into the batch of the caller; only the others are copied. Not
 * thread-safe; readers of several ranges of rows have one of these each.
 */
public final class HarmonisingReader implements RawReader {
    private final RawReader reader;
    private final RawDescription description;
    private final List<Variable> raw;
    private final List<ColumnTransfer> transfers = new ArrayList<>();
    private final int[] shared;
    private final Set<String> used = new HashSet<>();
    private final Set<String> identifiers = new HashSet<>();
    private final HashKey key;
    private final boolean aboutPersons;
    private final List<GivenColumn> given = new ArrayList<>();
    private final List<DocumentCheck> documents = new ArrayList<>();
    private final Optional<RosterCounter> roster;
    private final RowOrder rejected = new RowOrder();
    private @Nullable ColumnBatch source;
    private @Nullable ColumnBatch target;
    private long row;

    /**
     * A reader.
     *
     * @param reader the raw file; closed with this one
     * @param binding the schema, bound to the variables of the file; what could not be bound is left out
     * @param firstRow how many rows of the file lie before those of {@code reader}
     * @param key with which identifiers are hashed
     */
    public HarmonisingReader(RawReader reader, Binding binding, long firstRow, HashKey key) {
        this.reader = reader;
        this.key = key;
        this.aboutPersons = binding.schema().identifiesPersons();
        this.raw = reader.description().variables();
        this.shared = new int[raw.size()];
        this.row = firstRow;
        Arrays.fill(shared, -1);
        List<Variable> variables = new ArrayList<>();
        for (BoundVariable bound : binding.bound()) {
            place(bound, variables.size());
            variables.add(bound.variable());
        }
        for (SchemaVariable wanted : binding.given()) {
            GivenColumn column = GivenColumn.of(wanted, variables.size());
            given.add(column);
            variables.add(column.variable());
        }
        this.roster = binding.roster().map(r -> new RosterCounter(r, variables.size()));
        this.roster.ifPresent(counter -> {
            variables.addAll(counter.variables());
            counter.bound().forEach(this::use);
        });
        for (int column : binding.others()) {
            shared[column] = variables.size();
            used.add(raw.get(column).name());
            variables.add(raw.get(column));
        }
        binding.schema()
                .rules()
                .forEach(rule -> DocumentCheck.of(rule, raw, variables.size()).ifPresent(check -> {
                    documents.add(check);
                    variables.add(check.variable());
                }));
        this.description = described(reader.description(), variables);
    }

    @Override
    public RawDescription description() {
        return description;
    }

    @Override
    public boolean next(ColumnBatch batch, Rejects rejects) {
        ColumnBatch from = source(batch);
        batch.clear();
        boolean any = reader.next(from, (at, column, value, reason) -> {
            if (used.contains(column)) {
                rejected.add(at, column, identifiers.contains(column) ? ValueMask.IDENTIFIER : value, reason);
            }
        });
        batch.rows(from.rows());
        transfers.forEach(transfer -> transfer.apply(from, batch, row, rejected));
        given.forEach(column -> column.fill(batch));
        documents.forEach(check -> check.apply(from, batch));
        roster.ifPresent(counter -> counter.apply(from, batch, row, rejected));
        rejected.passOn(aboutPersons ? ValueMask.over(rejects) : rejects);
        row += from.rows();
        return any;
    }

    @Override
    public void close() {
        reader.close();
    }

    /** A raw column can be read straight into one column only: the first that takes it as it is. */
    private void place(BoundVariable bound, int to) {
        use(bound);
        if (bound.same() && shared[bound.column()] < 0) {
            shared[bound.column()] = to;
        } else {
            transfers.add(new ColumnTransfer(
                    bound, to, bound.wanted().identifier() ? new IdentifierConversion(key) : conversion(bound)));
        }
    }

    private void use(BoundVariable bound) {
        used.add(bound.raw().name());
        if (bound.wanted().identifier()) {
            identifiers.add(bound.raw().name());
        }
    }

    /** How values without a code become those of a variable. */
    static CellConversion conversion(BoundVariable bound) {
        return bound.wanted()
                .date()
                .<CellConversion>map(DateConversion::new)
                .or(() ->
                        Conversions.between(bound.raw().type(), bound.variable().type()))
                .orElse((from, column, out, to, at) -> Fit.NO);
    }

    private ColumnBatch source(ColumnBatch batch) {
        ColumnBatch known = source;
        if (known == null || target != batch) {
            known = new ColumnBatch(raw, batch, shared);
            source = known;
            target = batch;
        }
        return known;
    }

    private static RawDescription described(RawDescription raw, List<Variable> variables) {
        return new RawDescription(
                raw.format(), raw.encoding(), raw.encodingReason(), raw.label(), raw.rows(), variables);
    }
}
