/** Files into specs: located YAML nodes, allowed keys, every problem of a file at once. */
@NullMarked
package org.canbao.yaml;

import org.jspecify.annotations.NullMarked;
