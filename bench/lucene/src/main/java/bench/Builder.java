package bench;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

/** Builds the index on all cores, without a forced merge. */
final class Builder {
    private static final double BUFFER_MEGABYTES = 128;

    private final BufferedReader lines;
    private final IndexWriter writer;
    private final Gson gson = new Gson();
    private final FacetsConfig facets = Fields.facets();

    private Builder(BufferedReader lines, IndexWriter writer) {
        this.lines = lines;
        this.writer = writer;
    }

    static void build(Path documents, Path folder) throws Exception {
        IndexWriterConfig config = new IndexWriterConfig(Fields.analyzer());
        config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        try (BufferedReader lines = Files.newBufferedReader(documents);
                MMapDirectory directory = new MMapDirectory(folder);
                IndexWriter writer = new IndexWriter(directory, config)) {
            new Builder(lines, writer).run(Runtime.getRuntime().availableProcessors());
        }
    }

    private void run(int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Callable<Void> work = this::addAll;
                running.add(pool.submit(work));
            }
            for (Future<Void> f : running) {
                f.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    private Void addAll() throws IOException {
        for (String line = next(); line != null; line = next()) {
            add(gson.fromJson(line, Article.class));
        }
        return null;
    }

    private synchronized String next() throws IOException {
        return lines.readLine();
    }

    private void add(Article a) throws IOException {
        Document d = new Document();
        d.add(new BinaryDocValuesField(Fields.ID, new BytesRef(a.id())));
        d.add(new StoredField(Fields.TITLE, a.title()));
        d.add(new Field(Fields.TEXT, a.title() + "\n" + a.text(), Fields.text()));
        d.add(new StringField(Fields.YEAR, a.year(), Field.Store.NO));
        d.add(new SortedSetDocValuesFacetField("outlet", a.outlet()));
        d.add(new SortedSetDocValuesFacetField("year", a.year()));
        for (String actor : a.actors()) {
            d.add(new SortedSetDocValuesFacetField("actor", actor));
        }
        writer.addDocument(facets.build(d));
    }
}
