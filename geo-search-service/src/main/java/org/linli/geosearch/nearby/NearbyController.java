package org.linli.geosearch.nearby;

import org.linli.starter.security.Open;
import org.linli.starter.web.Page;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/nearby")
class NearbyController {
    private final NearbySearch search;

    NearbyController(NearbySearch search) {
        this.search = search;
    }

    @Open
    @GetMapping("/offers")
    Page<NearbyOffer> offers(@ParameterObject SearchForm form) {
        return search.offers(FormReader.read(form, NearbySearch.OFFERS));
    }

    @Open
    @GetMapping("/merchants")
    Page<NearbyMerchant> merchants(@ParameterObject SearchForm form) {
        return search.merchants(FormReader.read(form, NearbySearch.MERCHANTS));
    }
}
