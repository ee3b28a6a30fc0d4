package org.canbao.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each class knows its room; {@link Rooms} says which rooms there are. */
class ArchitectureTest {
    @Test
    void thereAreClassesToCheck() {
        assertThat(Rooms.CLASSES.size()).isGreaterThan(40);
    }

    @Test
    void everyClassIsInAKnownRoom() {
        assertThat(Rooms.CLASSES.stream().filter(c -> !Rooms.ALLOWED.containsKey(Rooms.of(c.getPackageName()))))
                .as("classes of packages that Rooms does not list; say there what the package may use")
                .extracting(JavaClass::getName)
                .isEmpty();
    }

    static Stream<String> rooms() {
        return Rooms.ALLOWED.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesOnlyWhatItMay(String room) {
        Set<String> allowed = Rooms.ALLOWED.get(room);
        DescribedPredicate<JavaClass> other = describe(
                "are in org.canbao outside " + room + " and " + allowed,
                c -> c.getPackageName().startsWith(Rooms.ROOT)
                        && !Rooms.of(c.getPackageName()).equals(room)
                        && !allowed.contains(Rooms.of(c.getPackageName())));
        noClasses()
                .that()
                .resideInAPackage(Rooms.packagesOf(room))
                .should()
                .dependOnClassesThat(other)
                .allowEmptyShould(true)
                .check(Rooms.CLASSES);
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching(Rooms.ROOT + ".(*)..").should().beFreeOfCycles().check(Rooms.CLASSES);
    }

    static Stream<Rooms.Library> libraries() {
        return Rooms.LIBRARIES.stream();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryStaysInItsRoom(Rooms.Library library) {
        String[] homes = library.rooms().stream().map(Rooms::packagesOf).toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat(resideInAnyPackage(library.packages().toArray(String[]::new)))
                .check(Rooms.CLASSES);
    }

    static Stream<Restriction> restrictions() {
        return Restriction.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("restrictions")
    void whatIsRestrictedStaysWhereItMayBe(Restriction restriction) {
        String[] exceptIn =
                restriction.exceptIn().stream().map(Rooms::packagesOf).toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(exceptIn)
                .should()
                .accessTargetWhere(restriction.access())
                .because(restriction.reason())
                .check(Rooms.CLASSES);
    }

    @Test
    void recordsOfSpecSchemaAndResultHoldNoArrays() {
        Stream<RecordComponent> components = Rooms.CLASSES.stream()
                .filter(c -> Set.of("spec", "schema", "result").contains(Rooms.of(c.getPackageName())))
                .filter(JavaClass::isRecord)
                .flatMap(c -> Arrays.stream(c.reflect().getRecordComponents()));
        assertThat(components.filter(component -> component.getType().isArray()))
                .as("records with arrays compare by identity and can be changed")
                .isEmpty();
    }
}
