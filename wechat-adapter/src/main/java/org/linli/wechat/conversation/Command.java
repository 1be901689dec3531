package org.linli.wechat.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a follower can ask for, by text or by menu key. */
enum Command {
    NEARBY_OFFERS(Set.of("附近优惠", "优惠", "附近優惠", "優惠", "nearby", "offers", "nearby_offers")),
    LOAN_PROGRESS(Set.of("贷款进度", "贷款", "貸款進度", "loan", "loan progress", "loan_progress"));

    private final Set<String> words;

    Command(Set<String> words) {
        this.words = words;
    }

    /** The command that the text is, but for spaces, case and punctuation at its end. */
    static Optional<Command> of(String text) {
        if (text.length() > 40) {
            return Optional.empty();
        }
        String word = text.strip().replaceAll("[\\p{Punct}。！？，~～\\s]+$", "").toLowerCase(Locale.ROOT);
        for (Command command : values()) {
            if (command.words.contains(word)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
