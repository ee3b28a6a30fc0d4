package org.canbao.spec;

import org.canbao.diag.Place;

/** The name of a column and where the user wrote it. */
public record ColumnRef(String name, Place place) {
    @Override
    public String toString() {
        return name;
    }
}
