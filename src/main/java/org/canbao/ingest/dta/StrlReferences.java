package org.canbao.ingest.dta;

import java.nio.ByteOrder;
import java.util.List;
import org.canbao.ingest.dta.DtaSections.Field;

/**
 * How the 8 bytes of a reference to a long string divide into variable and row. Release 119 has 3 and 5 bytes, but some
 * software (ReadStat, and haven with it) writes 2 and 6, as in release 118. The division is one for the whole file:
 * asking again in every cell would find wrong strings, as a row number that is a multiple of 256 in one division is
 * another row's in the other.
 *
 * @param variableBytes the bytes of the variable
 * @param order the byte order
 */
record StrlReferences(int variableBytes, ByteOrder order) {
    private static final int FALLBACK = 2;

    /** The division that the references of the file obey: its release's, unless one of them leads nowhere. */
    static StrlReferences of(DtaSections sections, RowBlock block) {
        StrlReferences own = new StrlReferences(sections.release().referenceVariableBytes(), sections.order());
        List<Field> fields = sections.fields().stream()
                .filter(f -> f.type().kind() == DtaType.Kind.LONG_TEXT)
                .toList();
        if (sections.release() != DtaRelease.R119 || fields.isEmpty()) {
            return own;
        }
        StrlReferences other = new StrlReferences(FALLBACK, sections.order());
        StrlIndex index = sections.strls();
        for (long row = 0; row < sections.rows(); row += block.capacity()) {
            block.read(row, (int) Math.min(block.capacity(), sections.rows() - row));
            for (int i = 0; i < block.rows(); i++) {
                for (Field field : fields) {
                    long reference = block.buffer().getLong(i * block.width() + field.offset());
                    boolean fitsOwn = reference == 0 || own.offset(index, reference) >= 0;
                    boolean fitsOther = reference == 0 || other.offset(index, reference) >= 0;
                    if (fitsOwn != fitsOther) {
                        return fitsOwn ? own : other;
                    }
                }
            }
        }
        return own;
    }

    /** The offset of the long string that is meant; -1 if there is none. */
    long offset(StrlIndex index, long reference) {
        return index.offset(variable(reference), row(reference));
    }

    /** The variable that is meant, from 1. */
    long variable(long reference) {
        int bits = 8 * variableBytes;
        return order == ByteOrder.LITTLE_ENDIAN ? reference & ((1L << bits) - 1) : reference >>> (64 - bits);
    }

    /** The row that is meant, from 1. */
    long row(long reference) {
        int bits = 8 * variableBytes;
        return order == ByteOrder.LITTLE_ENDIAN ? reference >>> bits : reference & (-1L >>> bits);
    }
}
