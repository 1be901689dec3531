package org.linli.merchant.audience;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What someone can be. Gender and age are known only of those who agreed to profiling. */
enum Trait {
    GENDER("gender", "FEMALE|MALE|OTHER") {
        @Override
        Stream<String> of(Facts facts, Moment moment) {
            return facts.allows(PROFILING) ? Stream.ofNullable(facts.gender()) : Stream.empty();
        }
    },
    AGE_BAND("ageBand", AgeBand.NAMES) {
        @Override
        Stream<String> of(Facts facts, Moment moment) {
            Integer born = facts.allows(PROFILING) ? facts.bornFrom() : null;
            return born == null ? Stream.empty() : Stream.of(AgeBand.of(born, BankDay.year(moment.today())));
        }
    },
    TAGS("tags", "[\\p{L}\\p{N}_-]{1,20}") {
        @Override
        Stream<String> of(Facts facts, Moment moment) {
            return facts.tags().stream();
        }
    },
    /** Whose shops they had to do with, or which they chose as their own. */
    BRANCH("branch", "[A-Za-z0-9][A-Za-z0-9_-]{0,31}") {
        @Override
        Stream<String> of(Facts facts, Moment moment) {
            return Stream.concat(
                    Stream.ofNullable(facts.homeBranch()),
                    facts.shops().stream()
                            .flatMap(shop -> Arrays.stream(shop.path().split("/"))));
        }
    };

    private static final String PROFILING = "PROFILING";

    private final String field;
    private final Pattern word;

    Trait(String field, String word) {
        this.field = field;
        this.word = Pattern.compile(word);
    }

    abstract Stream<String> of(Facts facts, Moment moment);

    static Optional<Trait> named(@Nullable String field) {
        return Arrays.stream(values())
                .filter(trait -> trait.field.equals(field))
                .findFirst();
    }

    String field() {
        return field;
    }

    Pattern word() {
        return word;
    }
}
