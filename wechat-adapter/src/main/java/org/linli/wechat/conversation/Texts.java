package org.linli.wechat.conversation;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.linli.wechat.account.WechatSettings;
import org.linli.wechat.loans.LoanAnswer;
import org.linli.wechat.message.Reply;
import org.linli.wechat.nearby.NearbyOffer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The account's words, from the message bundles. */
@Component
class Texts {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageSource messages;
    private final String baseUrl;

    Texts(MessageSource messages, WechatSettings settings) {
        this.messages = messages;
        this.baseUrl = settings.publicBaseUrl().replaceAll("/+$", "");
    }

    /** WeChat does not say which language a follower reads: whoever writes without Chinese characters gets English. */
    static Locale languageOf(String text) {
        boolean english = text.chars().anyMatch(Character::isLetter)
                && text.codePoints()
                        .noneMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
        return english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    /** The text {@code reply.<name>}, with the platform's address as its first argument. */
    Reply say(String name, Locale language) {
        return new Reply(text(name, language, baseUrl));
    }

    Reply offers(List<NearbyOffer> offers, Locale language) {
        if (offers.isEmpty()) {
            return say("nearby-none", language);
        }
        StringBuilder lines = new StringBuilder(text("nearby-found", language, offers.size()));
        for (int i = 0; i < offers.size(); i++) {
            NearbyOffer offer = offers.get(i);
            String link = baseUrl + "/?offer=" + offer.offerId();
            lines.append('\n')
                    .append(text(
                            "nearby-offer",
                            language,
                            i + 1,
                            shortened(offer.title()),
                            shortened(offer.merchantName()),
                            distance(offer.distanceMeters(), language),
                            link));
        }
        return new Reply(lines.append('\n')
                .append(text("nearby-more", language, baseUrl))
                .toString());
    }

    Reply loanStage(LoanAnswer.InStage stage, Locale language) {
        StringBuilder lines = new StringBuilder(text("loan-stage", language, stage.applicationId(), stage.stageName()));
        OffsetDateTime due = stage.stageDueAt();
        if (due != null) {
            lines.append('\n').append(text("loan-due", language, DUE.format(due.atZoneSameInstant(SHANGHAI))));
        }
        String responsible = stage.responsible();
        if (responsible != null && !responsible.isBlank()) {
            lines.append('\n').append(text("loan-responsible", language, responsible));
        }
        return new Reply(lines.toString());
    }

    private String distance(double meters, Locale language) {
        return meters < 995
                ? text("meters", language, Long.toString(Math.round(meters / 10) * 10))
                : text("kilometers", language, String.format(Locale.ROOT, "%.1f", meters / 1_000));
    }

    /** Three offers must fit into one reply, however long a merchant's words are. */
    private static String shortened(String words) {
        String line = words.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= 40
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 39)) + "…";
    }

    private String text(String name, Locale language, Object... arguments) {
        return messages.getMessage("reply." + name, arguments, language);
    }
}
