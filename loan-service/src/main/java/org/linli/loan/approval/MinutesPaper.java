package org.linli.loan.approval;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.loan.approval.CommitteeView.VoteView;
import org.linli.loan.approval.DecisionView.TermsView;
import org.linli.loan.contract.paper.PaperFont;
import org.linli.loan.contract.paper.Press;
import org.springframework.stereotype.Component;

/** The minutes on paper: everything that is in {@link Minutes}, in the reader's language, with times of the bank. */
@Component
class MinutesPaper {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final ApprovalTexts texts;
    private final String font;

    MinutesPaper(ApprovalTexts texts, ApprovalSettings settings) {
        this.texts = texts;
        this.font = settings.font();
    }

    /** A PDF with its font in it; minutes are printed rarely, so the font is read for each and let go. */
    byte[] print(Minutes minutes, Locale locale) {
        return new Press(new PaperFont(font))
                .print(List.of(lines(minutes, locale)))
                .get(0);
    }

    List<String> lines(Minutes minutes, Locale locale) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + text("title", locale));
        lines.add(text("case", locale, minutes.applicationId(), minutes.round(), minutes.session()));
        lines.add(text("asked", locale, yuan(minutes.askedFen()), minutes.askedMonths()));
        lines.add(text("convened", locale, minutes.convenedBy(), time(minutes.convenedAt()), time(minutes.closesAt())));
        DecisionView.Parameters rules = minutes.parameters();
        lines.add(text("rules", locale, rules.version(), rules.seats(), rules.quorum(), rules.majority()));
        lines.add("## " + text("inputs", locale));
        minutes.inputs().forEach(input -> lines.add(text("input." + input.kind(), locale, reference(input, locale))));
        lines.add("## " + text("proposal", locale));
        proposal(minutes, lines, locale);
        lines.add("## " + text("members", locale));
        minutes.members().forEach(member -> lines.add(member(member, locale)));
        lines.add("## " + text("votes", locale));
        minutes.closing().votes().forEach(vote -> lines.add(vote(vote, locale)));
        lines.add("## " + text("result", locale));
        result(minutes, lines, locale);
        return lines.stream().map(line -> line.replaceAll("\\s+", " ")).toList();
    }

    private void proposal(Minutes minutes, List<String> lines, Locale locale) {
        TermsView terms = minutes.proposal();
        if (terms != null) {
            lines.add(text(
                    "terms",
                    locale,
                    yuan(terms.amountFen()),
                    terms.termMonths(),
                    terms.annualRatePercent(),
                    text("method." + terms.method(), locale)));
        }
        minutes.conditions().forEach(condition -> lines.add(text("condition", locale, condition)));
    }

    private String member(Minutes.Attendance member, Locale locale) {
        String role = text(member.chair() ? "chair" : "member", locale);
        String presence = text(member.voted() ? "voted" : "absent", locale);
        return member.exclusion() == null
                ? text("seat", locale, member.member(), role, presence)
                : text(
                        "excluded",
                        locale,
                        member.member(),
                        role,
                        Objects.requireNonNullElse(member.exclusionText(), ""),
                        Objects.requireNonNullElse(member.exclusionNote(), "-"),
                        Objects.requireNonNullElse(member.excludedBy(), ""));
    }

    private String vote(VoteView vote, Locale locale) {
        return text(
                "vote", locale, vote.member(), text("choice." + vote.choice(), locale), vote.reason(), time(vote.at()));
    }

    private void result(Minutes minutes, List<String> lines, Locale locale) {
        CommitteeView.ClosingView closing = minutes.closing();
        lines.add(text("count", locale, closing.inFavour(), closing.against(), closing.verdictText()));
        Minutes.VetoView veto = minutes.veto();
        if (veto != null) {
            lines.add(text("veto", locale, veto.reason()));
        }
        lines.add(decision(minutes.decision(), locale));
        minutes.reasons().forEach(reason -> lines.add(text("reason", locale, reason.text())));
        minutes.questions().forEach(question -> lines.add(text("question", locale, question)));
        lines.add(text("closed", locale, closing.by(), time(closing.at())));
        lines.add(text("signature", locale));
    }

    private String decision(@Nullable String decision, Locale locale) {
        return decision == null
                ? text("undecided", locale)
                : text("decided", locale, texts.of("decision." + decision, locale));
    }

    private String reference(DecisionView.InputView input, Locale locale) {
        return Objects.requireNonNullElseGet(input.reference(), () -> text("unavailable", locale));
    }

    private String text(String key, Locale locale, Object... facts) {
        Object[] plain = new Object[facts.length];
        for (int i = 0; i < facts.length; i++) {
            plain[i] = String.valueOf(facts[i]);
        }
        return texts.of("minutes." + key, locale, plain);
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
