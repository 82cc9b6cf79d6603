BEGIN {
	FS = OFS = "\t"
	factor = ARGV[1]
	sub(/.*=/, "", factor)
	print "bench", "run", "kind", "metric", "value", "labels"
	for (i = 0; i < 50; i++) {
		n = i == 40 ? 7 * factor : 7
		print "b", 1, "counter", "rows", n, "group=\"leaf\",idx=\"" i "\""
		print "b", 1, "gauge", "time_ms", n, "group=\"app\",segment=\"" i "\""
	}
}
