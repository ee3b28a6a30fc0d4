package org.canbao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.canbao.published.PublishedRow;
import org.canbao.published.PublishedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The audit of the five documents finds what a reading by hand found, with the same arithmetic. */
class PublishedAuditTest {
    private static final Path RESOURCES = Path.of("src/test/resources/audit");
    private static final Map<String, Finding> FOUND = found();

    static Stream<PublishedRow> byHand() {
        return rows(RESOURCES.resolve("audit.csv")).stream().filter(row -> FOUND.containsKey(row.field("id")));
    }

    @ParameterizedTest
    @MethodSource("byHand")
    void theVerdictIsTheOneFoundByHand(PublishedRow byHand) {
        Finding finding = FOUND.get(byHand.field("id"));
        assertThat(finding.verdict().word()).as(finding.arithmetic().en()).isEqualTo(byHand.field("verdict"));
        assertThat(finding.study()).isEqualTo(byHand.field("study"));
    }

    static Stream<PublishedRow> arithmetic() {
        return rows(RESOURCES.resolve("arithmetic.csv")).stream();
    }

    @ParameterizedTest
    @MethodSource("arithmetic")
    void theArithmeticIsWrittenOut(PublishedRow expected) {
        assertThat(FOUND.get(expected.field("id")).arithmetic().en()).contains(expected.field("text"));
    }

    @Test
    void whatIsNotCoveredIsListedWithItsReason() {
        Set<String> byHand = ids(RESOURCES.resolve("audit.csv"));
        Set<String> uncovered = new TreeSet<>(byHand);
        uncovered.removeAll(FOUND.keySet());

        assertThat(ids(Path.of("configs/published/needs-a-reader.csv"))).isEqualTo(uncovered);
        assertThat(rows(Path.of("configs/published/needs-a-reader.csv")))
                .allSatisfy(row -> assertThat(row.field("why")).isNotEmpty());
        assertThat(byHand.size() - uncovered.size()).isGreaterThan(70);
    }

    private static Set<String> ids(Path file) {
        return rows(file).stream().map(row -> row.field("id")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<PublishedRow> rows(Path file) {
        return PublishedTable.read(file).rows();
    }

    private static Map<String, Finding> found() {
        AuditFolders folders = new AuditFolders(List.of(Path.of("")));
        Map<String, Finding> found = new LinkedHashMap<>();
        folders.names().forEach(study -> folders.audit(study).forEach(f -> found.put(f.id(), f)));
        return found;
    }
}
