package org.canbao.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Members of the Java platform that only some rooms may use.
 *
 * @param what for the name of the test
 * @param reason why
 * @param exceptIn rooms that may
 * @param test whether a use is meant
 */
record Restriction(String what, String reason, Set<String> exceptIn, Predicate<JavaAccess<?>> test) {
    private static final Set<String> CLOCKS = Set.of("now", "system", "systemUTC", "systemDefaultZone", "tick");
    private static final Set<String> TRANSCENDENTAL = Set.of(
            "exp", "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot", "sin", "cos", "tan", "asin", "acos",
            "atan", "atan2", "sinh", "cosh", "tanh");

    static final List<Restriction> ALL = List.of(
            new Restriction(
                    "standard streams",
                    "only the command line prints",
                    Set.of("cli"),
                    a -> member(a, System.class, "out", "err", "in")),
            new Restriction(
                    "exit",
                    "only the command line ends the program",
                    Set.of("cli"),
                    a -> member(a, System.class, "exit") || member(a, Runtime.class, "exit", "halt")),
            new Restriction(
                    "clock",
                    "results must not depend on when they are made",
                    Set.of("run", "cli"),
                    Restriction::readsTheClock),
            new Restriction(
                    "unseeded randomness",
                    "the same input gives the same bytes",
                    Set.of(),
                    Restriction::isUnseededRandomness),
            new Restriction(
                    "Math's transcendental functions",
                    "only StrictMath gives the same digits on every machine",
                    Set.of(),
                    a -> member(a, Math.class, TRANSCENDENTAL.toArray(String[]::new))),
            new Restriction(
                    "default locale",
                    "outputs must not depend on the user's language; pass Locale.ROOT",
                    Set.of(),
                    Restriction::usesDefaultLocale));

    DescribedPredicate<JavaAccess<?>> access() {
        return DescribedPredicate.describe(what, test);
    }

    @Override
    public String toString() {
        return what;
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return (owner.startsWith("java.time.")
                        && CLOCKS.contains(access.getTarget().getName()))
                || member(access, System.class, "currentTimeMillis", "nanoTime")
                || (owner.equals("java.util.Date") && isConstructorWithout(access));
    }

    /** A key that hashes persons must not be guessed; no result depends on it. */
    private static boolean makesAKey(JavaAccess<?> access) {
        return access.getOriginOwner().getName().equals("org.canbao.ingest.binding.HashKey");
    }

    private static boolean isUnseededRandomness(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return member(access, Math.class, "random")
                || member(access, StrictMath.class, "random")
                || owner.equals("java.util.concurrent.ThreadLocalRandom")
                || (owner.equals("java.security.SecureRandom") && !makesAKey(access))
                || member(access, java.util.UUID.class, "randomUUID")
                || (Set.of("java.util.Random", "java.util.SplittableRandom").contains(owner)
                        && isConstructorWithout(access))
                || (member(access, java.util.Collections.class, "shuffle") && parameters(access) == 1);
    }

    private static boolean usesDefaultLocale(JavaAccess<?> access) {
        boolean noLocale = access instanceof JavaCall<?> call
                && call.getTarget().getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .noneMatch("java.util.Locale"::equals);
        return noLocale
                && (member(access, String.class, "format", "formatted", "toLowerCase", "toUpperCase")
                        || member(access, java.util.Locale.class, "getDefault"));
    }

    private static boolean member(JavaAccess<?> access, Class<?> owner, String... names) {
        return access.getTargetOwner().isEquivalentTo(owner)
                && List.of(names).contains(access.getTarget().getName());
    }

    private static boolean isConstructorWithout(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.ConstructorCallTarget && parameters(access) == 0;
    }

    private static int parameters(JavaAccess<?> access) {
        return access instanceof JavaCall<?> call
                ? call.getTarget().getRawParameterTypes().size()
                : -1;
    }
}
