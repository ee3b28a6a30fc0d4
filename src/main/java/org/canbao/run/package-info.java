/** The pipeline: which stage must run, fits on disk, manifest, log. */
@NullMarked
package org.canbao.run;

import org.jspecify.annotations.NullMarked;
