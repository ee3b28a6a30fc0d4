package org.canbao.run;

import java.nio.file.Path;
import java.util.List;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.schema.DataSchema;
import org.canbao.yaml.SchemaReader;

/**
 * Finds data schemas: a path as it is, a name under {@code data-schemas} of the working folder, then of the folder where
 * canbao is installed.
 */
public final class SchemaLocator {
    private final NamedFiles files;

    /** A locator that looks under these folders, in this order. */
    public SchemaLocator(List<Path> roots) {
        this.files = new NamedFiles(roots, List.of("data-schemas"));
    }

    /**
     * The schema of that name or path, as it stands.
     *
     * @throws org.canbao.diag.CanbaoException as {@link #read(String, List)}
     */
    public DataSchema read(String schema) {
        return read(schema, List.of());
    }

    /**
     * The schema of that name or path.
     *
     * @param overrides files that change it, each over what stands before
     * @throws org.canbao.diag.CanbaoException CB0708 if there is none, with the nearest names; CB01xx with everything
     *     that is wrong in it
     */
    public DataSchema read(String schema, List<Path> overrides) {
        return SchemaReader.read(
                files.find(schema).orElseThrow(() -> notThere(schema).toException()), overrides);
    }

    private Diagnostic notThere(String schema) {
        List<String> names = files.names();
        return Diagnostic.error(RunCode.NO_SCHEMA, "there is no data schema `" + schema + "`")
                .nearest(Nearest.to(schema, names))
                .hint(
                        names.isEmpty()
                                ? "give the path of a schema file, for example --schema my-layout.yaml"
                                : "schemas here: " + String.join(", ", names));
    }
}
