package org.canbao.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.canbao.audit.AuditFolders;
import org.canbao.run.RunRequest;
import org.canbao.run.SchemaLocator;
import org.canbao.run.StudyLocator;
import org.canbao.spec.Lang;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of the commands that work on a study. */
final class StudyOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    CommandSpec command;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            defaultValue = "store",
            description = "Where ingested data are (default: ${DEFAULT-VALUE}).")
    Path store = Path.of("store");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "Where the outputs go (default: ${DEFAULT-VALUE}).")
    Path out = Path.of("out");

    @Option(
            names = "--input",
            paramLabel = "NAME=FILE",
            description = "A raw file in place of an input of the study. May be repeated.")
    Map<String, Path> inputs = new LinkedHashMap<>();

    @Option(
            names = "--lang",
            paramLabel = "en|zh",
            defaultValue = "en",
            description = "The language of the exhibits (default: ${DEFAULT-VALUE}).")
    Lang lang = Lang.EN;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads (default: all cores). The results do not depend on it.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--engine",
            paramLabel = "duckdb",
            defaultValue = "duckdb",
            description = "The engine (default and only one so far: duckdb).")
    String engine = "duckdb";

    @Option(names = "--force", description = "Do everything again, up to date or not.")
    boolean force;

    /** The request for a study. */
    RunRequest request(Path study, Set<String> only) {
        if (!"duckdb".equals(engine)) {
            throw new ParameterException(command.commandLine(), "there is no engine `" + engine + "`; engines: duckdb");
        }
        if (threads < 1) {
            throw new ParameterException(command.commandLine(), "--threads must be at least 1, not " + threads);
        }
        return new RunRequest(study, out, store, inputs, only, lang, threads, force);
    }

    /** Names of exhibits, split at commas. */
    static Set<String> names(List<String> given) {
        Set<String> names = new LinkedHashSet<>();
        for (String list : given) {
            for (String name : list.split(",", -1)) {
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
        }
        return names;
    }

    /** Finds studies in the working folder, then where canbao is installed. */
    static StudyLocator locator() {
        return new StudyLocator(roots());
    }

    /** Finds data schemas in the same places. */
    static SchemaLocator schemas() {
        return new SchemaLocator(roots());
    }

    /** Finds printed numbers in the same places. */
    static AuditFolders audits() {
        return new AuditFolders(roots());
    }

    private static List<Path> roots() {
        List<Path> roots = new ArrayList<>(List.of(Path.of("")));
        String home = System.getenv("CANBAO_HOME");
        if (home != null && !home.isEmpty()) {
            roots.add(Path.of(home));
        }
        return roots;
    }
}
