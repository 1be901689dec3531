package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.geosearch.fixtures.Http;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.projection.Feed;

/** Rule G-1 by branch: its circle decides what, the point decides from where. */
class BranchSearchRules {
    private static final RunningService SERVICE = RunningService.shared();
    private static final Http HTTP = SERVICE.http();

    /** On one meridian, where a thousandth of a degree is 111.2 m. */
    @BeforeAll
    static void a_branch_and_three_shops() {
        Feed.apply(
                SERVICE,
                Samples.branch("BR1", 40.000, 100, 2_000, 1),
                Samples.branch("BR2", 40.000, 100, 2_000, 1),
                Samples.closedBranch("BR2", 40.000, 100, 2),
                Samples.aMerchant("near").at(40.001, 100).event(1),
                Samples.aMerchant("rim").at(40.017, 100).event(1),
                Samples.aMerchant("out").at(40.019, 100).event(1));
    }

    @Test
    void by_branch_alone_the_circle_is_the_radius() {
        assertThat(HTTP.merchants("branchId", "BR1").ids("merchantId")).containsExactly("near", "rim");
    }

    @Test
    void by_branch_alone_a_radius_limits_as_well() {
        assertThat(HTTP.merchants("branchId", "BR1", "radius", 500).ids("merchantId"))
                .containsExactly("near");
        assertThat(HTTP.merchants("branchId", "BR1", "radius", 5_000).ids("merchantId"))
                .containsExactly("near", "rim");
    }

    @Test
    void with_a_point_distances_count_from_the_point_and_the_circle_still_limits() {
        Http.Answer answer = HTTP.merchants("branchId", "BR1", "lat", 40.020, "lng", 100);

        assertThat(answer.ids("merchantId")).containsExactly("rim", "near");
        assertThat(answer.items().get(0).get("distanceMeters").asDouble()).isBetween(333.0, 334.0);
    }

    @Test
    void a_point_far_from_the_branch_sees_the_branchs_shops_unless_a_radius_forbids() {
        assertThat(HTTP.merchants("branchId", "BR1", "lat", -40, "lng", -80).ids("merchantId"))
                .containsExactlyInAnyOrder("near", "rim");
        assertThat(HTTP.merchants("branchId", "BR1", "lat", 41, "lng", 100, "radius", 5_000)
                        .items())
                .isEmpty();
    }

    @Test
    void a_branch_that_is_closed_or_unknown_is_not_found() {
        assertThat(HTTP.merchants("branchId", "BR2").status()).isEqualTo(404);
        Http.Answer unknown = HTTP.offers("branchId", "nowhere");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body().get("code").asString()).isEqualTo("not-found");
    }
}
