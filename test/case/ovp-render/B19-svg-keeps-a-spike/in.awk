# How many points the curve has; the highest of them; the label.
/class="peak" d="M[0-9.]+,[0-9.]+ / {
	sub(/.* d="M/, "")
	n = split($0, point, " ")
	for (i = 1; i <= n; i++) {
		split(point[i], xy, ",")
		if (i == 1 || xy[2] + 0 < y)
			y = xy[2] + 0
	}
	print n <= 4 * 720 ? "thinned" : n " points"
	print "highest at " y
}
/class="note"/ { gsub(/<[^>]*>/, ""); print }
