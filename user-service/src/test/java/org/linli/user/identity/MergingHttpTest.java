package org.linli.user.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.PeopleHttpTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A person is one user, however many official accounts they come through. */
class MergingHttpTest extends PeopleHttpTest {
    private final String first = "o-hq-" + Ids.next();
    private final String second = "o-b01-" + Ids.next();
    private final String unionid = "u-" + Ids.next();

    @Autowired
    private Merging merging;

    @Autowired
    private UserStore store;

    @Autowired
    private PersonFields fields;

    @Test
    void whoever_shows_the_same_unionid_is_the_same_user() throws Exception {
        String one = userId(wechat("hq", first, unionid));
        assertThat(userId(wechat("b01", second, unionid))).isEqualTo(one);
        assertThat(userId(wechat("b01", second, null))).isEqualTo(one);
    }

    @Test
    void a_later_unionid_attaches_to_the_user_who_is_there() throws Exception {
        String one = userId(wechat("hq", first, null));
        assertThat(userId(wechat("hq", first, unionid))).isEqualTo(one);
        assertThat(userId(wechat("b01", second, unionid))).isEqualTo(one);
    }

    @Test
    void what_the_younger_was_bound_to_and_told_is_readable_at_the_older() throws Exception {
        String number = "C" + Ids.next();
        bankKnows(number, false);
        String older = userId(wechat("hq", first, null));
        String younger = wechat("b01", second, null);
        bind(younger, newPhone()).andExpect(status().isOk());
        place("/api/v1/me/profile", younger, Map.of("nickname", "小王")).andExpect(status().isOk());
        wechat("b01", second, unionid);
        String survivor = wechat("hq", first, unionid);
        assertThat(userId(survivor)).isEqualTo(older);
        ask("/api/v1/me/binding", survivor).andExpect(jsonPath("$.name").value("欧**"));
        ask("/api/v1/me/profile", survivor).andExpect(jsonPath("$.nickname").value("小王"));
    }

    @Test
    void two_users_who_turn_out_to_be_one_become_the_older() throws Exception {
        String older = userId(wechat("hq", first, null));
        String younger = wechat("b01", second, null);
        String youngerId = userId(younger);
        place("/api/v1/me/consents/MARKETING", younger, Map.of("granted", true, "textVersion", "v1"));
        assertThat(youngerId).isNotEqualTo(older);
        wechat("b01", second, unionid);
        String survivor = wechat("hq", first, unionid);
        assertThat(userId(survivor)).isEqualTo(older);
        assertThat(userId(wechat("b01", second, null))).isEqualTo(older);
        ask("/api/v1/me/consents", survivor)
                .andExpect(jsonPath("$.items[0].granted").value(true));
        assertThat(store.find(youngerId).orElseThrow().mergedInto()).isEqualTo(older);
    }

    @Test
    void sixteen_first_logins_at_once_through_two_accounts_make_one_user() throws Exception {
        assertThat(sixteenLogins()).hasSize(1);
    }

    @Test
    void sixteen_logins_at_once_merge_two_users_into_the_older_and_lose_neither() throws Exception {
        String older = userId(wechat("hq", first, null));
        String younger = userId(wechat("b01", second, null));
        sixteenLogins();
        assertThat(userId(wechat("b01", second, null))).isEqualTo(older);
        assertThat(userId(wechat("hq", first, null))).isEqualTo(older);
        assertThat(store.find(older).orElseThrow().absorbed()).containsExactly(younger);
        assertThat(store.find(older).orElseThrow().mergedInto()).isNull();
        assertThat(mongo.findById(younger, Merging.Plan.class, "user_merges")).isNull();
    }

    private Set<String> sixteenLogins() throws Exception {
        List<String> codes = IntStream.range(0, 16)
                .mapToObj(i -> wechatCode(i % 2 == 0 ? "hq" : "b01", i % 2 == 0 ? first : second, unionid))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<String>> running = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(() -> body(tell(
                                    "/api/v1/auth/wechat",
                                    null,
                                    Map.of("accountId", i % 2 == 0 ? "hq" : "b01", "code", codes.get(i))))
                            .path("accessToken")
                            .asString()))
                    .toList();
            Set<String> users = new TreeSet<>();
            for (Future<String> one : running) {
                String claims = one.get().split("\\.")[1];
                users.add(json.readTree(java.util.Base64.getUrlDecoder().decode(claims))
                        .path("sub")
                        .asString());
            }
            return users;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_merge_cut_off_after_the_note_is_finished_at_the_next_start() throws Exception {
        String older = userId(wechat("hq", first, null));
        String younger = userId(wechat("b01", second, null));
        mongo.insert(new Merging.Plan(younger, older, Instant.now()), "user_merges");
        merging.resume();
        assertThat(userId(wechat("b01", second, null))).isEqualTo(older);
        assertThat(store.find(older).orElseThrow().absorbed()).containsExactly(younger);
        assertThat(mongo.findById(younger, Merging.Plan.class, "user_merges")).isNull();
    }

    @Test
    void a_merge_cut_off_after_the_freeze_is_finished_at_the_next_login() throws Exception {
        String older = userId(wechat("hq", first, null));
        String younger = wechat("b01", second, null);
        String youngerId = userId(younger);
        place("/api/v1/me/consents/LOCATION", younger, Map.of("granted", true, "textVersion", "v1"));
        mongo.insert(new Merging.Plan(youngerId, older, Instant.now()), "user_merges");
        store.change(youngerId, user -> user.mergeInto(older));
        String survivor = wechat("b01", second, null);
        assertThat(userId(survivor)).isEqualTo(older);
        ask("/api/v1/me/consents", survivor)
                .andExpect(jsonPath("$.items[2].granted").value(true));
        assertThat(mongo.findById(youngerId, Merging.Plan.class, "user_merges")).isNull();
    }

    @Test
    void a_merge_cut_off_after_the_hand_over_is_finished_and_told_once() throws Exception {
        String older = userId(wechat("hq", first, null));
        String younger = userId(wechat("b01", second, null));
        mongo.insert(new Merging.Plan(younger, older, Instant.now()), "user_merges");
        store.change(younger, user -> user.mergeInto(older));
        User frozen = store.find(younger).orElseThrow();
        store.change(older, user -> user.absorb(frozen, fields, Instant.now()));
        long told = store.find(older).orElseThrow().sequence();
        merging.resume();
        assertThat(store.find(older).orElseThrow().sequence()).isEqualTo(told);
        assertThat(userId(wechat("b01", second, null))).isEqualTo(older);
    }
}
