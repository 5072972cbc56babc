package bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.MMapDirectory;

/** Answers queries in the modes of the comparison, each on the thread that asks. */
final class Engine {
    private static final int FACET_VALUES = 10;
    private static final int PASSAGES = 2;
    private static final int DEFAULT_THRESHOLD = 1000;

    private final IndexSearcher searcher;
    private final SortedSetDocValuesReaderState facets;
    private final Analyzer analyzer = Fields.analyzer();

    Engine(Path folder) throws IOException {
        DirectoryReader reader = DirectoryReader.open(new MMapDirectory(folder));
        searcher = new IndexSearcher(reader);
        facets = new DefaultSortedSetDocValuesReaderState(reader, Fields.facets());
    }

    Answer answer(Question question, String mode, int size) throws IOException {
        Query query = question.query(analyzer);
        switch (mode) {
            case "top10":
                return plain(query, size, Integer.MAX_VALUE);
            case "bounded": // totals are exact up to a threshold only
                return plain(query, size, DEFAULT_THRESHOLD);
            case "facets":
                return counted(query, size, false);
            case "highlights":
                return counted(query, size, true);
            default:
                throw new IllegalArgumentException("unknown mode " + mode);
        }
    }

    private Answer plain(Query query, int size, int threshold) throws IOException {
        TopDocs top = searcher.search(query, new TopScoreDocCollectorManager(size, null, threshold));
        return new Answer(top.totalHits.value, ids(top.scoreDocs), null, 0);
    }

    private Answer counted(Query query, int size, boolean marked) throws IOException {
        Object[] found = searcher.search(query, new MultiCollectorManager(
                new TopScoreDocCollectorManager(size, null, Integer.MAX_VALUE), new FacetsCollectorManager()));
        TopDocs top = (TopDocs) found[0];
        Facets counts = new SortedSetDocValuesFacetCounts(facets, (FacetsCollector) found[1]);
        Map<String, Map<String, Integer>> byFacet = new HashMap<>();
        for (String name : Fields.FACETS) {
            byFacet.put(name, values(counts.getTopChildren(FACET_VALUES, name)));
        }
        int passages = marked ? highlight(query, top) : 0;
        return new Answer(top.totalHits.value, ids(top.scoreDocs), byFacet, passages);
    }

    private static Map<String, Integer> values(FacetResult result) {
        Map<String, Integer> values = new HashMap<>();
        if (result != null) {
            for (LabelAndValue v : result.labelValues) {
                values.put(v.label, v.value.intValue());
            }
        }
        return values;
    }

    /** Reads titles and marks the texts; gives the number of texts with a passage. */
    private int highlight(Query query, TopDocs top) throws IOException {
        var stored = searcher.storedFields();
        for (ScoreDoc hit : top.scoreDocs) {
            stored.document(hit.doc, Set.of(Fields.TITLE));
        }
        UnifiedHighlighter highlighter = UnifiedHighlighter.builder(searcher, analyzer).build();
        int marked = 0;
        for (String passages : highlighter.highlight(Fields.TEXT, query, top, PASSAGES)) {
            if (passages != null) {
                marked++;
            }
        }
        return marked;
    }

    private List<String> ids(ScoreDoc[] hits) throws IOException {
        List<String> ids = new ArrayList<>();
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (ScoreDoc hit : hits) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            BinaryDocValues values = leaf.reader().getBinaryDocValues(Fields.ID);
            values.advanceExact(hit.doc - leaf.docBase);
            ids.add(values.binaryValue().utf8ToString());
        }
        return ids;
    }
}
