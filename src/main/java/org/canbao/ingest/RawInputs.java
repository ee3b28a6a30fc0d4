package org.canbao.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.data.Variable;
import org.canbao.ingest.binding.Binding;
import org.canbao.ingest.binding.HarmonisingReader;
import org.canbao.schema.DataSchema;

/** The raw files of one wave, opened; each can be read once, and be opened again. */
final class RawInputs implements AutoCloseable {
    private final List<Path> files;
    private final OpenOptions options;
    private final Ingestor.Opener opener;
    private final Optional<DataSchema> schema;
    private final List<RawReader> readers = new ArrayList<>();
    private final List<RawDescription> descriptions = new ArrayList<>();
    private final List<Binding> bindings = new ArrayList<>();

    private RawInputs(IngestRequest request, Ingestor.Opener opener) {
        this.files = request.files();
        this.options = new OpenOptions(request.encoding(), request.types());
        this.opener = opener;
        this.schema = request.schema();
    }

    /**
     * Opens the files.
     *
     * @throws org.canbao.diag.CanbaoException if one cannot be opened; all are closed then
     */
    static RawInputs open(IngestRequest request, Ingestor.Opener opener) {
        RawInputs inputs = new RawInputs(request, opener);
        try {
            inputs.reopen();
        } catch (RuntimeException e) {
            inputs.close();
            throw e;
        }
        inputs.readers.forEach(reader -> inputs.descriptions.add(reader.description()));
        return inputs;
    }

    /** Goes back to the first row of every file. */
    void reopen() {
        close();
        bindings.clear();
        files.forEach(file -> readers.add(harmonised(file, opener.open(file, options))));
    }

    private RawReader harmonised(Path file, RawReader reader) {
        if (schema.isEmpty()) {
            return reader;
        }
        try {
            Binding binding =
                    Binding.of(schema.get(), reader.description().variables(), String.valueOf(file.getFileName()));
            binding.throwIfErrors();
            bindings.add(binding);
            return new HarmonisingReader(reader, binding, 0);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** How the schema fits the files, in order; none if there is no schema. */
    List<Binding> bindings() {
        return bindings;
    }

    /** The files, in order. */
    List<Path> files() {
        return files;
    }

    /** What the files say of themselves, in order. */
    List<RawDescription> descriptions() {
        return descriptions;
    }

    /** The reader of a file. */
    RawReader reader(int file) {
        return readers.get(file);
    }

    /** The variables that all of them have. */
    List<Variable> variables() {
        return WaveVariables.of(files, descriptions);
    }

    @Override
    public void close() {
        readers.forEach(RawReader::close);
        readers.clear();
    }
}
