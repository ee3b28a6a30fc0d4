package org.canbao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.canbao.spec.Lang;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Object[] ARGUMENTS = {"<0>", "<1>", "<2>", "<3>", "<4>", "<5>"};

    static Stream<Words> words() {
        return Stream.of(
                        Vocabulary.values(),
                        RdVocabulary.values(),
                        DidVocabulary.values(),
                        InferenceVocabulary.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("words")
    void bothLanguagesSayTheSameThings(Words word) {
        Text text = word.text("{0}", "{1}", "{2}", "{3}", "{4}", "{5}");
        assertThat(text.en()).isNotBlank();
        assertThat(text.zh()).isNotBlank();
        assertThat(places(text.zh())).isEqualTo(places(text.en()));
        assertThat(word.in(Lang.EN, ARGUMENTS)).doesNotContain("{").doesNotContain("}");
    }

    @Test
    void everyWordIsUsed() throws IOException {
        String sources;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/canbao"))) {
            sources = files.filter(f -> f.toString().endsWith(".java"))
                    .map(VocabularyTest::read)
                    .collect(Collectors.joining());
        }
        Set<String> used = Pattern.compile("Vocabulary\\s*\\.\\s*([A-Z][A-Z0-9_]*)|\\b([A-Z][A-Z0-9_]*)\\.text")
                .matcher(sources)
                .results()
                .map(r -> r.group(1) == null ? r.group(2) : r.group(1))
                .collect(Collectors.toSet());
        List<String> unused = words().map(Words::toString)
                .filter(name -> !name.startsWith("STAT_"))
                .filter(name -> !used.contains(name))
                .toList();
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TableSpec.Statistic.class)
    void everyStatisticHasAName(TableSpec.Statistic statistic) {
        assertThat(Vocabulary.valueOf("STAT_" + statistic.name()).in(Lang.EN)).isNotBlank();
    }

    @Test
    void listsAreSeparatedAsInEachLanguage() {
        assertThat(Vocabulary.list(List.of(Text.of("a"), new Text("b", "乙")))).isEqualTo(new Text("a, b", "a、乙"));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(r -> r.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
