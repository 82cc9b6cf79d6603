# A peak of 2^34 bytes among 100,000 measurements of no more than 2^30.
awk 'BEGIN {
	OFS = "\t"
	print "bench", "run", "kind", "metric", "value", "labels"
	for (i = 0; i < 100000; i++) {
		l = "group=\"app\",module=\"m\""
		print "b", 1, "gauge", "gpu_mem.timestamp_ms", i * 2.5, l
		printf "b\t1\tgauge\tgpu_mem.local_peak_bytes\t%.0f\t%s\n",
		    i == 61803 ? 2 ^ 34 : (i * 7919 % 1000) / 1000 * 2 ^ 30, l
	}
}'
