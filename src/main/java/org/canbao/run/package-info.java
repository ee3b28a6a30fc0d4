/**
 * The pipeline of a study, {@link org.canbao.run.StudyRun}: inputs, sample, estimates, exhibits, page, manifest. Each step
 * has a fingerprint of all that it depends on and runs again only if that, or one of its files, changed. {@link
 * org.canbao.run.Replication} runs every study that can be run, {@link org.canbao.run.Verification} and {@link
 * org.canbao.run.Rerun} compare outputs with their {@link org.canbao.run.Manifest}, and {@link
 * org.canbao.run.DataFile} opens a single file as a sample.
 */
@NullMarked
package org.canbao.run;

import org.jspecify.annotations.NullMarked;
