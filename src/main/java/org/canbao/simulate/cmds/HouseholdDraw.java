package org.canbao.simulate.cmds;

/**
 * Draws who belongs to the household, who of them lives here, and who works. The policy changes who comes along and who
 * works, not who belongs to it.
 */
final class HouseholdDraw {
    /**
     * Whether a member works. The policy changes who came for it, not who works: the share of labour is a control where
     * having come to work is the outcome.
     *
     * @param any the share that works
     * @param cameForIt the share that came here for it, at most {@code any}
     */
    private record Working(double any, double cameForIt) {}

    private final Draws draws;

    HouseholdDraw(Draws draws) {
        this.draws = draws;
    }

    void draw(Person person) {
        double policy = (person.city.adopted(person.wave.year()) ? 1 : 0) - Effects.SHARE;
        if (person.self().marital == Member.UNMARRIED) {
            unmarried(person, policy);
        } else if (draws.chance(Margins.childless(person.wave.year() - person.self().birthYear))) {
            couple(person, policy);
        } else {
            parents(person, policy);
        }
    }

    private void couple(Person person, double policy) {
        boolean together = draws.chance(Margins.CHILDLESS_TOGETHER + Effects.COUPLE_TOGETHER * policy);
        spouse(person, together, new Working(0.80, 0.75 + Effects.SPOUSE_OF_CHILDLESS_WORKS * policy));
    }

    private void parents(Person person, double policy) {
        double u = draws.uniform();
        double all = Margins.WITH_CHILDREN_TOGETHER + Effects.COUPLE_WITH_CHILDREN * policy;
        double alone = Margins.WITH_CHILDREN_ALONE + Effects.COUPLE_ALONE * policy;
        boolean together = u < all;
        boolean isAlone = !together && u < all + alone;
        boolean withoutSpouse = !together && !isAlone && u < all + alone + Margins.WITH_CHILDREN_WITHOUT_SPOUSE;
        Working works = together
                ? new Working(0.68, 0.62 + Effects.SPOUSE_OF_PARENTS_WORKS * policy)
                : new Working(0.80, 0.72 + Effects.OTHERS_WORK * policy);
        spouse(person, together || (!isAlone && !withoutSpouse), works);
        double v = draws.uniform();
        int children = v < 0.855 ? 1 : v < 0.94 ? 2 : v < 0.972 ? 3 : draws.between(4, 8);
        for (int c = 0; c < children; c++) {
            child(person, together || withoutSpouse);
        }
    }

    private void unmarried(Person person, double policy) {
        double u = draws.uniform();
        double withParents = Margins.UNMARRIED_WITH_PARENTS + Effects.WITH_PARENTS * policy;
        if (u < withParents) {
            int both = draws.chance(0.8) ? 2 : 1;
            for (int p = 0; p < both; p++) {
                Working works = new Working(0.60, 0.50 + Effects.OTHERS_WORK * policy / 1.5);
                relative(person, Member.PARENT, draws.between(22, 30), works);
            }
        } else if (u >= Margins.UNMARRIED_WITH_PARENTS + Margins.UNMARRIED_ALONE) {
            Working works = new Working(0.80, 0.72 + Effects.OTHERS_WORK * policy);
            relative(person, Member.SIBLING, draws.between(-5, 5), works);
        }
    }

    private void spouse(Person person, boolean here, Working works) {
        Member self = person.self();
        Member spouse = person.add(Member.SPOUSE);
        spouse.sex = 3 - self.sex;
        spouse.birthYear = Math.min(self.birthYear + draws.between(-4, 4), person.wave.year() - 16);
        spouse.marital = Member.MARRIED;
        settle(person, spouse, here, here ? works : new Working(Margins.SPOUSE_ELSEWHERE_WORKS, 0));
    }

    private void child(Person person, boolean here) {
        Member child = person.add(Member.CHILD);
        child.sex = draws.between(1, 2);
        int parentAge = person.wave.year() - person.self().birthYear;
        child.birthYear = person.wave.year() - Math.max(0, Math.min(parentAge - 20, draws.between(0, 17)));
        child.marital = Member.UNMARRIED;
        settle(person, child, here, new Working(0, 0));
    }

    private void relative(Person person, int relation, int older, Working works) {
        Member relative = person.add(relation);
        relative.sex = draws.between(1, 2);
        relative.birthYear = Math.min(person.self().birthYear - older, person.wave.year() - 1);
        relative.marital = relation == Member.PARENT ? Member.MARRIED : Member.UNMARRIED;
        settle(person, relative, true, works);
    }

    /** Where a member lives, since when and why: members come with the respondent or up to some years later. */
    private void settle(Person person, Member member, boolean here, Working works) {
        boolean working = draws.chance(works.any());
        boolean cameToWork = working && draws.chance(works.cameForIt() / works.any());
        member.birthMonth = draws.between(1, 12);
        member.education = 1 + draws.place(Margins.EDUCATION);
        member.technical = draws.chance(0.4);
        member.works = working ? 1 : 2;
        member.residence = here ? Member.HERE : Member.AT_HOME;
        if (!here) {
            member.reason = Answer.NONE;
            member.arrivalYear = Answer.NONE;
            member.arrivalMonth = Answer.NONE;
            return;
        }
        member.reason = cameToWork ? (draws.chance(0.85) ? Member.WORK : Member.BUSINESS) : Member.WITH_FAMILY;
        // More than six months before the survey: a year of arrival before the last, or its first half.
        int years = 1 + (int) (6 * draws.uniform() * draws.uniform());
        member.arrivalYear = Math.max(member.birthYear, person.wave.year() - years);
        member.arrivalMonth = years == 1 ? draws.between(1, 10) : draws.between(1, 12);
    }
}
