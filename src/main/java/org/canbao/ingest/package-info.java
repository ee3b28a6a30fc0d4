/** Raw files into the store: one reader per format, the ingestor that writes Parquet, rejects, and inspection. */
@NullMarked
package org.canbao.ingest;

import org.jspecify.annotations.NullMarked;
