/**
 * The command line: one class per subcommand, which parses, calls and prints, and decides nothing. {@link
 * org.canbao.cli.Main} is where the program begins; it turns findings into messages and exit statuses. This is the only
 * room that writes to the terminal and ends the process: results to standard output, messages to standard error, both
 * through {@code Terminal}.
 */
@NullMarked
package org.canbao.cli;

import org.jspecify.annotations.NullMarked;
