package org.linli.merchant.favourite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.merchant.HttpTest;
import org.linli.merchant.favourite.Favourite.Kind;
import org.linli.merchant.sameperson.SamePeople;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;

/** Favourites go along with whoever turned out to be somebody else (rules W-8, M-7). At most four here. */
class MovingRules extends HttpTest {
    private static final Instant SINCE = Instant.parse("2026-11-01T00:00:00Z");

    @Autowired
    Moving moving;

    @Autowired
    Favouring favouring;

    @Autowired
    Shortlists shortlists;

    @Autowired
    SamePeople people;

    private String oldest;
    private String past;
    private String present;

    @BeforeEach
    void threePeople() {
        oldest = "oldest-" + Ids.next();
        past = "past-" + Ids.next();
        present = "present-" + Ids.next();
    }

    @Test
    void whatWasLikedBeforeIsLikedNowOnceHoweverOftenItIsTold() {
        likes(past, "m1", "m2");
        likes(present, "m2", "m3");
        moving.became(past, present);
        assertThat(likedBy(present)).containsExactlyInAnyOrder("m1", "m2", "m3");
        assertThat(likedBy(past)).isEmpty();
        favouring.remove(present, Kind.followed, "m1");
        moving.became(past, present);
        assertThat(likedBy(present)).containsExactlyInAnyOrder("m2", "m3");
    }

    @Test
    void aProcessThatDiesInBetweenIsFollowedByOneThatBringsNothingBack() {
        likes(past, "m1", "m2");
        people.became(past, present);
        moving.takeOver(shortlists.find(Shortlist.id(past)).orElseThrow(), present);
        favouring.remove(present, Kind.followed, "m1");
        moving.became(past, present);
        assertThat(likedBy(present)).containsExactly("m2");
        assertThat(likedBy(past)).isEmpty();
    }

    @Test
    void aProcessThatDiesBeforeItMovedAnythingLosesNothing() {
        likes(past, "m1");
        people.became(past, present);
        moving.became(past, present);
        assertThat(likedBy(present)).containsExactly("m1");
    }

    @Test
    void aChainArrivesAtItsEndWhateverIsToldFirst() {
        likes(oldest, "m1");
        likes(past, "m2");
        moving.became(past, present);
        moving.became(oldest, past);
        assertThat(likedBy(present)).containsExactlyInAnyOrder("m1", "m2");
        assertThat(likedBy(oldest)).isEmpty();
    }

    @Test
    void theLimitStaysAndTheNewestCome() {
        likes(present, "m1", "m2");
        likes(past, "m3", "m4", "m5");
        moving.became(past, present);
        assertThat(likedBy(present)).containsExactlyInAnyOrder("m1", "m2", "m4", "m5");
    }

    @Test
    void aTokenOfThePastLikesForThePresent() throws Exception {
        String merchantId = approvedMerchant();
        moving.became(past, present);
        favouring.add(past, Kind.followed, merchantId);
        assertThat(likedBy(present)).containsExactly(merchantId);
    }

    /** Each a day later than the one before. */
    private void likes(String person, String... merchants) {
        shortlists.ensure(person);
        IntStream.range(0, merchants.length)
                .forEach(i -> shortlists.change(
                        Shortlist.id(person),
                        list -> list.add(Kind.followed, merchants[i], merchants[i], 9, SINCE.plusSeconds(86_400L * i)),
                        added -> true));
    }

    private List<String> likedBy(String person) {
        return favouring.list(person, Kind.followed).stream()
                .map(Favourite::targetId)
                .toList();
    }
}
