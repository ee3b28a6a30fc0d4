package org.canbao.ingest.binding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.canbao.data.CellText;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.ingest.RawDescription;
import org.canbao.ingest.RawReader;
import org.canbao.ingest.Rejects;
import org.canbao.ingest.RowOrder;

/**
 * The persons of a roster, a row each: first the variables of the respondent that the roster names as keys, then the number
 * of the person, then the items. A place of the roster is a person if the first item has a value there. Rows are in the
 * order of the file, those of one of its rows in the order of the persons. Only what the schema names gets through:
 * identifiers of members are hashed where it says so, and are not there otherwise. Not thread-safe.
 */
public final class MemberReader implements RawReader {
    private final RawReader reader;
    private final MemberColumns columns;
    private final RawDescription description;
    private final List<ColumnTransfer> transfers = new ArrayList<>();
    private final List<GivenColumn> given = new ArrayList<>();
    private final List<Variable> filledVariables = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> identifiers = new HashSet<>();
    private final boolean aboutPersons;
    private final RowOrder rejected = new RowOrder();
    private final ColumnBatch raw;
    private final ColumnBatch filled;
    private long before;
    private int row;
    private int person;
    private boolean ended;

    /**
     * A reader.
     *
     * @param reader the raw file; closed with this one
     * @param binding the schema, which has a roster, bound to the variables of the file
     * @param firstRow how many rows of the file lie before those of {@code reader}
     * @param key with which identifiers are hashed
     * @param batchRows how many rows of the file are read at a time
     * @throws org.canbao.diag.CanbaoException CB0280 if the file lacks a key or the first item
     */
    public MemberReader(RawReader reader, Binding binding, long firstRow, HashKey key, int batchRows) {
        this.reader = reader;
        this.columns = new MemberColumns(binding);
        this.before = firstRow;
        this.aboutPersons = binding.schema().identifiesPersons();
        for (BoundVariable bound : columns.bound()) {
            used.add(bound.raw().name());
            if (bound.wanted().identifier()) {
                identifiers.add(bound.raw().name());
            }
            transfers.add(new ColumnTransfer(
                    bound,
                    filledVariables.size(),
                    bound.wanted().identifier() ? new IdentifierConversion(key) : HarmonisingReader.conversion(bound)));
            filledVariables.add(bound.variable());
        }
        columns.given().forEach(wanted -> {
            GivenColumn column = GivenColumn.of(wanted, filledVariables.size());
            given.add(column);
            filledVariables.add(column.variable());
        });
        RawDescription file = reader.description();
        this.raw = new ColumnBatch(file.variables(), batchRows);
        this.filled = new ColumnBatch(filledVariables, batchRows);
        this.description = new RawDescription(
                file.format(),
                file.encoding(),
                file.encodingReason(),
                file.label(),
                OptionalLong.empty(),
                columns.variables());
    }

    @Override
    public RawDescription description() {
        return description;
    }

    @Override
    public boolean next(ColumnBatch batch, Rejects rejects) {
        batch.clear();
        while (batch.rows() < batch.capacity() && (row < filled.rows() || fill(rejects))) {
            if (columns.isThere(filled, row, person)) {
                put(batch, batch.rows());
                batch.rows(batch.rows() + 1);
            }
            person++;
            if (person == columns.persons()) {
                person = 0;
                row++;
            }
        }
        return batch.rows() > 0;
    }

    @Override
    public void close() {
        reader.close();
    }

    /** The next rows of the file, harmonised. */
    private boolean fill(Rejects rejects) {
        row = 0;
        filled.clear();
        if (ended || !reader.next(raw, this::unread)) {
            ended = true;
            return false;
        }
        filled.rows(raw.rows());
        transfers.forEach(transfer -> transfer.apply(raw, filled, before, rejected));
        given.forEach(column -> column.fill(filled));
        rejected.passOn(aboutPersons ? ValueMask.over(rejects) : rejects);
        before += raw.rows();
        return true;
    }

    /** A cell that does not fit the type of its raw column. */
    private void unread(long at, String column, String value, String reason) {
        if (used.contains(column)) {
            rejected.add(at, column, identifiers.contains(column) ? ValueMask.IDENTIFIER : value, reason);
        }
    }

    private void put(ColumnBatch out, int to) {
        for (int column = 0; column < out.variables().size(); column++) {
            int from = columns.source(column, person);
            if (from == MemberColumns.NUMBER) {
                out.longs(column)[to] = columns.number(person);
            } else if (from == MemberColumns.NONE) {
                out.states(column)[to] = ColumnBatch.MISSING;
            } else {
                copy(from, out, column, to);
            }
        }
    }

    private void copy(int from, ColumnBatch out, int column, int to) {
        byte state = filled.states(from)[row];
        if (state == ColumnBatch.USER_MISSING) {
            out.missing(column, to, CellText.code(filled, from, row));
            return;
        }
        out.states(column)[to] = state;
        ValueType type = out.variables().get(column).type();
        if (type.isIntegral()) {
            out.longs(column)[to] = filled.longs(from)[row];
        } else if (type == ValueType.STRING) {
            out.strings(column)[to] = filled.strings(from)[row];
        } else {
            out.doubles(column)[to] = filled.doubles(from)[row];
        }
    }
}
