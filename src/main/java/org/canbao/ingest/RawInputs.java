package org.canbao.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.canbao.data.Variable;

/** The raw files of one wave, opened; each can be read once, and be opened again. */
final class RawInputs implements AutoCloseable {
    private final List<Path> files;
    private final OpenOptions options;
    private final Ingestor.Opener opener;
    private final List<RawReader> readers = new ArrayList<>();
    private final List<RawDescription> descriptions = new ArrayList<>();

    private RawInputs(IngestRequest request, Ingestor.Opener opener) {
        this.files = request.files();
        this.options = new OpenOptions(request.encoding(), request.types());
        this.opener = opener;
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
        files.forEach(file -> readers.add(opener.open(file, options)));
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
