package org.linli.merchant.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.starter.picture.PictureRef;

/** Everything a merchant has handed in. */
public record Dossier(List<PictureRef> photos, List<PaperPage> papers) {
    public static final Dossier EMPTY = new Dossier(List.of(), List.of());
    static final int MAX_PHOTOS = 9;
    static final int MAX_PAGES = 4;

    public boolean hasRoomForPhoto() {
        return photos.size() < MAX_PHOTOS;
    }

    public boolean hasRoomFor(String paper) {
        return papers.stream().filter(page -> page.paper().equals(paper)).count() < MAX_PAGES;
    }

    public Dossier withPhoto(PictureRef photo) {
        return new Dossier(plus(photos, photo), papers);
    }

    public Dossier withPaper(String paper, PictureRef page) {
        return new Dossier(photos, plus(papers, new PaperPage(paper, page, null)));
    }

    public Dossier without(String pictureId) {
        return new Dossier(
                photos.stream().filter(photo -> !photo.id().equals(pictureId)).toList(),
                papers.stream()
                        .filter(page -> !page.picture().id().equals(pictureId))
                        .toList());
    }

    /** After a move: what was issued for the old place no longer counts. */
    public Dossier voiding(Set<String> placeBound, Instant now) {
        return new Dossier(
                photos,
                papers.stream()
                        .map(page -> placeBound.contains(page.paper()) ? page.voidFrom(now) : page)
                        .toList());
    }

    /** Codes of papers that are here and count, in order. */
    public Set<String> validPapers() {
        return papers.stream()
                .filter(page -> page.voidSince() == null)
                .map(PaperPage::paper)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Optional<PictureRef> photo(String pictureId) {
        return photos.stream().filter(photo -> photo.id().equals(pictureId)).findFirst();
    }

    /** A photo or a page of a paper. */
    public Optional<PictureRef> picture(String pictureId) {
        return pictures().filter(picture -> picture.id().equals(pictureId)).findFirst();
    }

    public Stream<PictureRef> pictures() {
        return Stream.concat(photos.stream(), papers.stream().map(PaperPage::picture));
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return List.copyOf(more);
    }
}
