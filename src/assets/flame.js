// SPDX-License-Identifier: MIT
// Search, zoom, the name under the mouse: a flame graph is a picture without.
(function () {
	var NS = 'http://www.w3.org/2000/svg';
	var svg = document.currentScript.parentNode;
	var LEFT = 10, WIDTH = 1180, ROW = 19, LETTER = 6.8, NEAR = 0.002;
	var frames = Array.prototype.map.call(
	    svg.querySelectorAll('.f'), function (g) {
		var rect = g.querySelector('rect');
		var said = g.querySelector('title').textContent;
		return { g: g, rect: rect, text: g.querySelector('text'),
		    said: said, name: g.getAttribute('data-name'),
		    x: +rect.getAttribute('x'), y: +rect.getAttribute('y'),
		    w: +rect.getAttribute('width') };
	    });
	var status = svg.querySelector('.status');

	function fitted(name, width) {
		var letters = Array.from(name), room = (width - 6) / LETTER;
		var half = Math.floor((room - 1) / 2);
		if (letters.length <= room)
			return name;
		return half < 1 ? '' : letters.slice(0, half).join('') +
		    '\u2026' + letters.slice(-half).join('');
	}

	function place(f, x, width) {
		f.rect.setAttribute('x', x);
		f.rect.setAttribute('width', width);
		f.text.setAttribute('x', x + 3);
		f.text.textContent = fitted(f.name, width);
	}

	function zoom(to) {
		frames.forEach(function (f) {
			var inside = f.y >= to.y && f.x >= to.x - NEAR &&
			    f.x + f.w <= to.x + to.w + NEAR;
			var above = f.y < to.y && f.x <= to.x + NEAR &&
			    f.x + f.w >= to.x + to.w - NEAR;
			f.g.style.display = inside || above ? '' : 'none';
			f.g.classList.toggle('dim', above);
			if (above)
				place(f, LEFT, WIDTH);
			else if (inside)
				place(f, LEFT + (f.x - to.x) * WIDTH / to.w,
				    f.w * WIDTH / to.w);
		});
		reach(to);
		reset.style.display = to === frames[0] ? 'none' : '';
	}

	function matcher(words) {
		try {
			var re = new RegExp(words, 'i');
			return function (s) { return re.test(s); };
		} catch (e) {
			words = words.toLowerCase();
			return function (s) {
				return s.toLowerCase().indexOf(words) >= 0;
			};
		}
	}

	function search(words) {
		var matches = matcher(words), end = 0, sum = 0;
		var hits = frames.filter(function (f) {
			var hit = words !== '' && matches(f.name);
			f.g.classList.toggle('hit', hit);
			return hit;
		});
		/* Frames within frames count once. */
		hits.sort(function (a, b) { return a.x - b.x || b.w - a.w; });
		hits.forEach(function (f) {
			sum += Math.max(0, f.x + f.w - Math.max(end, f.x));
			end = Math.max(end, f.x + f.w);
		});
		status.textContent = words === '' ? '' : hits.length +
		    ' found, ' + (100 * sum / WIDTH).toFixed(1) + '%';
	}

	/* Tab reaches one frame, the arrows lead on from it. */
	var at = frames[0];

	function reach(f) {
		at.g.setAttribute('tabindex', -1);
		f.g.setAttribute('tabindex', 0);
		at = f;
	}

	/* Those shown in the row that is `rows' below that of f. */
	function row(f, rows) {
		return frames.filter(function (g) {
			return g.g.style.display === '' &&
			    g.y === f.y + rows * ROW;
		});
	}

	function neighbour(f, key) {
		if (key === 'ArrowUp')
			return row(f, -1).filter(function (g) {
				return g.x <= f.x + NEAR;
			}).pop();
		if (key === 'ArrowDown')
			return row(f, 1).filter(function (g) {
				return g.x >= f.x - NEAR &&
				    g.x < f.x + f.w - NEAR;
			})[0];
		var same = row(f, 0), i = same.indexOf(f);
		return key === 'ArrowLeft' ? same[i - 1] :
		    key === 'ArrowRight' ? same[i + 1] : undefined;
	}

	function press(f, e) {
		var to = neighbour(f, e.key);
		if (to)
			to.g.focus();
		else if (e.key === 'Enter' || e.key === ' ')
			zoom(f);
		if (to || e.key === ' ')
			e.preventDefault();
	}

	function add(name, attributes, inside) {
		var e = document.createElementNS(NS, name);
		Object.keys(attributes).forEach(function (k) {
			e.setAttribute(k, attributes[k]);
		});
		return inside.appendChild(e);
	}

	var reset = add('text', { x: 940, y: 29, 'font-size': 12,
	    'text-anchor': 'end', role: 'button', tabindex: 0,
	    'class': 'button' }, svg);
	reset.textContent = 'reset zoom';
	var field = document.createElementNS('http://www.w3.org/1999/xhtml',
	    'input');
	field.type = 'search';
	field.placeholder = 'search (regular expression)';
	field.setAttribute('aria-label', 'search');
	field.style.cssText = 'box-sizing:border-box;width:100%;height:24px;' +
	    'font-size:12px';
	add('foreignObject', { x: 960, y: 12, width: 230, height: 26 }, svg)
	    .appendChild(field);

	function all() { zoom(frames[0]); }
	reset.addEventListener('click', all);
	reset.addEventListener('keydown', function (e) {
		if (e.key === 'Enter' || e.key === ' ')
			all();
	});
	field.addEventListener('input', function () { search(field.value); });
	document.addEventListener('keydown', function (e) {
		if (e.key === 'Escape')
			all();
	});
	frames.forEach(function (f) {
		function tell() { status.textContent = f.said; }
		f.g.setAttribute('role', 'button');
		f.g.setAttribute('tabindex', -1);
		f.g.addEventListener('click', function () { zoom(f); });
		f.g.addEventListener('mouseenter', tell);
		f.g.addEventListener('focus', function () { reach(f); tell(); });
		f.g.addEventListener('keydown', function (e) { press(f, e); });
	});
	svg.classList.add('live');
	all();
})();
