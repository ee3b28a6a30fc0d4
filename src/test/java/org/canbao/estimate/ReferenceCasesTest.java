package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.canbao.design.EstimationPath;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Fit;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every reference case there is, on moments and on rows; prints the largest difference of each. */
class ReferenceCasesTest {
    private static final Path REFERENCE = Path.of("src/test/resources/reference");
    /** Cases on data that are not part of the repository. */
    private static final Path REAL = Path.of(System.getProperty("canbao.shared", "../shared"), "reference", "real");

    @TempDir
    Path temporary;

    /** A case that was run. */
    private record Run(Path folder, String id, EstimationPath path, double tolerance, LargestDifference difference) {
        String line() {
            return String.format(
                    Locale.ROOT,
                    "%-58s %-8s %.1e of %.0e  %s",
                    id,
                    path,
                    difference.most(),
                    tolerance,
                    difference.what());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCase() throws IOException {
        List<Run> runs = new ArrayList<>();
        Stream<DynamicTest> cases = folders().stream()
                .flatMap(folder -> ReferenceCases.read(folder).cases().stream()
                        .flatMap(c -> paths(c).map(path ->
                                DynamicTest.dynamicTest(c.id() + " by " + path, () -> check(folder, c, path, runs)))));
        return Stream.concat(cases, Stream.of(DynamicTest.dynamicTest("no case is left out", () -> {
            runs.forEach(run -> System.out.println(run.line()));
            assertThat(runs.stream().map(run -> run.folder() + " " + run.id()).collect(Collectors.toSet()))
                    .isEqualTo(ids())
                    .hasSizeGreaterThan(94);
        })));
    }

    @Test
    void aDifferenceOfOneInTenMillionIsFound() {
        ReferenceCases.Case c =
                ReferenceCases.read(REFERENCE.resolve("simulated")).cases().get(0);
        JsonNode other = c.expected().deepCopy();
        ObjectNode first = (ObjectNode) other.get("coefficients").get(0);
        first.put("estimate", first.get("estimate").asDouble() * (1 + 1e-7));
        LargestDifference difference = new LargestDifference();
        comparison(c).compare(other, estimate(c, EstimationPath.MOMENTS), difference);
        assertThat(difference.most()).isBetween(0.9e-7, 1.1e-7);
        assertThat(difference.what()).startsWith("estimate of did: expected");
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.walk(REFERENCE)) {
            Stream<Path> own = files.filter(file -> file.endsWith("cases.json"))
                    .map(Path::getParent)
                    .sorted();
            return Stream.concat(own, Stream.of(REAL).filter(Files::isDirectory))
                    .toList();
        }
    }

    private static TreeSet<String> ids() throws IOException {
        TreeSet<String> ids = new TreeSet<>();
        for (Path folder : folders()) {
            ReferenceCases.read(folder).cases().forEach(c -> ids.add(folder + " " + c.id()));
        }
        return ids;
    }

    private static ReferenceComparison comparison(ReferenceCases.Case c) {
        return ReferenceComparison.ALL.stream()
                .filter(one -> one.models().contains(c.model()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(c.id() + ": nothing compares `" + c.model() + "`"));
    }

    private static Stream<EstimationPath> paths(ReferenceCases.Case c) {
        if (!comparison(c).hasMoments()) {
            return Stream.of(EstimationPath.AUTO);
        }
        return Stream.of(EstimationPath.MOMENTS, EstimationPath.ROWS)
                .filter(path -> path == EstimationPath.ROWS || !c.spec().contains("\"hc"));
    }

    private void check(Path folder, ReferenceCases.Case c, EstimationPath path, List<Run> runs) {
        ReferenceComparison comparison = comparison(c);
        LargestDifference difference = new LargestDifference();
        runs.add(new Run(folder, c.id(), path, comparison.tolerance(c), difference));
        comparison.compare(c.expected(), estimate(c, path), difference);
        assertThat(difference.most()).as(difference.what()).isLessThan(comparison.tolerance(c));
    }

    private Fit estimate(ReferenceCases.Case c, EstimationPath path) {
        try (DuckDbEngine engine = DuckDbEngine.open(2, temporary)) {
            Sample sample = c.data().toString().endsWith(".dta")
                    ? TestSamples.dta(engine, c.data(), temporary)
                    : TestSamples.csv(engine, c.data());
            return Estimators.estimate(
                    SpecReader.read(c.spec(), c.id() + ".json"), sample, new EstimationOptions(2, path));
        }
    }
}
