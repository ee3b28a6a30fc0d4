/** What the pages for people say, held true: commands are run, outputs compared, examples read, links followed. */
@NullMarked
package org.canbao.readme;

import org.jspecify.annotations.NullMarked;
