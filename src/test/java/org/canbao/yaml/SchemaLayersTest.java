package org.canbao.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.canbao.diag.CanbaoException;
import org.canbao.schema.DataSchema;
import org.canbao.schema.SchemaVariable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas over schemas, overrides over both, and codes from tables. */
class SchemaLayersTest {
    @TempDir
    Path folder;

    @BeforeEach
    void base() throws IOException {
        write("base", """
                schema: base
                dataset: d
                title: Base
                variables:
                  sex: {label_pattern: 性别, codes: {男: 1, 女: 2}, confidence: not-found}
                  age: {label_pattern: 年龄, confidence: not-found}
                """);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), text);
    }

    private static SchemaVariable variable(DataSchema schema, String name) {
        return schema.variables().stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String failure(Path file, Path... overrides) {
        CanbaoException thrown =
                catchThrowableOfType(CanbaoException.class, () -> SchemaReader.read(file, List.of(overrides)));
        return thrown.diagnostics().get(0).code().id() + " "
                + thrown.diagnostics().get(0).message();
    }

    @Test
    void whatAWaveSaysIsMergedKeyByKey() throws IOException {
        DataSchema schema = SchemaReader.read(write("wave", """
                schema: wave
                extends: base
                variables:
                  year: {value: 2017, type: int16, confidence: verified}
                  sex: {raw: q101b1, label_pattern: null, codes: {1: 1}, confidence: verified}
                """));
        assertThat(schema.id()).isEqualTo("wave");
        assertThat(schema.dataset()).isEqualTo("d");
        SchemaVariable sex = variable(schema, "sex");
        assertThat(sex.raw()).containsExactly("q101b1");
        assertThat(sex.labelPattern()).isEmpty();
        assertThat(sex.codes().orElseThrow().targets()).containsOnlyKeys("男", "女", "1");
        assertThat(variable(schema, "age").labelPattern()).isEqualTo("年龄");
        assertThat(variable(schema, "year").value()).contains("2017");
    }

    @Test
    void anOverrideLiesOverAll() throws IOException {
        Path mine = write("mine", "variables: {age: {raw: Q9, label_pattern: null, confidence: verified}}");
        DataSchema schema = SchemaReader.read(folder.resolve("base.yaml"), List.of(mine));
        assertThat(variable(schema, "age").raw()).containsExactly("Q9");
        Path wrong = write("wrong", "variable: {age: {raw: Q9}}");
        assertThat(failure(folder.resolve("base.yaml"), wrong))
                .isEqualTo("CB0106 unknown key `variable` in an override of a schema");
    }

    @Test
    void aCircleOrNothingCannotBeExtended() throws IOException {
        write("a", "schema: a\nextends: b\n");
        Path b = write("b", "schema: b\nextends: a\n");
        assertThat(failure(b)).isEqualTo("CB0120 `b` extends itself");
        assertThat(failure(write("c", "schema: c\nextends: nowhere\n")))
                .isEqualTo("CB0120 there is no schema `nowhere` to extend");
        write("broken", "schema: [\n");
        assertThat(failure(write("e", "schema: e\nextends: broken\n"))).startsWith("CB0102 not valid YAML");
    }

    @Test
    void codesComeFromATable() throws IOException {
        Files.writeString(folder.resolve("names.csv"), "# towns\nname,code\n北京市,110000\n北京,110000\n县,\n");
        DataSchema schema = SchemaReader.read(towns("{file: names.csv, key: name, value: code}"));
        assertThat(variable(schema, "town").codes().orElseThrow().targets())
                .containsEntry("北京市", "110000")
                .containsEntry("北京", "110000")
                .containsEntry("上海", "310000")
                .doesNotContainKey("县");
        assertThat(failure(towns("{file: names.csv, key: nam, value: code}")))
                .isEqualTo("CB0121 `names.csv` has no column `nam`");
        assertThat(failure(towns("{file: none.csv, key: name, value: code}"))).startsWith("CB0101 cannot read");
        Files.writeString(folder.resolve("names.csv"), "name,code\n北京,1\n北京,2\n");
        assertThat(failure(towns("{file: names.csv, key: name, value: code}")))
                .isEqualTo("CB0121 `北京` becomes both 1 and 2");
        Files.writeString(folder.resolve("names.csv"), "name,code\n北京,one\n");
        assertThat(failure(towns("{file: names.csv, key: name, value: code}")))
                .isEqualTo("CB0121 `one` is no value of type int32");
    }

    private Path towns(String table) throws IOException {
        return write("towns", """
                schema: towns
                extends: base
                variables:
                  town: {raw: t, type: int32, codes: {上海: 310000}, codes_from: %s, confidence: verified}
                """.formatted(table));
    }

    @Test
    void aValueIsNotSoughtAndNeedsAType() throws IOException {
        assertThat(failure(write(
                        "v",
                        "schema: v\nextends: base\nvariables: {year: {value: x, type: int16, confidence: verified}}")))
                .isEqualTo("CB0110 `value` needs a `type` that it is a value of");
        assertThat(
                        failure(
                                write(
                                        "v",
                                        "schema: v\nextends: base\nvariables: {year: {value: 1, raw: y, type: int16, confidence: verified}}")))
                .isEqualTo("CB0110 what has a `value` is not sought in the file");
    }

    @Test
    void aConditionOfARosterMustBeOfAnItem() throws IOException {
        assertThat(failure(write("r", """
                        schema: r
                        extends: base
                        roster:
                          persons: [2, 3]
                          items: {relation: {raw: "r#", confidence: verified}}
                          counts: {spouses: {where: {relatin: spouse}}}
                        """))).isEqualTo("CB0122 the roster has no item `relatin`");
    }

    /** The long form of the roster has a column of that name. */
    @Test
    void noItemOfARosterIsCalledMember() throws IOException {
        assertThat(failure(write("r", """
                        schema: r
                        extends: base
                        roster:
                          persons: [2, 3]
                          items: {member: {raw: "r#", confidence: verified}}
                          counts: {all: {}}
                        """))).isEqualTo("CB0122 an item of the roster cannot be called `member`");
    }
}
