package org.linli.geosearch.nearby;

import org.linli.starter.security.CallerResolver;
import org.linli.starter.security.Open;
import org.linli.starter.web.ProblemException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/nearby")
class NearbyController {
    private static final String EXPLAIN = "search.explain";

    private final NearbySearch search;
    private final NearbyBranches branches;
    private final NearbyMap map;
    private final NearbySuggestions suggestions;

    NearbyController(NearbySearch search, NearbyBranches branches, NearbyMap map, NearbySuggestions suggestions) {
        this.search = search;
        this.branches = branches;
        this.map = map;
        this.suggestions = suggestions;
    }

    @Open
    @GetMapping("/offers")
    NearbyPage<NearbyOffer> offers(@ParameterObject SearchForm form) {
        return search.offers(permitted(FormReader.read(form, NearbyList.OFFERS)));
    }

    @Open
    @GetMapping("/merchants")
    NearbyPage<NearbyMerchant> merchants(@ParameterObject SearchForm form) {
        return search.merchants(permitted(FormReader.read(form, NearbyList.MERCHANTS)));
    }

    @Open
    @GetMapping("/branches")
    NearbyPage<NearbyBranches.NearbyBranch> branches(@ParameterObject SearchForm form) {
        return branches.branches(FormReader.read(form, NearbyList.BRANCHES));
    }

    @Open
    @GetMapping("/clusters")
    NearbyMap.Clusters clusters(@ParameterObject SearchForm form) {
        return map.clusters(FormReader.readMap(form));
    }

    @Open
    @GetMapping("/suggestions")
    NearbySuggestions.Suggestions suggestions(@ParameterObject SearchForm form) {
        return suggestions.suggest(FormReader.readAnywhere(form, NearbyList.OFFERS));
    }

    /** How a ranking comes about is for members of staff. */
    private static NearbyQuery permitted(NearbyQuery query) {
        if (query.explain() && !CallerResolver.current().may(EXPLAIN)) {
            throw ProblemException.forbidden();
        }
        return query;
    }
}
