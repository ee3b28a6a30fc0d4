package org.canbao.simulate.enrolment;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * One part of the extract: persons (GB18030, as older exports have it), spells and settlements (UTF-8) in the columns of
 * the platform's tables.
 */
final class PlatformFiles implements Closeable {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<String> PERSON = List.of(
            "psn_no",
            "psn_name",
            "psn_cert_type",
            "certno",
            "gend",
            "brdy",
            "naty",
            "resd_natu",
            "resd_loc_admdvs",
            "live_admdvs",
            "live_addr",
            "tel",
            "surv_stas",
            "vali_flag");
    private static final List<String> SPELL = List.of(
            "psn_insu_rlts_id",
            "psn_no",
            "emp_no",
            "insutype",
            "crt_insu_date",
            "paus_insu_date",
            "psn_insu_stas",
            "psn_type",
            "hi_type",
            "insu_admdvs",
            "fst_insu_ym",
            "vali_flag");
    private static final List<String> SETTLEMENT = List.of(
            "setl_id",
            "psn_no",
            "psn_name",
            "certno",
            "gend",
            "brdy",
            "insutype",
            "psn_type",
            "insu_admdvs",
            "fixmedins_code",
            "fix_blng_admdvs",
            "begndate",
            "enddate",
            "setl_time",
            "med_type",
            "medfee_sumamt",
            "fund_pay_sumamt",
            "psn_pay",
            "refd_setl_flag",
            "vali_flag");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

    private final CSVPrinter persons;
    private final CSVPrinter spells;
    private final CSVPrinter settlements;

    private final DirtCounts dirt = new DirtCounts();

    /** What is wrong with the rows; whoever writes such a row adds it. */
    DirtCounts dirt() {
        return dirt;
    }

    PlatformFiles(OutputStream persons, OutputStream spells, OutputStream settlements) throws IOException {
        this.persons = printer(persons, GB18030, PERSON);
        this.spells = printer(spells, StandardCharsets.UTF_8, SPELL);
        this.settlements = printer(settlements, StandardCharsets.UTF_8, SETTLEMENT);
    }

    private static CSVPrinter printer(OutputStream out, Charset charset, List<String> header) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator('\n')
                .setHeader(header.toArray(String[]::new))
                .get();
        return new CSVPrinter(new OutputStreamWriter(out, charset), format);
    }

    /** A line of the person master. */
    void person(SimulatedPerson person, String hukouNature, String hukouRegion, String phone) throws IOException {
        persons.printRecord(
                person.number(),
                person.name(),
                "01",
                person.document(),
                person.male() ? "1" : "2",
                person.birth(),
                "01",
                hukouNature,
                hukouRegion,
                SimulatedPerson.region(person.district()),
                "模拟市" + person.district() + "区模拟路"
                        + person.number().substring(person.number().length() - 3) + "号",
                phone,
                "1",
                "1");
    }

    /**
     * A line of the enrolment table.
     *
     * @param spell tells apart the spells of a person
     * @param insurance the code of the scheme
     * @param type the code of the class of persons
     * @param to empty while it lasts
     */
    void spell(
            SimulatedPerson person, int spell, String insurance, String type, LocalDate from, String to, boolean valid)
            throws IOException {
        spells.printRecord(
                person.number() + spell,
                person.number(),
                "",
                insurance,
                from,
                to,
                to.isEmpty() ? "1" : "2",
                type,
                insurance,
                SimulatedPerson.region(person.district()),
                MONTH.format(from),
                valid ? "1" : "0");
    }

    /** A line of the settlement table. */
    void settlement(SimulatedPerson person, String insurance, String type, LocalDate date, double fee, boolean refunded)
            throws IOException {
        double fund = Math.rint(fee * 55) / 100;
        settlements.printRecord(
                person.number() + "S",
                person.number(),
                person.name(),
                person.document(),
                person.male() ? "1" : "2",
                person.birth(),
                insurance,
                type,
                SimulatedPerson.region(person.district()),
                "H990100" + person.district(),
                SimulatedPerson.region(person.district()),
                date,
                date,
                date + " 10:00:00",
                "11",
                fee,
                fund,
                Math.rint((fee - fund) * 100) / 100,
                refunded ? "1" : "0",
                "1");
    }

    @Override
    public void close() throws IOException {
        persons.close();
        spells.close();
        settlements.close();
    }
}
