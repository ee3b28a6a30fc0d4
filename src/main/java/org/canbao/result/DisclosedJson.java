package org.canbao.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.canbao.privacy.Complement;
import org.canbao.privacy.Protection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of a fit without small counts of rows: a text stands in the place of such a number. Counts side by side in a list
 * are taken as parts of a known total.
 */
final class DisclosedJson {
    /** Names of numbers of rows in the formats of fits. */
    private static final Set<String> COUNTS =
            Set.of("n", "rows", "n_h", "n_b", "n_side", "n_treated", "treated", "controls", "size", "used");

    /** What is hidden with the number of rows that it is made from. */
    private static final List<String> STATISTICS = List.of("mean", "sd", "value");

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
            for (String key : COUNTS) {
                JsonNode value = object.get(key);
                if (value instanceof ArrayNode numbers) {
                    numbers(numbers);
                } else if (isSmall(value)) {
                    hide(object, key);
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
        boolean[] hidden = hidden(having.stream().map(item -> item.get(key)).toList());
        for (int i = 0; i < hidden.length; i++) {
            if (hidden[i]) {
                hide(having.get(i), key);
            }
        }
    }

    private void numbers(ArrayNode numbers) {
        List<JsonNode> values = new ArrayList<>();
        numbers.forEach(values::add);
        if (values.stream().allMatch(DisclosedJson::isCount)) {
            boolean[] hidden = hidden(values);
            for (int i = 0; i < hidden.length; i++) {
                if (hidden[i]) {
                    numbers.set(i, sign(values.get(i)));
                }
            }
        }
    }

    private boolean[] hidden(List<JsonNode> values) {
        double[] counts = values.stream().mapToDouble(JsonNode::asLong).toArray();
        boolean[] small = new boolean[counts.length];
        for (int i = 0; i < small.length; i++) {
            small[i] = isSmall(values.get(i));
        }
        return Complement.ofLine(counts, small);
    }

    private void hide(ObjectNode object, String key) {
        object.put(key, sign(object.get(key)));
        STATISTICS.stream()
                .filter(name -> object.path(name).isNumber())
                .forEach(name -> object.put(name, Protection.COMPLEMENT));
    }

    private String sign(JsonNode value) {
        return isSmall(value) ? protection.sign() : Protection.COMPLEMENT;
    }

    private boolean isSmall(@Nullable JsonNode value) {
        return value != null && isCount(value) && protection.hidesRows(value.asLong());
    }

    private static boolean isCount(@Nullable JsonNode value) {
        return value != null && value.isIntegralNumber();
    }
}
