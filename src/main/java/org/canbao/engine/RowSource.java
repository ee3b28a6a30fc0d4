package org.canbao.engine;

import java.util.List;
import org.canbao.data.ColumnBatch;
import org.canbao.data.Variable;

/** Rows that the engine pulls from Java, in order, a batch at a time; used once. */
public interface RowSource {
    /** The columns. */
    List<Variable> variables();

    /**
     * Clears the batch and fills it with the next rows.
     *
     * @param batch made for {@link #variables()}
     * @return whether there was any row
     * @throws org.canbao.diag.CanbaoException if the rows break off; the query that pulls them fails with it
     */
    boolean next(ColumnBatch batch);
}
