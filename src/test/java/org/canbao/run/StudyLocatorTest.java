package org.canbao.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.canbao.diag.CanbaoException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyLocatorTest {
    @TempDir
    Path folder;

    private Path here;
    private Path home;
    private StudyLocator locator;

    @BeforeEach
    void twoRoots() throws IOException {
        here = Files.createDirectories(folder.resolve("here/configs"));
        home = Files.createDirectories(folder.resolve("home/configs/examples"));
        Files.writeString(here.resolve("mine.yaml"), "study: mine\n");
        Files.writeString(home.resolve("example.yaml"), "study: example\n");
        Files.writeString(home.resolve("mine.yaml"), "study: other\n");
        locator = new StudyLocator(List.of(folder.resolve("here"), folder.resolve("home")));
    }

    @Test
    void aNameIsLookedUpInTheWorkingFolderFirst() {
        assertThat(locator.find("mine")).isEqualTo(here.resolve("mine.yaml"));
        assertThat(locator.find("example")).isEqualTo(home.resolve("example.yaml"));
        assertThat(locator.names()).containsExactly("mine", "example");
    }

    @Test
    void aPathIsTakenAsItIs() {
        Path file = home.resolve("example.yaml");
        assertThat(locator.find(file.toString())).isEqualTo(file);
    }

    @Test
    void anUnknownNameHasNearOnes() {
        assertThatThrownBy(() -> locator.find("exampel"))
                .isInstanceOfSatisfying(
                        CanbaoException.class,
                        e -> assertThat(e.diagnostics().get(0).hints())
                                .contains("did you mean `example`?", "studies here: mine, example"));
    }

    @Test
    void aNameDoesNotClimb() {
        assertThatThrownBy(() -> locator.find("..")).isInstanceOf(CanbaoException.class);
    }
}
