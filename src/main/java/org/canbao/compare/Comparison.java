package org.canbao.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/**
 * The printed numbers of a study beside its results.
 *
 * @param study the study
 * @param title its title
 * @param simulated whether the data were simulated: then agreement measures calibration, not replication
 * @param exhibits the printed exhibits
 * @param notCompared why others are not compared
 */
public record Comparison(
        String study, Text title, boolean simulated, List<ComparedExhibit> exhibits, Map<String, Text> notCompared) {
    /** What a comparison with simulated data is. */
    public static final Text CALIBRATION = new Text(
            "The data are simulated: agreement measures how well the simulation is calibrated, not whether the study"
                    + " replicates.",
            "数据为模拟数据：一致程度反映模拟的校准情况，不代表研究得到重现。");

    public Comparison {
        exhibits = List.copyOf(exhibits);
        notCompared = Collections.unmodifiableMap(new LinkedHashMap<>(notCompared));
    }

    /** The grade of the study: that of its exhibits together. */
    public Grade grade() {
        return Grade.of(exhibits.stream().map(ComparedExhibit::grade).toList());
    }

    /** The printed numbers that nothing replicates, by exhibit; exhibits without any are left out. */
    public Map<String, List<ComparedCell>> unmatched() {
        Map<String, List<ComparedCell>> unmatched = new LinkedHashMap<>();
        for (ComparedExhibit exhibit : exhibits) {
            List<ComparedCell> cells = exhibit.cells().stream()
                    .filter(cell -> cell.value().isEmpty())
                    .toList();
            if (!cells.isEmpty()) {
                unmatched.put(exhibit.name(), cells);
            }
        }
        return unmatched;
    }

    /** The grade, and how many numbers it rests on. */
    public String inShort(Lang lang) {
        if (exhibits.isEmpty()) {
            return new Text("no printed number has a replication", "刊印数字均无对应结果").in(lang);
        }
        return grade().over(reproduced(), numbers()).in(lang);
    }

    /** Whether everything is reproduced, in full or with minor differences. */
    public boolean passed() {
        return grade() == Grade.FULL || grade() == Grade.MINOR;
    }

    /** How many numbers are compared. */
    public int numbers() {
        return exhibits.stream().mapToInt(e -> e.cells().size()).sum();
    }

    /** How many of them are reproduced. */
    public long reproduced() {
        return exhibits.stream()
                .flatMap(e -> e.cells().stream())
                .filter(c -> c.match().isReproduced())
                .count();
    }
}
