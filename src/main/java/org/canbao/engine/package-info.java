/**
 * What canbao asks of SQL, {@link org.canbao.engine.SqlEngine}, and the engine that answers, DuckDB inside the process.
 * Rows leave it only in column chunks, through {@link org.canbao.engine.QueryRows}, in a fixed order; rows enter it
 * through {@link org.canbao.engine.RowSource}. {@link org.canbao.engine.EngineLock} closes it to all files but those of
 * the study before an expression of a user runs. Nothing else in the project knows an engine.
 */
@NullMarked
package org.canbao.engine;

import org.jspecify.annotations.NullMarked;
