package org.linli.merchant.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.localstack.shots.Shots;
import org.linli.merchant.Callers;
import org.linli.merchant.DossierTest;
import org.springframework.test.web.servlet.ResultActions;

/** Photos and papers of merchants: who may send, see and remove them (rules M-1, P-1, P-3). */
class DossierHttpTest extends DossierTest {
    private static final String MINE = MERCHANTS + "/mine";

    @Test
    void everybodySeesThePhotosOfAnApprovedMerchantAndOnlyThose() throws Exception {
        String id = appliedMerchant();
        String photo = sent(MINE + "/photos", Callers.owner(id));
        String paper = sent(MINE + "/papers/food-permit", Callers.owner(id));
        String open = MERCHANTS + "/" + id + "/photos/";
        refused(mvc.perform(get(open + photo)), 404, "not-found");
        decide(id, "approval", null).andExpect(status().isOk());
        mvc.perform(get(open + photo))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/jpeg"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        refused(mvc.perform(get(open + paper)), 404, "not-found");
        mvc.perform(get(MERCHANTS + "/" + id)).andExpect(jsonPath("$.photos").value(contains(open + photo)));
        decide(id, "suspension", REASON);
        refused(mvc.perform(get(open + photo)), 404, "not-found");
    }

    @Test
    void wherePhotosWereTakenIsNotToldToAnybody() throws Exception {
        String id = approvedMerchant();
        ResultActions filed = send(MINE + "/photos", Callers.owner(id), Shots.fromAPhone(400, 300, 6));
        filed.andExpect(jsonPath("$.width").value(300));
        byte[] shown = mvc.perform(get(MERCHANTS + "/" + id + "/photos/"
                        + body(filed).path("id").asString()))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(shown))
                        .getFirstDirectoryOfType(GpsDirectory.class))
                .isNull();
    }

    @Test
    void papersAreForTheOwnerAndForStaffInScopeWhoLeaveATrace() throws Exception {
        String id = approvedMerchant();
        String paper = sent(MINE + "/papers/food-permit", Callers.owner(id));
        ask(MINE + "/pictures/" + paper, Callers.owner(id)).andExpect(status().isOk());
        refused(ask(MINE + "/pictures/" + paper, Callers.owner(approvedMerchant())), 404, "not-found");
        String shown = ADMIN + id + "/pictures/" + paper;
        refused(ask(shown, Callers.staff(BRANCH_HEAD, "/hq/elsewhere/")), 404, "not-found");
        refused(ask(shown, Callers.staff("MARKETING_OPERATOR", "/hq/")), 403, "forbidden");
        ask(shown, Callers.staff("ACCOUNT_MANAGER", "/hq/", "manager-" + id))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rowsAbout(id)).anySatisfy(row -> {
                    assertThat(row.action()).isEqualTo("merchant-paper-shown");
                    assertThat(row.actor().subject()).isEqualTo("manager-" + id);
                }));
    }

    @Test
    void theDossierNamesWhatIsMissing() throws Exception {
        String id = appliedMerchant();
        sent(MINE + "/papers/business-licence", Callers.owner(id));
        ask(MINE + "/dossier", Callers.owner(id))
                .andExpect(jsonPath("$.papers[0].paper").value("business-licence"))
                .andExpect(jsonPath("$.missingPapers").value(contains("food-permit")));
        ask(ADMIN + id + "/dossier", Callers.staff(BRANCH_HEAD, "/hq/"))
                .andExpect(jsonPath("$.missingPapers").value(contains("food-permit")));
    }

    @Test
    void aPhotoMayBeRemovedAndAPaperOnlyUntilTheBankReliesOnIt() throws Exception {
        String id = appliedMerchant();
        var owner = Callers.owner(id);
        String wrong = sent(MINE + "/papers/food-permit", owner);
        String paper = sent(MINE + "/papers/food-permit", owner);
        String photo = sent(MINE + "/photos", owner);
        drop(MINE + "/pictures/" + wrong, owner).andExpect(status().isNoContent());
        decide(id, "approval", null);
        refused(drop(MINE + "/pictures/" + paper, owner), 409, "paper-on-record");
        drop(MINE + "/pictures/" + photo, owner).andExpect(status().isNoContent());
        refused(drop(MINE + "/pictures/" + photo, owner), 404, "not-found");
        refused(ask(MINE + "/pictures/" + photo, owner), 404, "not-found");
    }

    @Test
    void whatIsNoPictureIsRefusedByWhatIsInIt() throws Exception {
        var owner = Callers.owner(approvedMerchant());
        String photos = MINE + "/photos";
        refused(send(photos, owner, new byte[0]), 422, "picture-missing");
        refused(send(photos, owner, "<html></html>".getBytes()), 422, "not-a-picture");
        refused(send(photos, owner, Shots.gif(400, 300)), 422, "picture-type-not-taken");
        refused(send(photos, owner, Shots.jpeg(50, 50)), 422, "picture-too-small");
        refused(send(photos, owner, Shots.claiming(30_000, 30_000)), 422, "picture-too-many-pixels");
        refused(send(photos, owner, new byte[2_200_000]), 413, "picture-too-large");
        refused(send(MINE + "/papers/passport", owner, Shots.jpeg(400, 300)), 400, "invalid-parameter");
        refused(tell(photos, owner, null), 400, "invalid-parameter");
        refused(tell(photos, owner, Map.of("file", "text")), 400, "invalid-parameter");
    }

    @Test
    void thereIsRoomForNinePhotos() throws Exception {
        var owner = Callers.owner(approvedMerchant());
        for (int i = 0; i < 9; i++) {
            sent(MINE + "/photos", owner);
        }
        refused(send(MINE + "/photos", owner, Shots.jpeg(400, 300)), 409, "too-many-pictures");
    }

    @Test
    void whatACategoryAsksForIsPublic() throws Exception {
        mvc.perform(get("/api/v1/categories/餐饮/papers"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.required==true)].code")
                        .value(contains("business-licence", "food-permit")));
        mvc.perform(get("/api/v1/categories/lodging/papers"))
                .andExpect(jsonPath("$.items[?(@.required==true)].length()").exists());
        refused(mvc.perform(get("/api/v1/categories/rockets/papers")), 404, "not-found");
    }
}
