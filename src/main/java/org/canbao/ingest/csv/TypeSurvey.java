package org.canbao.ingest.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVRecord;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.jspecify.annotations.Nullable;

/**
 * What a first look at the rows finds out.
 *
 * @param variables the columns with their types, declared or decided
 * @param rows the number of rows, if all were looked at
 */
record TypeSurvey(List<Variable> variables, OptionalLong rows) {
    TypeSurvey {
        variables = List.copyOf(variables);
    }

    /** Looks at the rows behind the header, at most so many; at none if every type is declared. */
    static TypeSurvey of(CsvRecords records, CsvHeader header, CsvOptions options, long atMost) {
        List<@Nullable ColumnEvidence> evidence = new ArrayList<>();
        for (String name : header.names()) {
            boolean declared = options.types().containsKey(name);
            evidence.add(declared ? null : new ColumnEvidence(new MissingTokens(options.missingTokens())));
        }
        boolean anyOpen = options.types().size() < header.names().size();
        OptionalLong rows = anyOpen ? look(records, evidence, atMost) : OptionalLong.empty();
        List<Variable> variables = new ArrayList<>();
        for (int j = 0; j < evidence.size(); j++) {
            String name = header.names().get(j);
            ColumnEvidence seen = evidence.get(j);
            ValueType type = seen == null ? options.types().getOrDefault(name, ValueType.STRING) : seen.decide();
            variables.add(Variable.of(name, type));
        }
        return new TypeSurvey(variables, rows);
    }

    private static OptionalLong look(CsvRecords records, List<@Nullable ColumnEvidence> evidence, long atMost) {
        for (long row = 0; row < atMost; row++) {
            CSVRecord record = records.next();
            if (record == null) {
                return OptionalLong.of(row);
            }
            for (int j = 0; j < evidence.size(); j++) {
                ColumnEvidence column = evidence.get(j);
                if (column != null) {
                    column.see(record.get(j));
                }
            }
        }
        return OptionalLong.empty();
    }
}
