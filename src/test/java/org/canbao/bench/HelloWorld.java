package org.canbao.bench;

/** The yardstick of start-up: what Java itself takes. */
final class HelloWorld {
    private HelloWorld() {}

    public static void main(String[] args) {
        System.out.println("hello");
    }
}
