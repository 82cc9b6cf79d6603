window.BENCHMARK_DATA = {
  "lastUpdate": 1732000000000,
  "repoUrl": "https://github.com/o/r",
  "entries": {
    "Rust Benchmark": [
      {
        "commit": {
          "author": {"email": "a@example.org", "name": "A", "username": "a"},
          "distinct": true,
          "id": "3ee99e5b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f",
          "message": "faster \"fib\"",
          "timestamp": "2026-11-01T10:00:00+01:00",
          "tree_id": "x",
          "url": "https://github.com/o/r/commit/3ee99e5"
        },
        "date": 1732000000000,
        "tool": "cargo",
        "benches": [
          {"name": "bench_fib_10", "value": 135, "range": "± 24", "unit": "ns/iter"},
          {"name": "bench_fib_20", "value": 18149.5, "range": "± 755", "unit": "ns/iter"}
        ]
      },
      {
        "commit": {"id": "aaa", "timestamp": "2026-11-02T10:00:00+01:00"},
        "date": 1732100000000,
        "tool": "cargo",
        "benches": [{"name": "bench_fib_10", "value": 137, "unit": "ns/iter"}]
      }
    ],
    "Go": [{"commit": {"id": "bbb"}, "date": 1, "tool": "go", "benches": [{"name": "BenchmarkX", "value": "2.5", "unit": "ops/sec"}]}]
  }
}
