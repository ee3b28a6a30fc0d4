package org.canbao.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.files.Unreadable;
import org.canbao.ingest.binding.Binding;
import org.canbao.ingest.binding.HarmonisingReader;
import org.canbao.ingest.binding.HashKey;
import org.canbao.ingest.binding.MemberReader;
import org.canbao.schema.DataSchema;

/** The raw files of one wave, opened, and harmonised if there is a schema. */
final class RawInputs implements AutoCloseable {
    /** Rows of the file that are read at a time where each has several members. */
    private static final int MEMBER_ROWS = 1_024;

    private final List<Path> files;
    private final boolean members;
    private final OpenOptions options;
    private final Ingestor.Opener opener;
    private final Optional<DataSchema> schema;
    private final HashKey key;
    private final List<Input> inputs = new ArrayList<>();

    /** One file; its reader can be read once, or cut into ranges as often as one likes. */
    private static final class Input {
        private final RawReader reader;
        private final Optional<Binding> binding;
        private final RawDescription description;
        private final HashKey key;
        private final boolean members;
        private boolean used;

        Input(RawReader reader, Optional<Binding> binding, HashKey key, boolean members) {
            this.key = key;
            this.members = members;
            this.reader = reader;
            this.binding = binding;
            this.description = harmonised(reader, 0).description();
        }

        /** A reader of rows of this file, the first of which is {@code firstRow}. */
        RawReader harmonised(RawReader rows, long firstRow) {
            return binding.<RawReader>map(bound -> members
                            ? new MemberReader(rows, bound, firstRow, key, MEMBER_ROWS)
                            : new HarmonisingReader(rows, bound, firstRow, key))
                    .orElse(rows);
        }
    }

    private RawInputs(IngestRequest request, Ingestor.Opener opener) {
        this.files = request.files();
        this.members = request.members();
        this.options = request.options();
        this.opener = opener;
        this.schema = request.schema();
        this.key = key(request);
    }

    private static HashKey key(IngestRequest request) {
        boolean needed = request.schema().map(DataSchema::identifiesPersons).orElse(false);
        if (!needed && request.hashKey().isPresent()) {
            throw Diagnostic.error(StoreCode.OPTION_NOT_USED, "nothing is hashed, so there is no use for a key")
                    .hint("leave `--hash-key` out, or use a schema with `identifier: hash`")
                    .toException();
        }
        return needed
                ? request.hashKey().map(HashKeyFile::read).orElseGet(() -> HashKeyFile.ofStore(request.store()))
                : HashKey.passing();
    }

    /**
     * Opens the files.
     *
     * @throws org.canbao.diag.CanbaoException if one cannot be opened, or the schema does not fit it; all are closed then
     */
    static RawInputs open(IngestRequest request, Ingestor.Opener opener) {
        RawInputs inputs = new RawInputs(request, opener);
        try {
            inputs.files.forEach(file -> inputs.inputs.add(inputs.input(file)));
        } catch (RuntimeException e) {
            inputs.close();
            throw e;
        }
        return inputs;
    }

    private Input input(Path file) {
        RawReader reader = opener.open(file, options);
        try {
            return new Input(reader, schema.map(wanted -> bound(wanted, reader, file)), key, members);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static Binding bound(DataSchema schema, RawReader reader, Path file) {
        Binding binding = Binding.of(schema, reader.description().variables(), String.valueOf(file.getFileName()));
        binding.throwIfErrors();
        return binding;
    }

    /** How the schema fits the files, in order; none if there is no schema. */
    List<Binding> bindings() {
        return inputs.stream().flatMap(input -> input.binding.stream()).toList();
    }

    /** The files, in order. */
    List<Path> files() {
        return files;
    }

    /** What the files say of themselves, in order. */
    List<RawDescription> descriptions() {
        return inputs.stream().map(input -> input.description).toList();
    }

    /** The size of a file. */
    long bytes(int file) {
        try {
            return Files.size(files.get(file));
        } catch (IOException e) {
            throw Unreadable.finding(files.get(file), e);
        }
    }

    /** How many rows a file has, if parts of it can be read. */
    OptionalLong rangedRows(int file) {
        Input input = inputs.get(file);
        return input.reader instanceof RangedReader ? input.reader.description().rows() : OptionalLong.empty();
    }

    /** Whether the engine reads all files by itself. */
    boolean areDirect() {
        return inputs.stream().allMatch(input -> input.reader instanceof DirectReader);
    }

    /** A reader of the rows of a part, from its first row on; to be closed when they are read. */
    RawReader reader(WavePart part) {
        Input input = inputs.get(part.file());
        if (part.range().isPresent() && input.reader instanceof RangedReader ranged) {
            WavePart.Range range = part.range().get();
            return input.harmonised(ranged.range(range.from(), range.to()), range.from());
        }
        synchronized (input) {
            boolean first = !input.used;
            input.used = true;
            return input.harmonised(first ? input.reader : opener.open(files.get(part.file()), options), 0);
        }
    }

    /** The variables that all of them have. */
    List<Variable> variables() {
        return WaveVariables.of(files, descriptions());
    }

    @Override
    public void close() {
        inputs.forEach(input -> input.reader.close());
    }
}
