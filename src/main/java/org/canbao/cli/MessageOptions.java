package org.canbao.cli;

import picocli.CommandLine.Option;

/** How much a command says. */
final class MessageOptions {
    @Option(
            names = {"-q", "--quiet"},
            description = "No messages but errors; results are still printed.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more; show a stack trace when something fails.")
    boolean verbose;
}
