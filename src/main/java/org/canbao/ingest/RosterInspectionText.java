package org.canbao.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.canbao.ingest.binding.BoundVariable;
import org.canbao.ingest.binding.Means;
import org.canbao.ingest.binding.RosterBinding;
import org.canbao.ingest.binding.Sought;

/** How the roster of a schema fits a file, as lines: for each item the persons that have it, then the counts. */
final class RosterInspectionText {
    private static final String INDENT = "    ";

    private final RosterBinding binding;

    RosterInspectionText(RosterBinding binding) {
        this.binding = binding;
    }

    List<String> lines(SchemaInspection inspection) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("roster of persons " + binding.roster().first() + " to "
                + binding.roster().last() + ":");
        binding.persons().forEach((item, persons) -> item(item, persons, inspection, lines));
        binding.roster().counts().forEach(count -> {
            Set<String> unmet = binding.unmet(count);
            lines.add("  " + count.name()
                    + (unmet.isEmpty() ? ": counted" : ": not made, the file has no " + String.join(", ", unmet)));
        });
        return lines;
    }

    private static void item(String item, List<Sought> persons, SchemaInspection inspection, List<String> lines) {
        List<BoundVariable> bound =
                persons.stream().flatMap(s -> s.bound().stream()).toList();
        if (bound.isEmpty()) {
            lines.add("  " + item + ": –");
        } else {
            BoundVariable first = bound.get(0);
            String ways = bound.stream().map(b -> b.means().text()).distinct().collect(Collectors.joining(", "));
            lines.add("  " + item + ": " + bound.size() + " of " + persons.size() + " persons, "
                    + first.raw().name() + " to "
                    + bound.get(bound.size() - 1).raw().name() + ", by " + ways + ", "
                    + first.wanted().confidence().text() + "; " + first.raw().label());
            first.codes()
                    .lines()
                    .forEach((value, line) -> lines.add(INDENT + value + " " + line.label() + " → "
                            + line.target().orElse("missing")));
        }
        persons.stream()
                .filter(s -> s.means() == Means.AMBIGUOUS)
                .forEach(s ->
                        lines.add(INDENT + s.wanted().name() + ": " + s.found().size() + " candidates"));
        persons.stream()
                .flatMap(s -> inspection.misfits().getOrDefault(s.wanted().name(), List.of()).stream())
                .limit(3)
                .forEach(m -> lines.add(INDENT + "does not fit: " + m.value().orElse("other values") + " in "
                        + m.cells() + " cells: " + m.reason()));
    }
}
