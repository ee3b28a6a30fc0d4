package org.canbao.ingest.binding;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.canbao.data.CellText;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.schema.Rule;

/**
 * Whether the number of an identity document contradicts the date of birth or the sex of its row, judged on raw values before
 * any of them is hashed or left out. The column of its findings is empty where nothing can be said.
 */
final class DocumentCheck {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    private final Rule rule;
    private final int to;
    private final OptionalInt number;
    private final OptionalInt birth;
    private final OptionalInt sex;

    private DocumentCheck(Rule rule, Rule.Document document, List<Variable> raw, int to) {
        this.rule = rule;
        this.to = to;
        this.number = column(document.number(), raw);
        this.birth = column(document.birth(), raw);
        this.sex = column(document.sex(), raw);
    }

    /** The check of a rule; empty if the rule is no such check. */
    static Optional<DocumentCheck> of(Rule rule, List<Variable> raw, int to) {
        return rule.check() instanceof Rule.Document document
                ? Optional.of(new DocumentCheck(rule, document, raw, to))
                : Optional.empty();
    }

    /** The column of its findings. */
    Variable variable() {
        return Variable.of(Rule.COLUMN + rule.id(), ValueType.BOOLEAN);
    }

    /** Judges all rows. */
    void apply(ColumnBatch raw, ColumnBatch out) {
        long[] found = out.longs(to);
        byte[] states = out.states(to);
        for (int i = 0; i < raw.rows(); i++) {
            Optional<Boolean> contradicts = contradicts(text(raw, number, i), text(raw, birth, i), text(raw, sex, i));
            states[i] = contradicts.isPresent() ? ColumnBatch.PRESENT : ColumnBatch.MISSING;
            found[i] = contradicts.orElse(false) ? 1 : 0;
        }
    }

    /** Whether a document contradicts a date of birth or a sex; empty if neither can be compared. */
    static Optional<Boolean> contradicts(String document, String birth, String sex) {
        Optional<String> number = whole(document.strip());
        if (number.isEmpty()) {
            return Optional.empty();
        }
        String digits = birth.replaceAll("\\D", "");
        boolean dated = digits.length() >= 8;
        boolean wrongBirth = dated && !number.get().substring(6, 14).equals(digits.substring(0, 8));
        Optional<Boolean> male = male(sex.strip());
        boolean odd = (number.get().charAt(16) - '0') % 2 == 1;
        boolean wrongSex = male.isPresent() && male.get() != odd;
        return dated || male.isPresent() ? Optional.of(wrongBirth || wrongSex) : Optional.empty();
    }

    /** The first seventeen digits, those of the old form with the century that it leaves out. */
    private static Optional<String> whole(String document) {
        if (document.matches("\\d{15}")) {
            return Optional.of(document.substring(0, 6) + "19" + document.substring(6));
        }
        if (!document.matches("\\d{17}[\\dXx]")) {
            return Optional.empty();
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (document.charAt(i) - '0');
        }
        boolean valid = CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length()) == Character.toUpperCase(document.charAt(17));
        return valid ? Optional.of(document.substring(0, 17)) : Optional.empty();
    }

    private static Optional<Boolean> male(String sex) {
        return switch (sex) {
            case "1", "男" -> Optional.of(true);
            case "2", "女" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static String text(ColumnBatch raw, OptionalInt column, int row) {
        boolean there = column.isPresent() && raw.states(column.getAsInt())[row] == ColumnBatch.PRESENT;
        return there ? CellText.value(raw, column.getAsInt(), row) : "";
    }

    private static OptionalInt column(List<String> names, List<Variable> raw) {
        return IntStream.range(0, raw.size())
                .filter(j -> names.stream().anyMatch(raw.get(j).name()::equalsIgnoreCase))
                .findFirst();
    }
}
