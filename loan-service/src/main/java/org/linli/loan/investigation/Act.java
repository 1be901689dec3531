package org.linli.loan.investigation;

import java.util.List;
import org.linli.starter.picture.PictureRefusal;

/** What became of an investigator's act. */
sealed interface Act<T> {
    record Done<T>(T result) implements Act<T> {}

    /** @param gaps what exactly is in the way, where it is more than one thing */
    record Refused<T>(Refusal reason, List<Gap> gaps) implements Act<T> {}

    record PictureRefused<T>(PictureRefusal reason) implements Act<T> {}

    /**
     * One thing in the way.
     *
     * @param code of a text {@code investigation.<code>}
     * @param rule that it breaks
     */
    record Gap(String field, String code, String rule, List<Object> arguments) {
        static Gap of(String field, String code, String rule, Object... arguments) {
            return new Gap(field, code, rule, List.of(arguments));
        }
    }

    static <T> Act<T> refused(Refusal reason) {
        return new Refused<>(reason, List.of());
    }
}
