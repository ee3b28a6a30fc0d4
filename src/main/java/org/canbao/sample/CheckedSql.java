package org.canbao.sample;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A SQL expression that has passed {@link SqlGuard}.
 *
 * @param sql the text in parentheses, safe to put where an expression may stand
 * @param columns the columns it reads
 * @param windows the window functions it calls, in lower case
 */
public record CheckedSql(String sql, Set<String> columns, Set<String> windows) {
    public CheckedSql {
        columns = Collections.unmodifiableSet(new LinkedHashSet<>(columns));
        windows = Collections.unmodifiableSet(new LinkedHashSet<>(windows));
    }
}
