package org.canbao.cli;

/** The command line. */
public final class Main {
    private Main() {}

    /** Runs one command. */
    public static void main(String[] args) {
        System.out.println("canbao");
    }
}
