package org.canbao.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which versions made something. */
public final class Versions {
    private static final Properties BUILT = load();

    private Versions() {}

    /** The version of canbao. */
    public static String canbao() {
        return BUILT.getProperty("canbao");
    }

    /** The version of the embedded engine. */
    public static String engine() {
        return "DuckDB " + BUILT.getProperty("duckdb");
    }

    /** The version of Java. */
    public static String java() {
        return System.getProperty("java.version");
    }

    /** The build writes the versions into a resource. */
    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
