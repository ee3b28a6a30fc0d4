package org.canbao.estimate;

import java.nio.file.Path;
import org.canbao.engine.DuckDbEngine;
import org.canbao.sample.Sample;

/** Samples for tests. */
final class TestSamples {
    private TestSamples() {}

    static Sample csv(DuckDbEngine engine, Path file) {
        engine.execute("CREATE OR REPLACE TABLE data AS SELECT * FROM read_csv(" + DuckDbEngine.literal(file.toString())
                + ", header = true, nullstr = '')");
        return table(engine, "data");
    }

    static Sample table(DuckDbEngine engine, String name) {
        return new Sample(engine, name, engine.count("SELECT count(*) FROM " + name), engine.columns(name), false);
    }
}
