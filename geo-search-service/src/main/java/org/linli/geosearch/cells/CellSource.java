package org.linli.geosearch.cells;

import java.util.List;
import org.linli.geosearch.cells.Grid.CellId;
import org.linli.geosearch.index.IndexWriter.Versioned;
import org.linli.geosearch.index.PlacedDocument;

/** Where the contents of a cell come from. */
public interface CellSource {
    /** What is known of the merchants placed there, and of their offers. */
    List<Versioned<? extends PlacedDocument>> load(CellId cell);
}
