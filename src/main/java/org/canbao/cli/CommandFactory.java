package org.canbao.cli;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, and gives the terminal to those whose constructor takes it. */
final class CommandFactory implements IFactory {
    private final Terminal terminal;

    CommandFactory(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Optional<Constructor<?>> withTerminal = Arrays.stream(type.getDeclaredConstructors())
                .filter(c -> Arrays.equals(c.getParameterTypes(), new Class<?>[] {Terminal.class}))
                .findFirst();
        return withTerminal.isPresent()
                ? type.cast(withTerminal.get().newInstance(terminal))
                : CommandLine.defaultFactory().create(type);
    }
}
