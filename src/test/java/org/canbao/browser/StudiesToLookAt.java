package org.canbao.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.canbao.math.CounterRandom;
import org.canbao.run.RunListener;
import org.canbao.run.RunRequest;
import org.canbao.run.StudyRun;
import org.canbao.spec.Lang;

/**
 * Pages to look at: a study with whatever is hard to show (seven columns, long labels, Chinese, a figure, printed numbers
 * that agree and that do not), and one of the repository.
 */
final class StudiesToLookAt {
    private static final String STUDY = """
            study: wide
            title: {en: Direct settlement & the <mobility> of rural labour in cities of every size, zh: 异地就医直接结算与农村劳动力流动}
            question: {en: Do people move farther once their bills are settled where they are?, zh: 直接结算之后，人们是否流动得更远？}
            abstract: {en: A made-up panel of cities with an effect of one half., zh: 虚构的城市面板数据，政策效应为0.5。}
            inputs:
              persons: {dataset: panel, file: panel.csv}
            sample:
              from: persons
              derive: {did: "coalesce(year >= adopted, false)"}
              filters:
                - {id: late, keep: "year >= 2011", en: Years in which everything that is needed was asked, zh: 所需问题均有调查的年份}
            lists: {controls: age + income}
            labels:
              did: {en: Direct settlement of bills at the place of residence, zh: 医保异地就医直接结算政策冲击}
              y: {en: Moved across cities, zh: 省内跨市流动}
              income: {en: Household income in thousand yuan, zh: 家庭收入（千元）}
            defaults: {vcov: cluster, cluster: [city]}
            specs:
              a: {model: ols, formula: y ~ did | city + year}
              b: {model: ols, formula: y ~ did + @controls | city + year}
              c: {model: ols, formula: y ~ did + @controls | city + year, where: year > 2012}
              d: {model: ols, formula: y ~ did + @controls | city + year, where: year < 2017}
              e: {model: ols, formula: y ~ did + @controls | city + year, where: age > 30}
              f: {model: ols, formula: y ~ did + @controls | city + year, where: age <= 50}
              g: {model: ols, formula: log(income) ~ did + age | city + year}
              dynamic: {model: event-study, outcome: y, cohort: adopted, time: year, window: [-3, 3], reference: -1, fixed_effects: [city, year]}
              aside: {model: ols, formula: y ~ did + age, vcov: hc1}
            tables:
              table-1: {kind: summary, title: {en: Descriptive statistics, zh: 描述性统计}, variables: [y, did, age, income]}
              table-2: {title: {en: Direct settlement and moving across cities, zh: 直接结算与跨市流动}, columns: [a, b, c, d, e, f, g]}
            figures:
              table-2: {kind: event-study, title: {en: Effect by years since adoption, zh: 政策前后的效应}, spec: dynamic}
            published: printed
            """;

    private static final String PRINTED = """
            table,column,row,statistic,value,std_error,stars,n
            table-2,(1),did,coefficient,0.5,0.1,***,288
            table-2,(2),did,coefficient,9.9,0.1,*,288
            table-2,(2),a-name-that-is-long-enough-to-be-broken-on-a-telephone,coefficient,0.2,0.1,***,288
            table-2,(1),n,n,288,,,
            """;

    private StudiesToLookAt() {}

    /** Runs both into a folder. */
    static void run(Path folder, Path out) throws IOException {
        Files.createDirectories(folder.resolve("printed"));
        Files.writeString(folder.resolve("wide.yaml"), STUDY);
        Files.writeString(folder.resolve("panel.csv"), panel());
        Files.writeString(folder.resolve("printed/table-2.csv"), PRINTED);
        Files.writeString(folder.resolve("printed/map.yaml"), "exhibits:\n  table-2: {columns: {(1): a, (2): b}}\n");
        run(folder.resolve("wide.yaml"), folder, out);
        run(Path.of("configs/active-capital.yaml"), folder, out);
    }

    private static void run(Path study, Path folder, Path out) {
        RunRequest request = new RunRequest(study, out, folder.resolve("store"), Map.of(), Set.of(), Lang.EN, 2, false);
        StudyRun.run(request, RunListener.SILENT);
    }

    /** Twelve cities and eight years; every third city never adopts. */
    private static String panel() {
        StringBuilder rows = new StringBuilder("city,year,adopted,age,income,y\n");
        CounterRandom random = new CounterRandom(1, "pages", 0);
        for (int city = 0; city < 12; city++) {
            for (int year = 2010; year < 2018; year++) {
                for (int person = 0; person < 3; person++) {
                    String adopted = city % 3 == 0 ? "" : String.valueOf(2012 + city % 3);
                    boolean treated = city % 3 != 0 && year >= 2012 + city % 3;
                    rows.append(city).append(',').append(year).append(',').append(adopted);
                    rows.append(',').append(20 + (int) (40 * random.nextDouble()));
                    rows.append(',').append(1 + random.nextDouble());
                    rows.append(',')
                            .append((treated ? 0.5 : 0) + random.nextDouble())
                            .append('\n');
                }
            }
        }
        return rows.toString();
    }
}
