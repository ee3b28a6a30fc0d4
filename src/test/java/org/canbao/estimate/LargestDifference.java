package org.canbao.estimate;

import tools.jackson.databind.JsonNode;

/** The largest difference so far, and of what. */
final class LargestDifference {
    /** Numbers nearer to zero, which are p-values, are compared as if they were of this size. */
    private static final double LEAST = 1e-10;

    private double most;
    private String what = "";

    double most() {
        return most;
    }

    String what() {
        return what;
    }

    /** The relative difference of a field, if it is expected. */
    void relative(JsonNode parent, String field, double found) {
        JsonNode node = parent.path(field);
        if (node.isNumber()) {
            String of = parent.path("name").asString("") + parent.path("at").asString("");
            relative(of.isEmpty() ? field : field + " of " + of, node.asDouble(), found);
        }
    }

    void relative(String name, double expected, double found) {
        take(
                Math.abs(found - expected) / Math.max(LEAST, Math.abs(expected)),
                name + ": expected " + expected + ", found " + found);
    }

    void take(double difference, String name) {
        if (!(difference <= most)) {
            most = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
            what = name;
        }
    }
}
