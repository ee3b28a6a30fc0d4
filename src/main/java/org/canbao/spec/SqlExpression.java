package org.canbao.spec;

import org.canbao.diag.Place;

/** One SQL expression as the user wrote it; not yet checked. */
public record SqlExpression(String sql, Place place) {}
