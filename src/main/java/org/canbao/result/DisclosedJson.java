package org.canbao.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.canbao.privacy.Complement;
import org.canbao.privacy.Protection;
import org.canbao.privacy.ShownCount;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of a fit without small counts of rows: a text stands in the place of such a number. Counts side by side in a list
 * are taken as parts of a known total, lists of lists of them as a table whose margins are known.
 */
final class DisclosedJson {
    /** Names of numbers of rows in the formats of fits. */
    private static final Set<String> COUNTS =
            Set.of("n", "rows", "n_h", "n_b", "n_side", "n_treated", "treated", "controls", "size", "used");

    /** A table of counts, by rows. */
    private static final String TABLE = "counts";

    /** What is hidden with the number of rows that it is made from. */
    private static final List<String> STATISTICS = List.of("mean", "sd");

    private final Protection protection;

    private DisclosedJson(Protection protection) {
        this.protection = protection;
    }

    /** Hides what may not be shown. */
    static void hide(ObjectNode fit, Protection protection) {
        if (protection.isOn() && !protection.cells()) {
            new DisclosedJson(protection).walk(fit);
        }
    }

    private void walk(JsonNode node) {
        if (node instanceof ArrayNode list) {
            COUNTS.forEach(key -> line(list, key));
        } else if (node instanceof ObjectNode object) {
            if (object.get(TABLE) instanceof ArrayNode rows) {
                table(rows);
            }
            for (String key : COUNTS) {
                JsonNode value = object.get(key);
                if (value instanceof ArrayNode numbers) {
                    numbers(numbers);
                } else if (value != null && isCount(value)) {
                    ShownCount count = ShownCount.of(value.asLong(), protection);
                    if (!count.isShown()) {
                        hide(object, key, count);
                    }
                }
            }
        }
        node.forEach(this::walk);
    }

    /** A count that the objects of a list have. */
    private void line(ArrayNode list, String key) {
        List<ObjectNode> having = new ArrayList<>();
        list.forEach(item -> {
            if (item instanceof ObjectNode object && isCount(object.get(key))) {
                having.add(object);
            }
        });
        List<ShownCount> shown =
                shown(having.stream().map(item -> item.get(key)).toList());
        for (int i = 0; i < shown.size(); i++) {
            if (!shown.get(i).isShown()) {
                hide(having.get(i), key, shown.get(i));
            }
        }
    }

    private void numbers(ArrayNode numbers) {
        List<JsonNode> values = new ArrayList<>();
        numbers.forEach(values::add);
        if (values.stream().allMatch(DisclosedJson::isCount)) {
            List<ShownCount> shown = shown(values);
            for (int i = 0; i < shown.size(); i++) {
                if (!shown.get(i).isShown()) {
                    numbers.set(i, shown.get(i).sign());
                }
            }
        }
    }

    /** A row whose total is hidden as one of few rows, or with such a one, has no cell that is shown. */
    private void table(ArrayNode rows) {
        double[][] counts = new double[rows.size()][];
        boolean[][] small = new boolean[rows.size()][];
        long[] totals = new long[rows.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = rows.get(i).valueStream().mapToDouble(JsonNode::asLong).toArray();
            totals[i] = (long) Arrays.stream(counts[i]).sum();
        }
        List<ShownCount> shown = ShownCount.line(protection, totals);
        for (int i = 0; i < counts.length; i++) {
            small[i] = new boolean[counts[i].length];
            for (int j = 0; j < counts[i].length; j++) {
                small[i][j] = !shown.get(i).isShown() || protection.hidesRows((long) counts[i][j]);
            }
        }
        boolean[][] hidden = Complement.of(counts, small, true, true);
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                if (hidden[i][j]) {
                    boolean few = protection.hidesRows((long) counts[i][j]);
                    ((ArrayNode) rows.get(i)).set(j, few ? protection.sign() : Protection.COMPLEMENT);
                }
            }
        }
    }

    private List<ShownCount> shown(List<JsonNode> values) {
        return ShownCount.line(
                protection, values.stream().mapToLong(JsonNode::asLong).toArray());
    }

    private void hide(ObjectNode object, String key, ShownCount count) {
        object.put(key, count.sign());
        STATISTICS.stream()
                .filter(name -> object.path(name).isNumber())
                .forEach(name -> object.put(name, Protection.COMPLEMENT));
    }

    private static boolean isCount(@Nullable JsonNode value) {
        return value != null && value.isIntegralNumber();
    }
}
