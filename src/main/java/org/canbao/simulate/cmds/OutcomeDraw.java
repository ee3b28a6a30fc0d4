package org.canbao.simulate.cmds;

/** Draws the outcomes of persons whose household is known, and the dirt of the questions. */
final class OutcomeDraw {
    static final int NEW_GENERATION_AFTER = 1980;

    private final Draws draws;
    private final PolicyEffect policyEffect;
    private final double newGeneration;

    /**
     * Outcomes of one wave.
     *
     * @param newGeneration the share of the wave's analysed persons who were born after 1980
     */
    OutcomeDraw(Draws draws, PolicyEffect policyEffect, double newGeneration) {
        this.draws = draws;
        this.policyEffect = policyEffect;
        this.newGeneration = newGeneration;
    }

    void draw(Person person) {
        CmdsWave wave = person.wave;
        Member self = person.self();
        int policy = person.city.adopted(wave.year()) ? 1 : 0;
        double centred = policy - Effects.SHARE;
        boolean ill = draws.chance(Margins.POOR_HEALTH);
        boolean experienced = draws.chance(Margins.EXPERIENCED);
        person.ill = wave.asksHealth() ? (ill ? 1 : 2) : Answer.NONE;
        person.experience = wave.asksExperience() ? (experienced ? 1 : 2) : Answer.NONE;
        double perHead = expenditurePerHead();
        double log = StrictMath.log(perHead);
        double probability = Effects.CROSS_CITY_MEAN
                + person.city.base(wave.year())
                + Effects.year(wave.year())
                + characteristics(person, log)
                + Effects.CROSS_CITY * -Effects.SHARE
                + policy * effect(person, self, ill, experienced);
        boolean crossCity = draws.chance(Math.max(0.01, Math.min(0.99, probability)));
        person.range = crossCity && !person.city.isMunicipality() ? 2 : 3;
        work(person, centred);
        money(person, perHead, log, centred);
        opinions(person);
    }

    private double effect(Person person, Member self, boolean ill, boolean experienced) {
        return policyEffect.of(person.city, person.wave.year())
                + Effects.NEW_GENERATION * ((self.birthYear > NEW_GENERATION_AFTER ? 1 : 0) - newGeneration)
                + Effects.POOR_HEALTH * ((ill ? 1 : 0) - Margins.POOR_HEALTH)
                + Effects.EXPERIENCE * ((experienced ? 1 : 0) - Margins.EXPERIENCED);
    }

    /** What the nine characteristics of person and family add. */
    private static double characteristics(Person person, double logExpenditure) {
        Member self = person.self();
        double age = person.wave.year() - self.birthYear;
        int family = person.family();
        return Effects.AGE * (age - 35)
                + Effects.AGE_SQUARED * (age * age - 35 * 35)
                + Effects.HAN * (person.han ? 1 : 0)
                + Effects.EDUCATION * (self.education >= 4 ? 1 : 0)
                + Effects.MARRIED * (self.marital == Member.MARRIED ? 1 : 0)
                + Effects.LOG_EXPENDITURE * (logExpenditure - Margins.LOG_EXPENDITURE)
                + Effects.FAMILY_SIZE * (family - 2.6)
                + Effects.LABOUR_SHARE * ((double) person.working() / family - 0.66);
    }

    private double expenditurePerHead() {
        double drawn;
        do {
            drawn = StrictMath.exp(Margins.LOG_EXPENDITURE + Margins.LOG_EXPENDITURE_SD * draws.normal());
        } while (drawn < Margins.LEAST_EXPENDITURE || drawn > Margins.MOST_EXPENDITURE);
        return drawn;
    }

    private void work(Person person, double policy) {
        boolean alone = true;
        for (int m = 1; m < person.size; m++) {
            alone &= person.members[m].residence != Member.HERE;
        }
        boolean self = draws.chance(
                alone
                        ? 0.25 + Effects.SELF_EMPLOYED_ALONE * policy
                        : 0.42 + Effects.SELF_EMPLOYED_ACCOMPANIED * policy);
        double u = draws.uniform();
        person.employment = self ? (u < 0.15 ? 1 : 2) : u < 0.72 ? 3 : u < 0.94 ? 4 : 5;
    }

    private void money(Person person, double perHead, double logPerHead, double policy) {
        double prices = Prices.index(person.wave.year()) / 100;
        double log = logPerHead + StrictMath.log(person.family());
        double household = 8.55 + 0.75 * (log - 8.6) + Effects.HOUSEHOLD_INCOME * policy + 0.35 * draws.normal();
        double own = 7.95
                + 0.20 * (person.self().sex == 1 ? 1 : 0)
                + 0.10 * (person.self().education - 3)
                + 0.30 * (logPerHead - Margins.LOG_EXPENDITURE)
                + Effects.OWN_INCOME * policy
                + 0.40 * draws.normal();
        person.expenditure = Math.round(perHead * person.family() * prices);
        person.householdIncome = Math.round(StrictMath.exp(household) * prices);
        person.ownIncome = draws.chance(Margins.OWN_INCOME_ASKED)
                ? refusable(Math.round(StrictMath.exp(own) * prices))
                : Answer.NONE;
        person.housing = refusable(Math.round(person.expenditure * 0.3 * draws.uniform()));
        spoil(person);
    }

    /** Expenditure that is not asked, refused, or no household can have. */
    private void spoil(Person person) {
        if (!draws.chance(person.wave.expenditureAsked())) {
            person.expenditure = Answer.NONE;
        } else if (!draws.chance(Margins.COMPLETE)) {
            double u = draws.uniform();
            person.expenditure = u < 0.5 ? Answer.REFUSED : u < 0.75 ? draws.between(1, 20) : person.expenditure * 100;
        }
    }

    private long refusable(long answer) {
        return draws.chance(Margins.INCOME_REFUSED) ? Answer.REFUSED : answer;
    }

    private void opinions(Person person) {
        double others = Effects.OPINION_URBAN_HUKOU * (person.hukou == InsuranceDraw.AGRICULTURAL ? 0 : 1)
                + Effects.OPINION_EDUCATION * (person.self().education - 3);
        int here = person.isEnrolledHere() ? 1 : 0;
        double u = shifted(draws.uniform(), -others - Effects.STAY_ENROLLED_HERE * here);
        person.stay = u < 0.82 ? 1 : u < 0.85 ? 2 : 3;
        if (person.wave.asksIntegration()) {
            double happy = shifted(draws.uniform(), others + Effects.HAPPINESS_ENROLLED_HERE * here);
            person.happiness = 1 + Math.min(4, (int) (5 * StrictMath.pow(happy, 0.6)));
            double belongs = others + Effects.INTEGRATION_ENROLLED_HERE * here;
            for (int i = 0; i < person.integration.length; i++) {
                boolean against = i == 4;
                double answer = shifted(draws.uniform(), against ? -belongs : belongs);
                person.integration[i] = 1 + Math.min(3, (int) (4 * StrictMath.pow(answer, against ? 1.6 : 0.5)));
            }
        }
    }

    /** A uniform number with the logarithm of its odds shifted: classes of it are an ordered logit in the shift. */
    private static double shifted(double uniform, double shift) {
        return 1 / (1 + (1 - uniform) / uniform * StrictMath.exp(-shift));
    }
}
