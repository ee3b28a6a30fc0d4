package org.canbao.diag;

/**
 * The kind of a finding. Each package that reports findings has its own enum of codes; identifiers are unique over all
 * of them (a test says so) and never reused, so that a user can search for one.
 */
public interface Code {
    /** The printed identifier, {@code CB} and four digits. */
    String id();
}
