# The highest point of the curve (a smaller y is higher), and how many there are.
/class="peak" d="M[0-9.]*,[0-9.]* / {
	sub(/.* d="M/, "")
	n = split($0, point, " ")
	for (i = 1; i <= n; i++) {
		split(point[i], xy, ",")
		if (i == 1 || xy[2] + 0 < y)
			y = xy[2] + 0
	}
	print "highest at " y (n <= 4 * 720 ? ", thinned" : ", " n " points")
}
