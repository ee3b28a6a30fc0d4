package org.canbao.simulate.cmds;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The persons of the simulated survey as ingestion would leave them, without raw files in between: the columns that the
 * study of instant settlement reads, for those who are its concern (rural hukou, moved for work, within their province).
 */
public final class HarmonisedPersons {
    private static final int WORK = 1;
    private static final int BUSINESS = 2;
    private static final int MONTHS = 12;
    private static final int SIX_MONTHS = 6;
    private static final String[] PLACES = {"", "here", "hukou", "elsewhere"};
    private static final String[] SCHEMES = {"ncms", "resident", "employee", "public"};
    private static final String[] EMPLOYMENT = {"", "employer", "own_account", "employee", "casual", "other"};

    /** A column and how a person fills it. */
    private record Column(String name, Function<Person, Object> value) {}

    private static final List<Column> COLUMNS = columns();

    private final long seed;
    private final double scale;
    private final CmdsCities cities;

    /** The survey of a seed at a scale. */
    public HarmonisedPersons(long seed, double scale) {
        this.seed = seed;
        this.scale = scale;
        this.cities = new CmdsCities(seed);
    }

    /** Writes the persons as CSV. */
    public void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", COLUMNS.stream().map(Column::name).toList()) + "\n");
            for (CmdsWave wave : CmdsWave.all()) {
                PersonDraw persons = new PersonDraw(wave, cities, seed);
                for (long id = 1; id <= wave.rows(scale); id++) {
                    Person person = persons.next(id);
                    if (isConcerned(person)) {
                        out.write(line(person));
                    }
                }
            }
        }
    }

    /** The city yearbook, policy dates and consumer prices as CSV, by the names of their files. */
    public void writeCities(Path yearbook, Path policy, Path prices) throws IOException {
        CityFiles files = new CityFiles(cities);
        Files.writeString(yearbook, files.yearbook());
        Files.writeString(policy, files.policyDates());
        Files.writeString(prices, files.prices());
    }

    /** What the study should find. */
    public String truth() {
        return CmdsTruth.yaml(seed, scale, cities.effect());
    }

    private static boolean isConcerned(Person person) {
        return person.hukou == InsuranceDraw.AGRICULTURAL
                && (person.range == 2 || person.range == 3)
                && person.self().reason <= BUSINESS;
    }

    private static String line(Person person) {
        StringJoiner line = new StringJoiner(",", "", "\n");
        for (Column column : COLUMNS) {
            Object value = column.value.apply(person);
            boolean none = value instanceof Long answer && Answer.isNone(answer);
            line.add(none ? "" : String.valueOf(value));
        }
        return line.toString();
    }

    private static List<Column> columns() {
        List<Column> all = new ArrayList<>(List.of(
                new Column("year", p -> p.wave.year()),
                new Column("person_id", p -> p.id),
                new Column("city", p -> p.city.code()),
                new Column("birth_year", p -> p.self().birthYear),
                new Column("sex", p -> p.self().sex == 1 ? "male" : "female"),
                new Column("ethnicity", p -> p.han ? "han" : "other"),
                new Column("education", p -> p.self().education),
                new Column("marital", p -> p.self().marital == Member.MARRIED ? "first_marriage" : "unmarried"),
                new Column("hukou", p -> "agricultural"),
                new Column("reason", p -> p.self().reason == WORK ? "work" : "business"),
                new Column("flow_range", p -> p.range == 2 ? "cross_city" : "cross_county"),
                new Column("works", p -> p.self().works == 1 ? "yes" : "no"),
                new Column("employment", p -> EMPLOYMENT[(int) p.employment]),
                new Column("own_income", p -> p.ownIncome),
                new Column("household_income", p -> p.householdIncome),
                new Column("expenditure", p -> p.expenditure),
                new Column("family_size", Person::family),
                new Column("ill", p -> yesNo(p.ill)),
                new Column("experience", p -> yesNo(p.experience))));
        for (int s = 0; s < SCHEMES.length; s++) {
            int scheme = s;
            all.add(new Column(SCHEMES[s], p -> yesNo(p.enrolled[scheme])));
            all.add(new Column(
                    SCHEMES[s] + "_place", p -> Answer.isNone(p.place[scheme]) ? "" : PLACES[(int) p.place[scheme]]));
        }
        members(all);
        return List.copyOf(all);
    }

    private static void members(List<Column> all) {
        all.add(count("members_here", HarmonisedPersons::here));
        all.add(count("family_working", m -> m.relation <= Member.CHILD && m.works == 1));
        all.add(count("spouses_here", m -> m.relation == Member.SPOUSE && here(m)));
        all.add(count("children_unmarried", HarmonisedPersons::unmarriedChild));
        all.add(count("children_unmarried_here", m -> unmarriedChild(m) && here(m)));
        all.add(count("parents", m -> m.relation == Member.PARENT));
        all.add(count("parents_here", m -> m.relation == Member.PARENT && here(m)));
        all.add(new Column("members_came_to_work", p -> count(p, m -> cameToWork(p, m))));
        all.add(new Column(
                "spouses_came_to_work", p -> count(p, m -> m.relation == Member.SPOUSE && cameToWork(p, m))));
    }

    private static Column count(String name, Predicate<Member> which) {
        return new Column(name, p -> count(p, which));
    }

    private static int count(Person person, Predicate<Member> which) {
        int count = 0;
        for (int m = 1; m < person.size; m++) {
            count += which.test(person.members[m]) ? 1 : 0;
        }
        return count;
    }

    private static boolean here(Member member) {
        return member.residence == Member.HERE;
    }

    private static boolean unmarriedChild(Member member) {
        return member.relation == Member.CHILD && member.marital == Member.UNMARRIED;
    }

    private static boolean cameToWork(Person person, Member member) {
        long months = (person.wave.year() - member.arrivalYear) * MONTHS + CmdsWave.MONTH - member.arrivalMonth;
        return here(member) && member.reason <= BUSINESS && months > SIX_MONTHS;
    }

    private static String yesNo(long answer) {
        return Answer.isNone(answer) ? "" : answer == 1 ? "yes" : "no";
    }
}
