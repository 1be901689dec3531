package org.linli.merchant.favourite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.HttpTest;
import org.linli.starter.Ids;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

class FavouriteHttpTest extends HttpTest {
    private static final String LIST = "/api/v1/me/favourites/";

    private String consumer;
    private String merchantId;
    private String offerId;

    @BeforeEach
    void anOffer() throws Exception {
        consumer = "fan-" + Ids.next();
        merchantId = approvedMerchant();
        offerId = liveOffer(merchantId, 5, 1);
    }

    @Test
    void offersMerchantsAndFollowedShopsAreListsOfTheirOwn() throws Exception {
        like("offer", offerId)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("牛肉面八折"))
                .andExpect(jsonPath("$.available").value(true));
        like("merchant", merchantId).andExpect(jsonPath("$.name").value("老街面馆"));
        like("followed", merchantId).andExpect(status().isOk());
        assertThat(ids("offer", "")).containsExactly(offerId);
        assertThat(ids("merchant", "")).containsExactly(merchantId);
        assertThat(ids("followed", "")).containsExactly(merchantId);
    }

    @Test
    void repeatingChangesNothingAndRemovingTwiceNeither() throws Exception {
        String since = body(like("offer", offerId)).path("since").asString();
        like("offer", offerId).andExpect(jsonPath("$.since").value(since));
        assertThat(ids("offer", "")).hasSize(1);
        unlike("offer", offerId).andExpect(status().isNoContent());
        unlike("offer", offerId).andExpect(status().isNoContent());
        assertThat(ids("offer", "")).isEmpty();
    }

    @Test
    void whatThePublicDoesNotSeeCannotBeLiked() throws Exception {
        refused(like("offer", draft(merchantId, offer(5, 1))), 404, "not-found");
        refused(like("merchant", appliedMerchant()), 404, "not-found");
        refused(like("followed", "none"), 404, "not-found");
        refused(like("branch", "B01"), 400, "invalid-parameter");
    }

    @Test
    void anEndedOfferStaysOnTheListAndSaysSo() throws Exception {
        like("offer", offerId);
        tell("/api/v1/offers/" + offerId + "/end", Callers.owner(merchantId), null)
                .andExpect(status().isOk());
        ask(LIST + "offer", Callers.consumer(consumer))
                .andExpect(jsonPath("$.items[0].id").value(offerId))
                .andExpect(jsonPath("$.items[0].available").value(false));
    }

    @Test
    void aListHasALimitAndPages() throws Exception {
        List<String> liked = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            liked.add(0, draftLive());
            like("offer", liked.get(0)).andExpect(status().isOk());
        }
        refused(like("offer", draftLive()), 422, "too-many-favourites");
        JsonNode first = body(ask(LIST + "offer?size=3", Callers.consumer(consumer)));
        assertThat(first.path("items")).hasSize(3);
        List<String> seen = new ArrayList<>();
        first.path("items").forEach(one -> seen.add(one.path("id").asString()));
        seen.addAll(ids("offer", "?after=" + first.path("next").asString()));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(liked);
        refused(ask(LIST + "offer?after=x", Callers.consumer(consumer)), 400, "invalid-parameter");
    }

    @Test
    void nobodySeesAnothersList() throws Exception {
        like("offer", offerId);
        ask(LIST + "offer", Callers.consumer("another"))
                .andExpect(jsonPath("$.items.length()").value(0));
        refused(ask(LIST + "offer", Callers.owner(merchantId)), 403, "forbidden");
    }

    private String draftLive() throws Exception {
        return liveOffer(merchantId, 5, 1);
    }

    private ResultActions like(String kind, String id) throws Exception {
        return mvc.perform(put(LIST + kind + "/" + id).with(Callers.consumer(consumer)));
    }

    private ResultActions unlike(String kind, String id) throws Exception {
        return mvc.perform(delete(LIST + kind + "/" + id).with(Callers.consumer(consumer)));
    }

    private List<String> ids(String kind, String query) throws Exception {
        List<String> ids = new ArrayList<>();
        body(ask(LIST + kind + query, Callers.consumer(consumer)))
                .path("items")
                .forEach(one -> ids.add(one.path("id").asString()));
        return ids;
    }
}
