package org.canbao.bench.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.data.Codebook;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;
import org.canbao.sample.ResolvedInput;
import org.canbao.sample.Sample;
import org.canbao.sample.SampleBuilder;
import org.canbao.simulate.cmds.HarmonisedPersons;
import org.canbao.spec.StudySpec;

/** One simulated survey through the study's own joins, definitions and filters, in a folder of its own. */
final class CmdsSample implements AutoCloseable {
    /** What ingestion makes of the tables of the cities: columns named as in the schemas. */
    private static final Map<String, String> TABLES = Map.of(
            "city-yearbook",
            "SELECT city_code AS city, * EXCLUDE (city_code, city_name) FROM %s",
            "settlement-dates",
            "SELECT city_code AS city, CAST(left(\"start\", 4) AS SMALLINT) AS adoption_year,"
                    + " CAST(right(\"start\", 2) AS SMALLINT) AS adoption_month FROM %s",
            "cpi",
            "SELECT * FROM %s",
            "cmds",
            "SELECT * FROM %s");

    private final DuckDbEngine engine;
    private final Path folder;
    private final HarmonisedPersons survey;

    CmdsSample(Path folder, long seed, double scale) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.survey = new HarmonisedPersons(seed, scale);
        this.engine = DuckDbEngine.open(1, folder);
    }

    /** What the study should find in it. */
    String truth() {
        return survey.truth();
    }

    /** The sample of a study. */
    Sample build(StudySpec study) throws IOException {
        survey.write(csv("cmds"));
        survey.writeCities(csv("city-yearbook"), csv("settlement-dates"), csv("cpi"));
        for (String table : TABLES.keySet()) {
            String rows = "read_csv(" + SqlText.literal(csv(table).toString())
                    + ", header = true, nullstr = '', sample_size = -1"
                    + (table.equals("settlement-dates") ? ", types = {'start': 'VARCHAR'})" : ")");
            engine.execute("COPY (" + TABLES.get(table).formatted(rows) + ") TO "
                    + SqlText.literal(parquet(table).toString()) + " (FORMAT parquet)");
        }
        List<ResolvedInput> inputs = new ArrayList<>();
        for (StudySpec.Input input : study.inputs().values()) {
            inputs.add(ResolvedInput.of(
                    input.name(),
                    List.of(parquet(input.dataset())),
                    new Codebook(input.dataset(), "", true, 0, 0, List.of(), List.of(), Optional.empty())));
        }
        return new SampleBuilder(engine)
                .build(study, inputs, folder.resolve("sample.parquet"))
                .sample();
    }

    @Override
    public void close() {
        engine.close();
    }

    private Path csv(String table) {
        return folder.resolve(table + ".csv");
    }

    private Path parquet(String table) {
        return folder.resolve(table + ".parquet");
    }
}
