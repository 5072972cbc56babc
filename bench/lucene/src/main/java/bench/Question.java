package bench;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/** A query as the driver writes it, a line of JSON each. The kind says how its words are meant. */
record Question(String kind, List<String> words, String year) {
    /** From this length on a fuzzy word may differ by two letters, as with Presseschau. */
    private static final int LONG_WORD = 6;

    Query query(Analyzer analyzer) {
        QueryBuilder builder = new QueryBuilder(analyzer);
        String text = String.join(" ", words);
        Query query = switch (kind) {
            case "all" -> new MatchAllDocsQuery();
            case "or", "any" -> builder.createBooleanQuery(Fields.TEXT, text, Occur.SHOULD);
            case "phrase" -> builder.createPhraseQuery(Fields.TEXT, text);
            case "prefix" -> new PrefixQuery(term(analyzer, text));
            case "fuzzy" -> new FuzzyQuery(term(analyzer, text), text.length() < LONG_WORD ? 1 : 2, 1);
            default -> builder.createBooleanQuery(Fields.TEXT, text, Occur.MUST);
        };
        if (query == null) { // all words were stop words
            return new MatchNoDocsQuery();
        }
        if (year == null || year.isEmpty()) {
            return query;
        }
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new TermQuery(new Term(Fields.YEAR, year)), Occur.FILTER)
                .build();
    }

    private static Term term(Analyzer analyzer, String text) {
        return new Term(Fields.TEXT, analyzer.normalize(Fields.TEXT, text));
    }
}
