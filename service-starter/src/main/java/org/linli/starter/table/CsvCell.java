package org.linli.starter.table;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One cell of a csv file. */
public final class CsvCell {
    /** By it spreadsheets know UTF-8; the first character of a file. */
    public static final char BYTE_ORDER_MARK = '\ufeff';

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private CsvCell() {}

    /** A text that begins like a formula would be computed on whoever's machine opens the file; a number is none. */
    public static String harmless(@Nullable Object cell) {
        String text = Objects.toString(cell, "");
        boolean formula = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula && !(cell instanceof Number) ? "'" + text : text;
    }
}
