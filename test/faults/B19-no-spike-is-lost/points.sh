awk 'BEGIN {
	OFS = "\t"
	print "bench", "run", "kind", "metric", "value", "labels"
	for (i = 0; i < 100000; i++) {
		l = "group=\"app\",module=\"" (i == 61803 ? "spike" : "m") "\""
		print "b", 1, "gauge", "gpu_mem.timestamp_ms", i, l
		print "b", 1, "gauge", "gpu_mem.local_peak_bytes",
		    i == 61803 ? "17179869184" : i * 7919 % 1000000, l
	}
}'
