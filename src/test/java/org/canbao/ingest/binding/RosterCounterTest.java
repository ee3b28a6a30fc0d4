package org.canbao.ingest.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.schema.DataSchema;
import org.canbao.yaml.SchemaReader;
import org.junit.jupiter.api.Test;

/** Persons of a household, side by side in a row. */
class RosterCounterTest {
    private static final DataSchema SCHEMA = SchemaReader.read("""
            schema: test
            dataset: test
            title: Test
            keep_others: false
            variables:
              year: {value: 2017, type: int16, confidence: verified}
            roster:
              persons: [2, 3]
              survey: 201705
              items:
                relation: {raw: "a#", label_pattern: '成员#(?![0-9]).*关系', codes: {配偶: spouse, 子女: child}, missing: {9: unknown}, confidence: verified}
                residence: {raw: "k#", codes: {1: here, 2: elsewhere}, confidence: inferred}
                birth_year: {raw: "c#y", type: int16, confidence: verified}
                arrival_year: {raw: "m#y", type: int16, confidence: verified}
                arrival_month: {raw: "m#m", type: int16, confidence: verified}
                works: {raw: "w#", codes: {1: 'yes'}, confidence: not-found}
              counts:
                members: {label: Members}
                spouses_here: {where: {relation: spouse, residence: here}}
                family: {where: {relation: [spouse, child]}}
                grown: {where: {age: {from: 16, to: 64}}}
                settled: {where: {months_here: {from: 7}}}
                working: {where: {works: 'yes'}}
            """, "test.yaml");

    private static List<Variable> variables() {
        List<Variable> variables = new ArrayList<>();
        for (int n = 2; n <= 3; n++) {
            variables.add(new Variable(
                    n == 2 ? "A2" : "x3",
                    ValueType.INT8,
                    "成员" + n + "：与被访者关系",
                    Map.of("2", "配偶", "3", "子女"),
                    Map.of(),
                    ""));
            for (String name : List.of("k" + n, "c" + n + "y", "m" + n + "y", "m" + n + "m")) {
                variables.add(Variable.of(name, ValueType.INT16));
            }
        }
        return variables;
    }

    @Test
    void countsThoseOfWhomAllConditionsAreKnownToBeTrue() {
        Harmonised read = Harmonised.read(
                new MemoryReader(
                        variables(),
                        new Object[] {2, 1, 1980, 2016, 10, 3, 1, 2010, 2016, 11},
                        new Object[] {2, 2, 1953, 2016, null, 3, null, 2001, 2015, 1},
                        new Object[] {9, 1, 1980, 2010, 1, null, 1, 1980, 2010, 1},
                        new Object[] {null, null, null, null, null, null, null, null, null, null}),
                SCHEMA);

        assertThat(read.variables())
                .extracting(Variable::name)
                .containsExactly("year", "members", "spouses_here", "family", "grown", "settled");
        assertThat(read.cells())
                .containsExactly(
                        List.of("2017", "2", "1", "2", "1", "1"),
                        List.of("2017", "2", "0", "2", "2", "1"),
                        List.of("2017", "0", "0", "0", "0", "0"),
                        List.of("2017", "0", "0", "0", "0", "0"));
        assertThat(read.rejects()).isEmpty();
    }

    @Test
    void whatTheFileLacksIsSaid() {
        Binding binding = Binding.of(SCHEMA, variables(), "raw.dta");
        assertThat(binding.absent()).containsExactly("working");
        assertThat(binding.findings()).extracting(Diagnostic::code).containsExactly(BindingCode.FOUND_BY_LABEL);
        RosterBinding roster = binding.roster().orElseThrow();
        assertThat(roster.persons().get("relation")).extracting(Sought::means).containsExactly(Means.CASE, Means.LABEL);
        assertThat(roster.variable(roster.made().get(1)).source().orElseThrow().confidence())
                .isEqualTo("inferred");
    }

    @Test
    void aCellWithoutACodeIsAReject() {
        Harmonised read = Harmonised.read(
                new MemoryReader(variables(), new Object[][] {{7, 1, 1980, 2016, 10, 3, 1, 2010, 2016, 11}}), SCHEMA);
        assertThat(read.rejects()).containsExactly("1 relation_2 7");
        assertThat(read.cells().get(0).get(1)).isEqualTo("1");
    }

    @Test
    void severalVariablesWithTheSameLabelAreAmbiguous() {
        List<Variable> twice = new ArrayList<>(variables());
        twice.add(new Variable("y3", ValueType.INT8, "成员3：与被访者关系（二）", Map.of(), Map.of(), ""));
        assertThat(Binding.of(SCHEMA, twice, "raw.dta").findings())
                .extracting(f -> f.code().id())
                .containsExactly("CB0281");
    }
}
