package org.canbao.cli;

/** Text for people or JSON for programs. */
enum OutputFormat {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON
}
