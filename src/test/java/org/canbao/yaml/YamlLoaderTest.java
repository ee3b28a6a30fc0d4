package org.canbao.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlLoaderTest {
    @TempDir
    Path folder;

    private static Located.Scalar value(String text) {
        Located.Mapping root = (Located.Mapping) YamlLoader.load("f.yaml", text).orElseThrow();
        return (Located.Scalar) root.get("k").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x 1\nb: *x",
                "a: *x",
                "a: &x [*x]",
                "a: !!java.net.URL [http://x]",
                "a: !!str 1",
                "a: !local 1",
                "%YAML 1.2\n---\na: !!binary aaaa",
                "a: 1\n---\nb: 2",
                "--- 1\n--- 2",
                "a: 1\na: 2",
                "{a: 1, \"a\": 2}",
                "? [a]\n: b",
                "{[a]: b}",
                "a: [1",
                "a: \"x",
                "a: 'x",
                "a:\n\t- b",
                "a: {b: c",
                "\u0000",
                "a: b: c",
            })
    void refusesEverythingButPlainData(String text) {
        assertThatThrownBy(() -> YamlLoader.load("f.yaml", text)).isInstanceOf(CanbaoException.class);
    }

    @Test
    void aMergeKeyIsAKeyLikeAnyOther() {
        Located.Mapping root =
                (Located.Mapping) YamlLoader.load("f", "<<: {a: 1}").orElseThrow();
        assertThat(root.entries().get(0).name()).isEqualTo("<<");
    }

    @Test
    void refusesBombs() {
        assertThatThrownBy(() -> YamlLoader.load("f", "a: " + "[".repeat(100_000)))
                .hasMessageContaining("nested deeper than 64");
        assertThatThrownBy(() -> YamlLoader.load("f", "{a: ".repeat(100_000)))
                .hasMessageContaining("nested deeper than 64");
        assertThatThrownBy(() -> YamlLoader.load("f", "- ".repeat(100_000))).isInstanceOf(CanbaoException.class);
        assertThatThrownBy(() -> YamlLoader.load("f", "a: " + "x".repeat(5_000_001)))
                .hasMessageContaining("larger than 5 MB");
    }

    @Test
    void refusesFilesThatAreNotUtf8() throws IOException {
        Path file = Files.writeString(folder.resolve("g.yaml"), "a: 参保", Charset.forName("GB18030"));
        assertThatThrownBy(() -> YamlLoader.text(file)).hasMessageContaining("not text in UTF-8");
        assertThatThrownBy(() -> YamlLoader.text(folder.resolve("none.yaml"))).hasMessageContaining("no such file");
        assertThatThrownBy(() -> YamlLoader.text(folder)).hasMessageContaining("it is a folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "k: abc X ; 1 ; 8",
                "k: 'it''s X' ; 1 ; 11",
                "k: \"a\\\"b\\u4e00 X\" ; 1 ; 16",
                "k: >\\n  abc\\n  X ; 3 ; 3",
                "k: |\\n    abc\\n    X ; 3 ; 5",
                "k: abc\\n    X ; 2 ; 5",
                "k: \"abc\\n  X\" ; 2 ; 3",
                "k: \"a \\\\\\n  X\" ; 2 ; 3",
                "k: 参保 X ; 1 ; 7",
                "k: 𠀀 X ; 1 ; 6",
                "# c\\nk: @a `b` X ; 2 ; 11",
            })
    void knowsWhereEachCharacterStands(String written, int line, int column) {
        Located.Scalar scalar = value(written.replace("\\n", "\n").strip());
        int at = scalar.value().indexOf('X');
        Place place = scalar.source().place(at, 1);
        assertThat(place.line()).isEqualTo(line);
        assertThat(place.column()).isEqualTo(column);
    }

    @Test
    void readsAtSignsAndBackquotesWhereverTheyStand() {
        assertThat(value("k: @person + `a b`").value()).isEqualTo("@person + `a b`");
        assertThat(value("k: \uE000 @x").value()).isEqualTo("\uE000 @x");
        assertThat(value("\uFEFFk: x").value()).isEqualTo("x");
        assertThat(value("k: x\r\nl: y\r\n").source().place(0, 1).line()).isEqualTo(1);
    }
}
