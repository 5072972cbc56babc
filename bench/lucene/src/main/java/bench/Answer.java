package bench;

import java.util.List;
import java.util.Map;

/** What a query found. */
record Answer(long hits, List<String> ids, Map<String, Map<String, Integer>> facets, int passages) {}
