package org.canbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.canbao.simulate.cmds.CmdsExtract;

/**
 * The study of instant settlement from raw files, as a user would type it: simulate, ingest each wave and table, run.
 *
 * @param root the project
 * @param folder where everything goes
 */
record SurveyPipeline(Path root, Path folder) {
    /** The words of a process that does everything. */
    List<String> whole() throws IOException {
        StringBuilder script = new StringBuilder(simulate());
        for (int year : CmdsExtract.years()) {
            ingest(script, "cmds", CmdsExtract.persons(raw(), year), " --wave " + year + " --schema cmds-" + year);
        }
        ingest(script, "city-yearbook", CmdsExtract.yearbook(raw()), " --schema city-yearbook");
        ingest(script, "settlement-dates", CmdsExtract.policy(raw()), " --schema settlement-dates");
        ingest(script, "cpi", CmdsExtract.prices(raw()), " --schema cpi");
        script.append("scripts/canbao run instant-settlement --quiet --store ")
                .append(quoted(folder.resolve("store")))
                .append(" --out ")
                .append(quoted(folder.resolve("out")))
                .append('\n');
        return words("pipeline", script.toString());
    }

    /** The words of a process that only simulates. */
    List<String> simulation() throws IOException {
        return words("simulation", simulate());
    }

    private List<String> words(String name, String script) throws IOException {
        Path file = folder.resolveSibling(name + ".sh");
        Files.writeString(file, "set -e\ncd " + quoted(root) + "\n" + script);
        return List.of("sh", file.toString());
    }

    private void ingest(StringBuilder script, String dataset, Path file, String options) {
        script.append("scripts/canbao ingest ")
                .append(dataset)
                .append(' ')
                .append(quoted(file))
                .append(options)
                .append(" --quiet --store ")
                .append(quoted(folder.resolve("store")))
                .append('\n');
    }

    private String simulate() {
        return "scripts/canbao simulate cmds --scale 1 --seed 1 --quiet --out " + quoted(raw()) + "\n";
    }

    private Path raw() {
        return folder.resolve("raw");
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
