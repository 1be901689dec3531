package org.linli.wechat.conversation;

import java.util.Locale;
import org.linli.wechat.follower.Followers;
import org.linli.wechat.loans.LoanAnswer;
import org.linli.wechat.loans.LoanProgress;
import org.linli.wechat.message.FollowerMessage;
import org.linli.wechat.message.Reply;
import org.linli.wechat.message.Sender;
import org.linli.wechat.nearby.NearbyAnswer;
import org.linli.wechat.nearby.NearbyOffers;
import org.springframework.stereotype.Service;

/** Decides what to answer. Knows no deadline and no delivery: asked twice it answers twice the same. */
@Service
public class Conversation {
    private final NearbyOffers nearby;
    private final LoanProgress loans;
    private final Followers followers;
    private final Texts texts;

    Conversation(NearbyOffers nearby, LoanProgress loans, Followers followers, Texts texts) {
        this.nearby = nearby;
        this.loans = loans;
        this.followers = followers;
        this.texts = texts;
    }

    public Reply reply(FollowerMessage message) {
        return message.match(new Answers());
    }

    private final class Answers implements FollowerMessage.Cases<Reply> {
        @Override
        public Reply text(FollowerMessage.Text message) {
            return command(message.sender(), message.content(), Texts.languageOf(message.content()));
        }

        @Override
        public Reply menuClicked(FollowerMessage.MenuClicked message) {
            return command(message.sender(), message.eventKey(), Locale.SIMPLIFIED_CHINESE);
        }

        @Override
        public Reply location(FollowerMessage.Location message) {
            return offers(nearby.at(message.sender(), message.point()), Locale.SIMPLIFIED_CHINESE);
        }

        @Override
        public Reply subscribed(FollowerMessage.Subscribed message) {
            followers.followed(message.sender());
            return texts.say("welcome", Locale.SIMPLIFIED_CHINESE);
        }

        @Override
        public Reply unsubscribed(FollowerMessage.Unsubscribed message) {
            followers.unfollowed(message.sender());
            nearby.forget(message.sender());
            return Reply.SILENCE;
        }

        @Override
        public Reply otherContent(FollowerMessage.OtherContent message) {
            return texts.say("menu", Locale.SIMPLIFIED_CHINESE);
        }

        @Override
        public Reply notice(FollowerMessage.Notice message) {
            return Reply.SILENCE;
        }
    }

    private Reply command(Sender sender, String words, Locale language) {
        return Command.of(words)
                .map(command -> switch (command) {
                    case NEARBY_OFFERS -> offers(nearby.atLastPlaceOf(sender), language);
                    case LOAN_PROGRESS -> loan(loans.of(sender, language), language);
                })
                .orElseGet(() -> texts.say("menu", language));
    }

    private Reply offers(NearbyAnswer answer, Locale language) {
        if (answer instanceof NearbyAnswer.Found found) {
            return texts.offers(found.offers(), language);
        }
        return texts.say(answer instanceof NearbyAnswer.PlaceUnknown ? "send-place" : "nearby-unavailable", language);
    }

    private Reply loan(LoanAnswer answer, Locale language) {
        if (answer instanceof LoanAnswer.InStage stage) {
            return texts.loanStage(stage, language);
        }
        if (answer instanceof LoanAnswer.NotBound) {
            return texts.say("loan-not-bound", language);
        }
        return texts.say(answer instanceof LoanAnswer.NoApplication ? "loan-none" : "loan-unavailable", language);
    }
}
