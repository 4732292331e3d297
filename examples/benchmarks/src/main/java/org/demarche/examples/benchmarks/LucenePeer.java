package org.demarche.examples.benchmarks;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.demarche.model.Claim;
import org.demarche.model.DossierRecord;

/**
 * Lucene, as an index of the words of all quotations in memory, with the positions of words, merged
 * into one segment. One document per claim, with the number of the claim; its words in lower case
 * and without accents. Answers are not cached.
 */
final class LucenePeer implements AutoCloseable {
  private static final String QUOTE = "quote";

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final QueryBuilder queries;

  private LucenePeer(DirectoryReader reader, Analyzer analyzer) {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.searcher.setQueryCache(null);
    this.queries = new QueryBuilder(analyzer);
  }

  /** Indexes the claims among some records. */
  static LucenePeer of(Stream<? extends DossierRecord> records) {
    Analyzer analyzer = new PlainWords();
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    IndexWriterConfig config =
        new IndexWriterConfig(analyzer).setMergePolicy(new LogDocMergePolicy()); // keeps the order
    try {
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (Iterator<? extends DossierRecord> each = records.iterator(); each.hasNext(); ) {
          if (each.next() instanceof Claim claim) {
            writer.addDocument(document(claim));
          }
        }
        writer.forceMerge(1);
      }
      return new LucenePeer(DirectoryReader.open(directory), analyzer);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Document document(Claim claim) {
    Document document = new Document();
    claim.evidence().stream()
        .map(evidence -> evidence.quote())
        .flatMap(Optional::stream)
        .forEach(quote -> document.add(new TextField(QUOTE, quote, Field.Store.NO)));
    return document;
  }

  /** Words in lower case, without accents; no phrase continues in another quotation. */
  private static final class PlainWords extends Analyzer {
    private static final int GAP = 100;

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
      Tokenizer words = new StandardTokenizer();
      return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
    }

    @Override
    public int getPositionIncrementGap(String fieldName) {
      return GAP;
    }
  }

  /** Returns the numbers of all claims that mention a phrase. */
  int[] claims(String phrase) {
    Query query = queries.createPhraseQuery(QUOTE, phrase);
    try {
      return searcher.search(new ConstantScoreQuery(query), new Numbers());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Collects the numbers of all documents. */
  private static final class Numbers implements CollectorManager<NumberCollector, int[]> {
    @Override
    public NumberCollector newCollector() {
      return new NumberCollector();
    }

    @Override
    public int[] reduce(Collection<NumberCollector> collectors) {
      return Ints.concat(
          collectors.stream()
              .map(collector -> collector.found.build().toArray())
              .toArray(int[][]::new));
    }
  }

  private static final class NumberCollector extends SimpleCollector {
    private final ImmutableIntArray.Builder found = ImmutableIntArray.builder();
    private int base;

    @Override
    protected void doSetNextReader(LeafReaderContext context) {
      base = context.docBase;
    }

    @Override
    public void collect(int document) {
      found.add(base + document);
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
