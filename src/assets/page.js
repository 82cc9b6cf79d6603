// SPDX-License-Identifier: MIT
// Tables that sort, a filter of their rows: the page is whole without them.
"use strict";
{
const names = new Intl.Collator("en", { numeric: true });
const tables = [...document.querySelectorAll("table")];

// What a cell is sorted by; nothing for a dash, which stays at the end.
function key(cell, numeric) {
	if (cell.dataset.sort !== undefined)
		return Number(cell.dataset.sort);
	const text = cell.firstChild?.textContent ?? "";
	if (!numeric)
		return text;
	const number = parseFloat(text.replace(/[,±<]/g, ""));
	return Number.isNaN(number) ? undefined : number;
}

function compare(a, b) {
	return typeof a === "number" ? a - b : names.compare(a, b);
}

function sort(table, head, order) {
	const body = table.tBodies[0];
	const numeric = head.classList.contains("n");
	const sign = order === "descending" ? -1 : 1;
	const rows = table.inputRows.map((row) =>
		({ row, key: key(row.cells[head.cellIndex], numeric) }));
	const rest = rows.filter((x) => x.key === undefined);

	if (order) {
		rows.splice(0, rows.length,
			...rows.filter((x) => x.key !== undefined)
				.sort((x, y) => sign * compare(x.key, y.key)),
			...rest);
	}
	body.append(...rows.map((x) => x.row));
	for (const th of table.tHead.rows[0].cells)
		th.removeAttribute("aria-sort");
	if (order)
		head.setAttribute("aria-sort", order);
}

// Numbers begin with the largest, names with the first; then the other way
// round, then as they came.
function next(head, body) {
	const down = head.classList.contains("n") ||
		body.rows[0]?.cells[head.cellIndex].dataset.sort !== undefined;
	const orders = down ? ["descending", "ascending", ""] :
		["ascending", "descending", ""];
	const now = head.getAttribute("aria-sort") ?? "";

	return orders[(orders.indexOf(now) + 1) % 3];
}

for (const table of tables) {
	table.inputRows = [...table.tBodies[0].rows];
	for (const head of table.tHead.rows[0].cells) {
		const button = document.createElement("button");

		button.type = "button";
		button.append(...head.childNodes);
		button.addEventListener("click", () =>
			sort(table, head, next(head, table.tBodies[0])));
		head.append(button);
	}
}

// What each row is found by, the name of its table included.
const rows = tables.filter((table) => !table.closest("#overview"))
	.flatMap((table) => table.inputRows.map((row) => ({
		row,
		text: [table.caption, ...row.cells]
			.map((x) => x.textContent).join(" ").toLowerCase(),
	})));
const benches = [...document.querySelectorAll(".bench")];
const sections = [...document.querySelectorAll(".bench section")];
const filter = document.getElementById("filter");
const changed = document.getElementById("changed");

// A row that is shown in this part of the page.
function shows(part) {
	return part.querySelector("tbody tr:not([hidden])") !== null;
}

// Of what changed alone, charts and benches without a change are folded.
function show() {
	const words = filter.value.toLowerCase().split(/\s+/);
	const all = !changed?.checked;
	let shown = 0, folded = 0;

	for (const { row, text } of rows) {
		row.hidden = !words.every((word) => text.includes(word)) ||
			!(all || row.className);
		shown += !row.hidden;
	}
	for (const section of sections)
		section.hidden = section.querySelector("table") ?
			!shows(section) : !all;
	for (const bench of benches) {
		bench.hidden = !all && !shows(bench);
		folded += bench.hidden;
	}
	document.getElementById("count").textContent =
		(shown === rows.length ? `${shown} rows` :
			`${shown} of ${rows.length} rows`) +
		(folded === 0 ? "" : `, ${folded} benchmark${
			folded === 1 ? "" : "s"} folded`);
}

// A link to what is folded unfolds it.
function unfold() {
	const bench = document.getElementById(location.hash.slice(1));

	if (!bench?.hidden)
		return;
	changed.checked = false;
	show();
	bench.scrollIntoView();
}

filter.addEventListener("input", show);
changed?.addEventListener("change", show);
addEventListener("hashchange", unfold);

// Charts of runs: which metric is shown, what each run is.
for (const section of document.querySelectorAll(".runs-of")) {
	const runs = section.dataset.runs.split("\n");
	const figures = [...section.querySelectorAll("figure")];
	const told = document.createElement("output");
	const label = document.createElement("label");
	const choice = document.createElement("select");

	function choose(figure) {
		for (const each of figures)
			each.hidden = each !== figure;
		choice.value = String(figures.indexOf(figure));
		told.textContent = "";
	}

	// A mark of a metric that is not shown shows it.
	function follow() {
		const mark = document.getElementById(location.hash.slice(1));
		const figure = mark?.closest("figure");

		if (!figure || !figures.includes(figure))
			return;
		choose(figure);
		mark.scrollIntoView({ block: "center", inline: "center" });
		mark.focus({ preventScroll: true });
	}

	told.className = "told";
	label.className = "choice";
	label.append("Metric ", choice);
	for (const [i, figure] of figures.entries()) {
		choice.append(new Option(figure.dataset.metric, String(i)));
		if (figure.parentElement !== section)
			section.append(figure);
		explain(figure, runs, told);
	}
	section.querySelector("details.others")?.remove();
	section.querySelector("h3").after(label);
	section.append(told);
	label.hidden = figures.length < 2;
	choice.addEventListener("change", () => {
		choose(figures[Number(choice.value)]);
		latest(figures);
	});
	choose(figures[0]);
	addEventListener("hashchange", follow);
	if (location.hash)
		follow();
}

// Scrolls to where the latest runs are, if a chart is wider than the screen.
function latest(figures) {
	if (!matchMedia("(max-width: 44rem)").matches)
		return;
	for (const figure of figures)
		figure.querySelector(".scroll").scrollLeft = 1e6;
}

latest(document.querySelectorAll(".runs-of figure:not([hidden])"));

// Where the pointer is, or the arrow keys go, the run and its values.
function explain(figure, runs, told) {
	const svg = figure.querySelector("svg");
	const box = figure.querySelector(".scroll");
	const cursor = figure.querySelector(".cursor");
	const left = Number(cursor.dataset.left);
	const width = Number(cursor.dataset.right) - left;
	const last = runs.length - 1;
	let lines, at = last;

	// Read when somebody looks.
	function read() {
		lines ??= [...figure.querySelectorAll(".dots")].map((path) => {
			const { name, unit, v, at } = path.dataset;
			const values = v.split(" ");
			const places = at?.split(" ").map(Number);

			return { name, unit, values: new Map(values.map((x, i) =>
				[places ? places[i] : i, x])) };
		});
		return lines;
	}

	function show(run) {
		at = Math.min(Math.max(run, 0), last);
		cursor.setAttribute("transform",
			`translate(${left + width * at / Math.max(last, 1)})`);
		cursor.removeAttribute("hidden");
		told.textContent = runs[at] + ": " + read()
			.filter((line) => line.values.has(at))
			.map((line) => `${line.name} ${
				Number(line.values.get(at)).toLocaleString("en")
			} ${line.unit}`.trim()).join(", ");
	}

	// Runs where something changed.
	function marks() {
		return [...figure.querySelectorAll(".mark")]
			.map((mark) => Number(mark.id.split("-")[2]))
			.sort((a, b) => a - b);
	}

	svg.addEventListener("pointermove", (event) => {
		const { left: from, width: wide } = svg.getBoundingClientRect();
		const x = (event.clientX - from) / wide *
			svg.viewBox.baseVal.width;

		show(Math.round((x - left) / width * last));
	});
	box.addEventListener("keydown", (event) => {
		const to = {
			ArrowLeft: () => at - 1,
			ArrowRight: () => at + 1,
			Home: () => 0,
			End: () => last,
			PageUp: () => marks().findLast((run) => run < at) ?? 0,
			PageDown: () => marks().find((run) => run > at) ?? last,
		}[event.key];

		if (!to || event.target !== box)
			return;
		event.preventDefault();
		show(to());
	});
}

// A stop for the keyboard only where there is something to scroll.
function stops() {
	for (const box of document.querySelectorAll(".scroll"))
		box.tabIndex = box.closest("figure") ||
			box.scrollWidth > box.clientWidth ? 0 : -1;
}

addEventListener("resize", stops);
stops();
show();
document.getElementById("tools").hidden = false;
}
