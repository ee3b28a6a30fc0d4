/** One class per subcommand: parse, call, print. The only place that writes to the terminal and ends the process. */
@NullMarked
package org.canbao.cli;

import org.jspecify.annotations.NullMarked;
