package org.canbao.sample;

import java.util.List;
import org.canbao.diag.Diagnostic;

/**
 * What building a sample yields.
 *
 * @param sample the rows
 * @param ledger how they came about
 * @param notes what the user should know, such as columns that two inputs have
 */
public record BuiltSample(Sample sample, Ledger ledger, List<Diagnostic> notes) {
    public BuiltSample {
        notes = List.copyOf(notes);
    }
}
