package org.canbao.ingest;

import java.util.regex.Pattern;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;

/** Names of data sets and waves, which become folders. */
final class StoreNames {
    /** The folder of a wave without a name. */
    static final String ONLY_WAVE = "all";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final String RULE =
            "a name begins with a letter or a digit and goes on with letters, digits, `.`, `_` and `-`";

    private StoreNames() {}

    /**
     * Accepts a name or explains why not.
     *
     * @param what {@code data set} or {@code wave}
     */
    static void check(String what, String name) {
        if (!isValid(name)) {
            throw error(what, name);
        }
    }

    /** Whether a folder may have this name. */
    static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }

    /** The folder of a wave. */
    static String folderOf(String wave) {
        return wave.isEmpty() ? ONLY_WAVE : wave;
    }

    private static CanbaoException error(String what, String name) {
        return Diagnostic.error(StoreCode.BAD_NAME, "`" + name + "` cannot be the name of a " + what)
                .hint(RULE)
                .toException();
    }
}
