package org.canbao.ingest.spss;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The first 176 bytes of the file.
 *
 * @param order the byte order of all numbers
 * @param compression how the cases are written
 * @param rows how many cases there are; -1 if the file does not say
 * @param bias what is added to the small whole numbers of the bytecode
 * @param label the label of the file
 */
record SavHeader(ByteOrder order, Compression compression, long rows, double bias, RawBytes label) {
    private static final int MAGIC = 4;
    private static final int PRODUCT = 60;
    private static final int DATE_AND_TIME = 17;
    private static final int LABEL = 64;
    private static final int PADDING = 3;
    private static final int ENCRYPTION_MARK = 16;

    /** How the cases are written. */
    enum Compression {
        NONE("SPSS sav (uncompressed)"),
        BYTECODE("SPSS sav"),
        ZLIB("SPSS zsav");

        private final String words;

        Compression(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Reads the header and sets the byte order of the input. */
    static SavHeader read(SavInput in) {
        boolean zsav = readMagic(in);
        in.skip(PRODUCT, "the header");
        readByteOrder(in);
        in.int32("the header");
        Compression compression = compression(in, zsav);
        in.int32("the header");
        int rows = in.int32("the header");
        if (rows < -1) {
            throw in.faults().contradiction(in.position() - Integer.BYTES, rows + " cases");
        }
        double bias = in.float64("the header");
        if (!Double.isFinite(bias)) {
            throw in.faults().contradiction(in.position() - Double.BYTES, "the compression bias is " + bias);
        }
        in.skip(DATE_AND_TIME, "the header");
        RawBytes label = in.raw(LABEL, "the header");
        in.skip(PADDING, "the header");
        return new SavHeader(in.order(), compression, rows, bias, label);
    }

    private static boolean readMagic(SavInput in) {
        String magic = in.size() < MAGIC ? "" : latin(in.raw(MAGIC, "the header"));
        if (magic.equals("$FL2") || magic.equals("$FL3")) {
            return magic.equals("$FL3");
        }
        String more = latin(in.raw(Math.min(ENCRYPTION_MARK, in.remaining()), "the header"));
        throw in.faults()
                .notSpss(
                        more.contains("ENCRYPTEDSAV")
                                ? "it is encrypted; save it without a password"
                                : in.size() == 0 ? "it is empty" : "it does not begin with $FL2 or $FL3");
    }

    private static String latin(RawBytes bytes) {
        return new String(bytes.copy(), StandardCharsets.ISO_8859_1);
    }

    /** The layout code is 2 or 3; read in the wrong order it is a large number. */
    private static void readByteOrder(SavInput in) {
        in.order(ByteOrder.LITTLE_ENDIAN);
        int layout = in.int32("the header");
        if (layout == 2 || layout == 3) {
            return;
        }
        int swapped = Integer.reverseBytes(layout);
        if (swapped != 2 && swapped != 3) {
            throw in.faults().contradiction(in.position() - Integer.BYTES, "the layout code is neither 2 nor 3");
        }
        in.order(ByteOrder.BIG_ENDIAN);
    }

    private static Compression compression(SavInput in, boolean zsav) {
        int code = in.int32("the header");
        if (zsav != (code == 2) || code < 0 || code > 2) {
            throw in.faults().contradiction(in.position() - Integer.BYTES, "the compression code is " + code);
        }
        return Compression.values()[code];
    }
}
