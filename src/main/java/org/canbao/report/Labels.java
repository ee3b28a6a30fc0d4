package org.canbao.report;

import org.canbao.spec.Lang;

/** What the reader of an exhibit calls a variable or a term. */
@FunctionalInterface
public interface Labels {
    /** The label of a variable or of a term ({@code age^2}, {@code did:married}) in a language; the name if it has none. */
    String of(String term, Lang lang);
}
