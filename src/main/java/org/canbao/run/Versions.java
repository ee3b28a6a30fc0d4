package org.canbao.run;

import org.canbao.engine.DuckDbEngine;

/** Which versions made something. */
public final class Versions {
    private Versions() {}

    /** The version of canbao, from its jar; {@code development} when run from classes. */
    public static String canbao() {
        String version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** The version of the embedded engine. */
    public static String engine() {
        return "DuckDB " + DuckDbEngine.version();
    }

    /** The version of Java. */
    public static String java() {
        return System.getProperty("java.version");
    }
}
