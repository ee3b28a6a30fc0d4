package org.canbao.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Properties;
import org.canbao.files.Sha256;

/** Which versions made something. */
public final class Versions {
    private static final Properties BUILT = load();

    private Versions() {}

    /** The version of canbao. */
    public static String canbao() {
        return BUILT.getProperty("canbao");
    }

    /**
     * What the results depend on beyond the version: the hash of canbao's own jar, so that another build of the same
     * version does not pass for this one; {@code classes} when it does not run from a jar.
     */
    public static String build() {
        return Build.HASH;
    }

    /** The version of the embedded engine. */
    public static String engine() {
        return "DuckDB " + BUILT.getProperty("duckdb");
    }

    /** The version of Java. */
    public static String java() {
        return System.getProperty("java.version");
    }

    /** The jar is hashed only when somebody asks. */
    private static final class Build {
        static final String HASH = hash();

        private static String hash() {
            CodeSource source = Versions.class.getProtectionDomain().getCodeSource();
            try {
                Path jar = source == null
                        ? Path.of("")
                        : Path.of(source.getLocation().toURI());
                return Files.isRegularFile(jar) ? Sha256.of(jar) : "classes";
            } catch (URISyntaxException e) {
                return "classes";
            }
        }
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
