package web

import (
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"presseschau/search"
)

// metrics are the counters of a server, in a registry of its own.
type metrics struct {
	requests *prometheus.CounterVec   // by route, method and status
	latency  *prometheus.HistogramVec // seconds, by route
	inFlight prometheus.Gauge
	searches *prometheus.CounterVec // by outcome: "hits", "none", or the kind of failure
	duration prometheus.Histogram   // seconds of a search
	exporter http.Handler
	index    atomic.Pointer[search.IndexInfo] // what the last search ran on
}

// latencyBuckets are seconds, fine where searches should be.
func latencyBuckets() []float64 {
	return []float64{.0005, .001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5}
}

func newMetrics(progress func() Progress) *metrics {
	const space = "presseschau"
	m := &metrics{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: space, Name: "http_requests_total",
			Help: "HTTP requests answered."}, []string{"route", "method", "status"}),
		latency: prometheus.NewHistogramVec(prometheus.HistogramOpts{Namespace: space, Name: "http_request_seconds",
			Help: "Time to answer an HTTP request.", Buckets: latencyBuckets()}, []string{"route"}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{Namespace: space, Name: "http_requests_in_flight",
			Help: "HTTP requests being answered."}),
		searches: prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: space, Name: "searches_total",
			Help: "Searches by outcome: hits, none, or the kind of failure."}, []string{"outcome"}),
		duration: prometheus.NewHistogram(prometheus.HistogramOpts{Namespace: space, Name: "search_seconds",
			Help: "Time of a search, with waiting for its turn.", Buckets: latencyBuckets()}),
	}
	gauge := func(name, help string, value func(Progress) float64) prometheus.Collector {
		return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Namespace: space, Name: name, Help: help},
			func() float64 { return value(progress()) })
	}
	r := prometheus.NewRegistry()
	r.MustRegister(m.requests, m.latency, m.inFlight, m.searches, m.duration,
		gauge("index_ready", "1 if searches are answered.", func(p Progress) float64 {
			if p.Ready {
				return 1
			}
			return 0
		}),
		gauge("index_articles", "Articles in the index.", func(p Progress) float64 { return float64(m.size(p).Articles) }),
		gauge("index_comments", "Comments in the index.", func(p Progress) float64 { return float64(m.size(p).Comments) }),
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	m.exporter = promhttp.HandlerFor(r, promhttp.HandlerOpts{})
	return m
}

// begin counts a request as in flight; the function it returns counts it as
// answered.
func (m *metrics) begin() func(route, method string, status int, took time.Duration) {
	m.inFlight.Inc()
	return func(route, method string, status int, took time.Duration) {
		m.inFlight.Dec()
		m.requests.WithLabelValues(route, knownMethod(method), strconv.Itoa(status)).Inc()
		m.latency.WithLabelValues(route).Observe(took.Seconds())
	}
}

// knownMethod keeps invented methods from becoming labels.
func knownMethod(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost:
		return method
	}
	return "other"
}

// size is that of the index, or of what is read so far if nobody has searched
// yet.
func (m *metrics) size(p Progress) search.IndexInfo {
	if info := m.index.Load(); info != nil {
		return *info
	}
	return search.IndexInfo{Articles: p.Articles, Comments: p.Comments}
}

// searched counts a search.
func (m *metrics) searched(res *search.Result, err error, took time.Duration) {
	outcome := "hits"
	switch {
	case err != nil:
		outcome = classify(err).kind
	case res.Total == 0:
		outcome = "none"
	}
	if err == nil {
		m.index.Store(&res.Index)
	}
	m.searches.WithLabelValues(outcome).Inc()
	m.duration.Observe(took.Seconds())
}

func (m *metrics) serve(w http.ResponseWriter, r *http.Request) error {
	m.exporter.ServeHTTP(w, r)
	return nil
}
