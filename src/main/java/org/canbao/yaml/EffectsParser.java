package org.canbao.yaml;

import java.util.ArrayList;
import java.util.List;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FixedEffect;

/** Fixed effects: {@code city + city^year + city[year] + city[[year, x]]}. */
final class EffectsParser {
    private static final String A_COLUMN = "a column of fixed effects";

    private final Tokens tokens;

    EffectsParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A sum of effects, each once. */
    List<FixedEffect> effects() {
        List<FixedEffect> effects = new ArrayList<>();
        do {
            FixedEffect effect = effect();
            if (effects.stream().noneMatch(e -> e.text().equals(effect.text()))) {
                effects.add(effect);
            }
        } while (tokens.takeIf("+"));
        return effects;
    }

    private FixedEffect effect() {
        List<ColumnRef> columns = new ArrayList<>();
        do {
            columns.add(tokens.column(A_COLUMN));
        } while (tokens.takeIf("^"));
        if (tokens.peek().is(":") || tokens.peek().is("*")) {
            throw tokens.wrong(
                    tokens.peek(),
                    "`" + tokens.peek().text() + "` cannot stand between fixed effects",
                    "combined effects are written city^year; slopes are written city[year]");
        }
        if (!tokens.takeIf("[")) {
            return new FixedEffect(columns, List.of(), true);
        }
        boolean slopesOnly = tokens.takeIf("[");
        List<ColumnRef> slopes = new ArrayList<>();
        do {
            slopes.add(tokens.column("a slope variable"));
        } while (tokens.takeIf(","));
        tokens.expect("]", "to close the slopes");
        if (slopesOnly) {
            tokens.expect("]", "to close the slopes");
        }
        return new FixedEffect(columns, slopes, !slopesOnly);
    }
}
