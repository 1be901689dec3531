package org.linli.wechat.nearby;

import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@FeignClient("geo-search-service")
interface GeoSearchClient {
    record Page(List<NearbyOffer> items) {}

    @GetMapping("/api/v1/nearby/offers")
    Page offers(
            @RequestParam("lat") double lat,
            @RequestParam("lng") double lng,
            @RequestParam("crs") String crs,
            @RequestParam("radius") int radius,
            @RequestParam("size") int size);
}
