package org.canbao.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;

/** What DuckDB throws, as findings that say what to do. */
final class DuckDbFailure {
    private static final int LONGEST_QUERY = 300;
    private static final Pattern WRAPPED = Pattern.compile("\"exception_message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private DuckDbFailure() {}

    /** The finding for a failed statement. */
    static CanbaoException of(String sql, SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        EngineCode code = codeOf(message.toLowerCase(Locale.ROOT));
        String first = plain(message.lines().findFirst().orElse(""));
        Diagnostic finding = switch (code) {
            case OUT_OF_MEMORY ->
                Diagnostic.error(code, "the engine ran out of memory: " + first)
                        .hint("use fewer `--threads`, close other programs, or run on a machine with more memory");
            case DISK_FULL ->
                Diagnostic.error(code, "the disk is full: " + first)
                        .hint("free some space, or put the store or the temporary folder (TMPDIR) on another disk");
            case NO_PERMISSION ->
                Diagnostic.error(code, "no permission: " + first)
                        .hint("check who owns the folder, or choose another with `--store` or `--out`");
            case NOT_WRITTEN ->
                Diagnostic.error(code, "the engine could not read or write a file: " + first)
                        .hint("check that the folder exists and that the disk is there");
            case INTERRUPTED -> Diagnostic.error(code, "interrupted");
            default ->
                Diagnostic.error(code, "the engine refused a query: " + first).hint("query: " + shortened(sql));
        };
        return new CanbaoException(List.of(finding), cause);
    }

    /** What went wrong, where the engine wraps the message of a background write into JSON. */
    private static String plain(String message) {
        Matcher wrapped = WRAPPED.matcher(message);
        return wrapped.find() ? wrapped.group(1).replace("\\\"", "\"") : message;
    }

    private static EngineCode codeOf(String message) {
        if (message.contains("no space left") || message.contains("disk quota") || message.contains("disk is full")) {
            return EngineCode.DISK_FULL;
        }
        if (message.startsWith("out of memory") || message.contains("out of memory error")) {
            return EngineCode.OUT_OF_MEMORY;
        }
        if (message.contains("permission denied") || message.contains("read-only file system")) {
            return EngineCode.NO_PERMISSION;
        }
        if (message.contains("interrupt error") || message.contains("interrupted!")) {
            return EngineCode.INTERRUPTED;
        }
        return message.contains("io error") ? EngineCode.NOT_WRITTEN : EngineCode.QUERY_FAILED;
    }

    private static String shortened(String sql) {
        return sql.length() > LONGEST_QUERY ? sql.substring(0, LONGEST_QUERY) + "…" : sql;
    }
}
