package org.canbao.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.canbao.diag.CanbaoException;
import org.junit.jupiter.api.Test;

class SchemaLocatorTest {
    private final SchemaLocator locator = new SchemaLocator(List.of(Path.of("nowhere"), Path.of("")));

    @Test
    void aNameIsLookedUpAndAPathIsTakenAsItIs() {
        assertThat(locator.read("example-policy").id()).isEqualTo("example-policy");
        assertThat(locator.read("data-schemas/example-policy.yaml").id()).isEqualTo("example-policy");
    }

    @Test
    void anUnknownNameHasNearOnes() {
        assertThatThrownBy(() -> locator.read("exmple-policy")).isInstanceOfSatisfying(CanbaoException.class, e -> {
            assertThat(e.diagnostics().get(0).code()).isEqualTo(RunCode.NO_SCHEMA);
            assertThat(e.diagnostics().get(0).hints().get(0)).isEqualTo("did you mean `example-policy`?");
        });
    }
}
