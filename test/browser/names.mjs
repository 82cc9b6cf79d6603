// SPDX-License-Identifier: MIT
// The hostile names of a stream as a reader should see them.
import { readFile } from "node:fs/promises";

function unescaped(field) {
	return field.replace(/\\(.)/g, (_, c) =>
		({ t: "\t", n: "\n", r: "\r" })[c] ?? c);
}

function shown(name) {
	return name
		.replace(/[\x80-\x9f\u200b-\u200f\u202a-\u202e]/g, (c) =>
			`\\u{${c.codePointAt(0).toString(16).toUpperCase()}}`)
		.replace(/[\0-\x1f]/g, (c) =>
			String.fromCodePoint(0x2400 + c.codePointAt(0)))
		.replace(/\x7f/g, "\u2421");
}

// The records of a stream: objects of their columns.
export async function records(name) {
	const [titles, ...lines] = (await readFile(name, "utf8"))
		.trimEnd().split("\n").map((line) => line.split("\t"));

	return lines.map((fields) => Object.fromEntries(fields.map((f, i) =>
		[titles[i], shown(unescaped(f))])));
}
