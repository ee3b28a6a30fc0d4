/** What canbao asks of SQL, and the engines that answer. Nothing else in the project knows an engine. */
@NullMarked
package org.canbao.engine;

import org.jspecify.annotations.NullMarked;
