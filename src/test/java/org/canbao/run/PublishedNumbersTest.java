package org.canbao.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.canbao.diag.CanbaoException;
import org.canbao.files.Sha256;
import org.canbao.spec.StudySpec;
import org.canbao.yaml.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedNumbersTest {
    @TempDir
    Path folder;

    private StudySpec study(String published) throws IOException {
        Path file = folder.resolve("s.yaml");
        Files.writeString(file, "study: s\ntitle: T\ninputs: {p: {dataset: p}}\nsample: {from: p}\n" + published);
        return StudyReader.read(file);
    }

    @Test
    void aStudyWithoutThemHasNone() throws IOException {
        assertThat(PublishedNumbers.of(study(""))).isEmpty();
    }

    @Test
    void theirFilesAreHashedByName() throws IOException {
        Path numbers = Files.createDirectories(folder.resolve("published/s"));
        Files.writeString(numbers.resolve("table-2.csv"), "a\n");
        Files.writeString(numbers.resolve("table-1.csv"), "b\n");
        Files.writeString(numbers.resolve("notes.txt"), "c\n");

        assertThat(PublishedNumbers.of(study("published: published/s\n")))
                .containsExactly(
                        new Manifest.FileHash("table-1.csv", Sha256.of("b\n")),
                        new Manifest.FileHash("table-2.csv", Sha256.of("a\n")));
    }

    @Test
    void aFolderThatIsNotThereIsAnError() throws IOException {
        StudySpec study = study("published: published/s\n");
        assertThatThrownBy(() -> PublishedNumbers.of(study))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("there is no folder");
    }
}
