package org.canbao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of the rooms in CONTRIBUTING says what {@link Rooms} holds the code to. */
class RoomsPageTest {
    private static final Pattern LINE = Pattern.compile("^\\| `(\\w+)` \\|[^|]+\\|([^|]*)\\|$", Pattern.MULTILINE);
    private static final Pattern ROOM = Pattern.compile("`(\\w+)`");

    @Test
    void thePageHasTheRooms() throws IOException {
        String page = Files.readString(Path.of("CONTRIBUTING.md"));
        Map<String, Set<String>> rooms = new LinkedHashMap<>();
        for (MatchResult line : LINE.matcher(page).results().toList()) {
            rooms.put(line.group(1), mayUse(line.group(2), rooms.keySet()));
        }
        assertThat(rooms).isEqualTo(Rooms.ALLOWED);
    }

    /** Rooms by name, or "all above but" some. */
    private static Set<String> mayUse(String cell, Set<String> above) {
        Set<String> named =
                ROOM.matcher(cell).results().map(m -> m.group(1)).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!cell.strip().startsWith("all above but")) {
            return named;
        }
        Set<String> all = new LinkedHashSet<>(above);
        all.removeAll(named);
        return all;
    }
}
