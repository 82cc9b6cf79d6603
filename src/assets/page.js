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
const sections = [...document.querySelectorAll(".bench section")]
	.filter((section) => section.querySelector("table"));
const filter = document.getElementById("filter");
const changed = document.getElementById("changed");

function show() {
	const words = filter.value.toLowerCase().split(/\s+/);
	const all = !changed?.checked;
	let shown = 0;

	for (const { row, text } of rows) {
		row.hidden = !words.every((word) => text.includes(word)) ||
			!(all || row.className);
		shown += !row.hidden;
	}
	for (const section of sections)
		section.hidden = !section.querySelector("tbody tr:not([hidden])");
	document.getElementById("count").textContent = shown === rows.length ?
		`${shown} rows` : `${shown} of ${rows.length} rows`;
}

filter.addEventListener("input", show);
changed?.addEventListener("change", show);

// A stop for the keyboard only where there is something to scroll.
function stops() {
	for (const box of document.querySelectorAll(".scroll"))
		box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1;
}

addEventListener("resize", stops);
stops();
show();
document.getElementById("tools").hidden = false;
}
