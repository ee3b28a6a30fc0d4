package org.canbao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** R, where it is installed with the packages that serve as yardsticks. */
final class RSoftware {
    private RSoftware() {}

    /** Whether R can load a package. */
    static boolean has(String packageName) {
        try {
            return new ProcessBuilder("Rscript", "-e", "library(" + packageName + ")")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A script as a process. */
    static Command script(String name, String script) {
        return new Command(name, List.of("Rscript", "-e", script), Optional.empty());
    }

    /** A path as R literal. */
    static String literal(Path path) {
        return "'" + path.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
