package org.canbao.simulate.cmds;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.canbao.math.CounterRandom;

/**
 * Draws the persons of one wave: who they are, then whether they would pass the filters of the study, then their
 * household, then the outcomes. The filters are independent of each other and of everything that is estimated.
 */
final class PersonDraw {
    private static final int YOUNGEST = 16;
    private static final int OLDEST = 64;
    private static final double[] AGES = ages();

    private final CmdsWave wave;
    private final CmdsCities cities;
    private final Draws draws;
    private final InsuranceDraw insurance;
    private final HouseholdDraw household;
    private final OutcomeDraw outcomes;
    private final double withinProvince;
    private final SurveyWeights weights;
    private final Person person;

    PersonDraw(CmdsWave wave, CmdsCities cities, long seed) {
        this.wave = wave;
        this.cities = cities;
        this.draws = new Draws(new CounterRandom(seed, "cmds/persons", wave.year()));
        this.insurance = new InsuranceDraw(Margins.insurance(wave.year()), draws);
        this.household = new HouseholdDraw(draws);
        this.outcomes = new OutcomeDraw(draws, cities.effect(), newGeneration(wave.year()));
        this.withinProvince = wave.withinProvince(InsuranceDraw.onlyAtHome(Margins.insurance(wave.year())));
        this.weights = new SurveyWeights(wave, cities, withinProvince, seed);
        this.person = new Person(wave, cities.all().get(0));
    }

    /** The next person, who is the same object every time. */
    Person next(long id) {
        person.id = id;
        boolean near = draws.chance(withinProvince);
        person.city = near ? cities.near(draws) : cities.afar(draws);
        person.cityName = person.city.name();
        person.weight = weights.of(person.city);
        self(person.self());
        insurance.draw(person);
        person.han = draws.chance(Margins.HAN);
        person.homeProvince = person.city.province();
        household.draw(person);
        outcomes.draw(person);
        if (!near) {
            comeFromAfar();
        }
        return person;
    }

    private void self(Member self) {
        boolean ofAge = draws.chance(Margins.OF_WORKING_AGE);
        int age = ofAge ? YOUNGEST + draws.place(AGES) : OLDEST + draws.between(1, 15);
        if (!ofAge && wave.year() < 2016) {
            // Until 2015 nobody over 59 was asked: too young instead.
            age = YOUNGEST - 1;
        }
        person.size = 1;
        self.relation = 1;
        self.sex = draws.chance(Margins.MALE) ? 1 : 2;
        self.birthYear = wave.year() - age;
        self.birthMonth = draws.between(1, 12);
        self.education = 1 + draws.place(Margins.EDUCATION);
        self.technical = draws.chance(0.4);
        self.marital = draws.chance(Margins.married(age)) ? Member.MARRIED : Member.UNMARRIED;
        self.residence = Member.HERE;
        self.works = draws.chance(Margins.RESPONDENT_WORKS) ? 1 : 2;
        boolean forWork = draws.chance(Margins.MOVED_FOR_WORK);
        self.reason =
                forWork ? (draws.chance(0.8) ? Member.WORK : Member.BUSINESS) : draws.between(Member.WITH_FAMILY, 6);
        int years = (int) (10 * draws.uniform() * draws.uniform());
        self.arrivalYear = Math.max(self.birthYear, wave.year() - years);
        self.arrivalMonth = years == 0 ? draws.between(1, CmdsWave.MONTH - 1) : draws.between(1, 12);
    }

    /** From another province, as others leave theirs for other cities; seldom from abroad. */
    private void comeFromAfar() {
        person.range = wave.year() >= 2017 && draws.chance(0.001) ? 4 : 1;
        int other = cities.near(draws).province();
        person.homeProvince = other == person.homeProvince ? (other == 41 ? 51 : 41) : other;
    }

    /** The share of persons aged 16 to 64 who were born after 1980. */
    private static double newGeneration(int year) {
        int oldest = year - OutcomeDraw.NEW_GENERATION_AFTER - 1;
        return AGES[oldest - YOUNGEST];
    }

    /** Cumulated shares of the ages 16 to 64: a beta distribution with the published mean and standard deviation. */
    private static double[] ages() {
        BetaDistribution beta = BetaDistribution.of(2.06, 3.13);
        double[] ages = new double[OLDEST - YOUNGEST + 1];
        for (int i = 0; i < ages.length; i++) {
            ages[i] = beta.cumulativeProbability((i + 1.0) / ages.length);
        }
        return ages;
    }
}
