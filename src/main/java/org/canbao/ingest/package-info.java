/**
 * Raw files into the store. {@link org.canbao.ingest.RawFiles} opens a file by what it is and gives its {@link
 * org.canbao.ingest.RawReader}; {@link org.canbao.ingest.Ingestor} streams one or more of them into a wave of the {@link
 * org.canbao.ingest.Store}, Parquet with a codebook, which is there whole or not at all. Cells that do not fit their
 * column are rejects, kept beside the wave and never elsewhere. {@link org.canbao.ingest.Inspection} describes a file
 * without keeping it. Formats are in rooms of their own below this one.
 */
@NullMarked
package org.canbao.ingest;

import org.jspecify.annotations.NullMarked;
