package org.canbao.estimate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference cases: specs, with the values that other software gives. */
record ReferenceCases(Path folder, List<Case> cases) {
    /** One case. */
    record Case(String id, String model, Path data, String spec, JsonNode expected) {}

    static ReferenceCases read(Path folder) {
        try {
            JsonNode root = JsonMapper.shared().readTree(Files.readString(folder.resolve("cases.json")));
            return new ReferenceCases(
                    folder,
                    StreamSupport.stream(root.spliterator(), false)
                            .map(node -> new Case(
                                    node.get("id").asString(),
                                    node.get("spec").get("model").asString(),
                                    folder.resolve("data")
                                            .resolve(node.get("data").asString())
                                            .normalize(),
                                    node.get("spec").toString(),
                                    node.get("expected")))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
