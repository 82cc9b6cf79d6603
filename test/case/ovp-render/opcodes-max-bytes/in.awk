BEGIN {
	OFS = "\t"
	print "bench", "run", "kind", "metric", "value", "labels"
	for (i = 0; i < 100; i++)
		print "b", 1, "counter", "frequency", i * 37 % 101, "group=\"app\",opcode=\"O" i "\""
}
