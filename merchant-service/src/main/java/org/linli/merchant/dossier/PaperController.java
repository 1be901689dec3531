package org.linli.merchant.dossier;

import java.util.List;
import org.linli.merchant.category.Category;
import org.linli.starter.security.Open;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Says what an applicant has to bring along. */
@RestController
class PaperController {
    private final Papers papers;

    PaperController(Papers papers) {
        this.papers = papers;
    }

    @Open
    @GetMapping("/api/v1/categories/{category}/papers")
    Listing papers(@PathVariable String category) {
        Category wanted = Category.named(category).orElseThrow(ProblemException::notFound);
        return new Listing(papers.all().stream()
                .map(paper -> new Item(
                        paper.code(),
                        paper.zh(),
                        paper.en(),
                        paper.requiredFor().contains(wanted),
                        paper.placeBound()))
                .toList());
    }

    record Listing(List<Item> items) {}

    record Item(String code, String name, String nameEn, boolean required, boolean placeBound) {}
}
