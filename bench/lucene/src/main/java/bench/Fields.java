package bench;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.IndexOptions;

/** The fields of the index, for building and searching alike. */
final class Fields {
    static final String ID = "id";
    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String YEAR = "year";
    static final String[] FACETS = {"outlet", "year", "actor"};

    private Fields() {}

    static Analyzer analyzer() {
        return new GermanAnalyzer();
    }

    /** Offsets are in the postings, from which UnifiedHighlighter is fastest. */
    static FieldType text() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setStored(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }

    static FacetsConfig facets() {
        FacetsConfig config = new FacetsConfig();
        config.setMultiValued("actor", true);
        return config;
    }
}
