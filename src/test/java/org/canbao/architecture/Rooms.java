package org.canbao.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The packages of the project, what each may use, and where each library may be used. */
final class Rooms {
    static final String ROOT = "org.canbao";

    /** Package to the packages that it may use, from the bottom up. */
    static final Map<String, Set<String>> ALLOWED = new LinkedHashMap<>();

    static {
        ALLOWED.put("diag", Set.of());
        ALLOWED.put("math", Set.of("diag"));
        ALLOWED.put("data", Set.of("diag"));
        ALLOWED.put("files", Set.of("diag"));
        ALLOWED.put("privacy", Set.of());
        ALLOWED.put("spec", Set.of("diag"));
        ALLOWED.put("result", Set.of("privacy", "diag"));
        ALLOWED.put("engine", Set.of("data", "diag", "files"));
        ALLOWED.put("schema", Set.of("data", "diag"));
        ALLOWED.put("yaml", Set.of("spec", "schema", "data", "diag"));
        ALLOWED.put("ingest", Set.of("engine", "schema", "data", "diag", "files"));
        ALLOWED.put("sample", Set.of("engine", "data", "spec", "privacy", "math", "diag", "files"));
        ALLOWED.put("design", Set.of("sample", "engine", "data", "spec", "math", "diag"));
        ALLOWED.put("estimate", Set.of("design", "sample", "engine", "spec", "result", "math", "data", "diag"));
        ALLOWED.put("report", Set.of("result", "spec", "sample", "data", "privacy", "diag", "files"));
        ALLOWED.put("published", Set.of("files", "diag"));
        ALLOWED.put("fiscal", Set.of("report", "spec", "diag"));
        ALLOWED.put("compare", Set.of("published", "yaml", "report", "result", "spec", "files", "diag"));
        ALLOWED.put("audit", Set.of("published", "yaml", "report", "spec", "diag"));
        ALLOWED.put("simulate", Set.of("ingest", "data", "math", "diag", "files"));
        ALLOWED.put(
                "choices", Set.of("estimate", "sample", "engine", "spec", "result", "math", "data", "diag"));
        ALLOWED.put(
                "run",
                Set.of(
                        "choices",
                        "fiscal",
                        "compare",
                        "audit",
                        "published",
                        "estimate",
                        "report",
                        "simulate",
                        "design",
                        "sample",
                        "ingest",
                        "yaml",
                        "schema",
                        "engine",
                        "result",
                        "spec",
                        "files",
                        "data",
                        "privacy",
                        "diag"));
        ALLOWED.put(
                "cli",
                Set.of(
                        "choices",
                        "run",
                        "fiscal",
                        "compare",
                        "audit",
                        "published",
                        "estimate",
                        "report",
                        "simulate",
                        "sample",
                        "ingest",
                        "yaml",
                        "schema",
                        "engine",
                        "result",
                        "spec",
                        "files",
                        "data",
                        "privacy",
                        "diag"));
    }

    static final List<Library> LIBRARIES = List.of(
            new Library(Set.of("engine"), "org.duckdb.."),
            new Library(Set.of("cli"), "picocli.."),
            new Library(Set.of("yaml"), "org.snakeyaml..", "com.networknt..", "tools.jackson.dataformat.yaml.."),
            new Library(
                    Set.of("report"),
                    "org.apache.poi..",
                    "org.apache.xmlbeans..",
                    "org.openxmlformats..",
                    "org.knowm.xchart..",
                    "com.github.mustachejava..",
                    "org.apache.pdfbox..",
                    "de.rototor..",
                    "de.erichseifert..",
                    "tech.tablesaw..",
                    "java.awt..",
                    "javax.imageio.."),
            new Library(Set.of("cli", "run"), "org.apache.logging.log4j.core.."));

    /** The classes of the project without its tests. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private Rooms() {}

    /** The room of a package: {@code a} for {@code org.canbao.a} and {@code org.canbao.a.b}. */
    static String of(String packageName) {
        String inside = packageName.equals(ROOT) ? "" : packageName.substring(ROOT.length() + 1);
        int dot = inside.indexOf('.');
        return dot < 0 ? inside : inside.substring(0, dot);
    }

    static String packagesOf(String room) {
        return ROOT + "." + room + "..";
    }

    /** Packages that only some rooms may use. */
    record Library(Set<String> rooms, List<String> packages) {
        Library(Set<String> rooms, String... packages) {
            this(rooms, List.of(packages));
        }
    }
}
