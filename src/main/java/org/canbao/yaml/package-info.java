/**
 * Files into specs: {@link org.canbao.yaml.StudyReader} for a study, {@link org.canbao.yaml.SpecReader} for a single
 * spec. A safe loader gives nodes with their places, one reader per mapping turns them into records, and everything that
 * is wrong is reported at once. {@code KeySet}s and {@code Choice}s say what is allowed; messages, the JSON Schemas and
 * the reference are made from them. {@link org.canbao.yaml.FormulaParser} reads formulas.
 */
@NullMarked
package org.canbao.yaml;

import org.jspecify.annotations.NullMarked;
