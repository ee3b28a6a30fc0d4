package org.canbao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.canbao.diag.Code;
import org.junit.jupiter.api.Test;

/** A user who searches for the code of a finding finds one thing. */
class CodesTest {
    /** The first digits of the codes of each room. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("yaml", "CB01"),
            Map.entry("spec", "CB01"),
            Map.entry("ingest", "CB02"),
            Map.entry("sample", "CB03"),
            Map.entry("design", "CB04"),
            Map.entry("estimate", "CB05"),
            Map.entry("report", "CB06"),
            Map.entry("run", "CB07"),
            Map.entry("files", "CB08"),
            Map.entry("engine", "CB09"),
            Map.entry("simulate", "CB10"),
            Map.entry("published", "CB115"),
            Map.entry("compare", "CB110"),
            Map.entry("fiscal", "CB13"),
            Map.entry("choices", "CB14"),
            Map.entry("audit", "CB12"));

    @Test
    void codesAreUnique() {
        assertThat(codes().stream().map(Code::id)).hasSizeGreaterThan(4).doesNotHaveDuplicates();
    }

    @Test
    void codesAreFourDigitsThatTellTheRoom() {
        for (Code code : codes()) {
            String room = Rooms.of(code.getClass().getPackageName());
            assertThat(code.id()).as("%s of %s", code, room).matches("CB\\d{4}").startsWith(PREFIXES.get(room));
        }
    }

    @Test
    void everyCodeIsAConstantOfAnEnum() {
        assertThat(implementations().stream().filter(c -> !c.isEnum())).isEmpty();
    }

    private static List<Code> codes() {
        return implementations().stream()
                .filter(JavaClass::isEnum)
                .flatMap(c -> Arrays.stream(c.reflect().getEnumConstants()))
                .map(Code.class::cast)
                .toList();
    }

    private static List<JavaClass> implementations() {
        return Rooms.CLASSES.stream()
                .filter(c -> c.isAssignableTo(Code.class) && !c.isInterface())
                .toList();
    }
}
