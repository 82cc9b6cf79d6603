// SPDX-License-Identifier: MIT
// The page that ovp-render --html writes, as its readers use it.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { open } from "./browser.mjs";
import { records } from "./names.mjs";

const names = ["sample", "history", "comparison", "benches-new-and-gone", "other-keys",
	"one-changed"];
const phone = { viewport: { width: 390, height: 844 } };

// The texts of a column's cells that are shown, without what stands below them.
function column(table, title) {
	return table.evaluate((t, title) => {
		const titles = [...t.tHead.rows[0].cells].map((c) => c.innerText);

		return [...t.tBodies[0].rows].filter((r) => !r.hidden)
			.map((r) => r.cells[titles.indexOf(title)].firstChild.textContent);
	}, title);
}

function table(page, name) {
	return page.getByRole("table", { name, exact: true });
}

function title(page, tableName, name) {
	return table(page, tableName).getByRole("columnheader", { name });
}

function numbers(texts) {
	return texts.map((t) => parseFloat(t.replaceAll(",", "")));
}

for (const name of names) {
	test(`${name}: asks for nothing, says nothing`, async () => {
		for (const options of [{}, { colorScheme: "dark" }, phone]) {
			const page = await open(`pages/${name}.html`, options);

			assert.deepEqual(page.asked, []);
			assert.deepEqual(page.said, []);
		}
	});

	test(`${name}: no fault that axe finds, wide, narrow, light, dark`, async () => {
		for (const options of [{}, { colorScheme: "dark" }, phone]) {
			// Its policy keeps foreign scripts out, such as axe.
			const page = await open(`pages/${name}.html`,
				{ bypassCSP: true, ...options });

			await page.addScriptTag({ path: "node_modules/axe-core/axe.min.js" });
			const { violations } = await page.evaluate(() => axe.run());

			assert.deepEqual(violations.map((v) => [v.id,
				v.nodes.map((n) => n.html.slice(0, 200))]), []);
		}
	});

	test(`${name}: fits a phone`, async () => {
		for (const width of [320, 390]) {
			const page = await open(`pages/${name}.html`,
				{ viewport: { width, height: 844 } });

			assert.equal(await page.evaluate(() =>
				document.documentElement.scrollWidth), width);
		}
	});
}

test("light and dark are the reader's", async () => {
	const colours = [];

	for (const colorScheme of ["light", "dark"]) {
		const page = await open("pages/comparison.html", { colorScheme });

		colours.push(await page.evaluate(() =>
			getComputedStyle(document.body).backgroundColor));
		await page.screenshot({ path: `${colorScheme}.png`, fullPage: true });
	}
	assert.deepEqual(colours, ["rgb(255, 255, 255)", "rgb(13, 17, 23)"]);
	const page = await open("pages/comparison.html", phone);

	await page.screenshot({ path: "phone.png", fullPage: true });
});

test("a click on a title sorts numbers as numbers", async () => {
	const page = await open("pages/sample.html");
	const head = title(page, "sample, app_proof", "avg");
	const t = table(page, "sample, app_proof");
	const before = await column(t, "avg");

	await head.getByRole("button").click();
	assert.equal(await head.getAttribute("aria-sort"), "descending");
	const down = numbers(await column(t, "avg"));

	assert.deepEqual(down, numbers(before).sort((a, b) => b - a));
	await head.getByRole("button").click();
	assert.equal(await head.getAttribute("aria-sort"), "ascending");
	assert.deepEqual(numbers(await column(t, "avg")), down.reverse());
	await head.getByRole("button").click();
	assert.equal(await head.getAttribute("aria-sort"), null);
	assert.deepEqual(await column(t, "avg"), before);
});

test("one title at a time is sorted by", async () => {
	const page = await open("pages/sample.html");
	const t = table(page, "sample, app_proof");

	await t.getByRole("button", { name: "avg" }).click();
	await t.getByRole("button", { name: "max" }).click();
	assert.equal(await t.locator("[aria-sort]").count(), 1);
	assert.equal(await t.locator("[aria-sort]").innerText(), "max");
});

test("cells without a number stay at the end", async () => {
	const page = await open("pages/sample.html");
	const t = table(page, "sample, app_proof");

	for (let i = 0; i < 2; i++) {
		await t.getByRole("button", { name: "sum" }).click();
		const cells = await column(t, "sum");
		const first = cells.indexOf("-");

		assert.ok(first > 0);
		assert.ok(cells.slice(first).every((c) => c === "-"));
	}
});

test("names are sorted as people do", async () => {
	const page = await open("pages/sample.html");
	const t = table(page, "sample, proof time");

	await t.getByRole("button", { name: "group" }).click();
	const groups = await t.locator("tbody th span").allInnerTexts();

	assert.deepEqual(groups, [...groups].sort(
		new Intl.Collator("en", { numeric: true }).compare));
	assert.equal(groups.at(-1), "root");
});

test("verdicts are sorted by their gravity", async () => {
	const page = await open("pages/comparison.html");
	const t = table(page, "fib, app_proof");

	await t.getByRole("button", { name: "verdict" }).click();
	const verdicts = await column(t, "verdict");

	assert.deepEqual([...new Set(verdicts)],
		["worse", "changed", "better", "same"]);
});

test("the filter narrows rows, then tables", async () => {
	const page = await open("pages/comparison.html");
	const status = page.getByRole("status");
	const all = await status.innerText();

	await page.getByRole("searchbox", { name: "Filter" }).fill("LEAF time");
	const shown = await page.locator("tbody tr:visible").allInnerTexts();

	assert.equal(await status.innerText(),
		`${shown.length} of ${all}`);
	assert.ok(shown.length > 0);
	for (const heading of await page.locator("h3:visible").allInnerTexts())
		assert.match(heading, /leaf|Proof time|What changed/);
	await page.getByRole("searchbox").fill("nothing has this name");
	assert.equal(await page.locator("tbody tr:visible").count(), 0);
	assert.equal(await page.locator("h3:visible").count(), 0);
	await page.getByRole("searchbox").fill("");
	assert.equal(await status.innerText(), all);
});

test("a box leaves what changed alone", async () => {
	const page = await open("pages/comparison.html");

	await page.getByLabel("only what changed").check();
	const verdicts = await column(table(page, "fib, app_proof"), "verdict");

	assert.ok(verdicts.length > 0);
	assert.ok(!verdicts.includes("same"));
	await page.getByLabel("only what changed").uncheck();
	assert.ok((await column(table(page, "fib, app_proof"), "verdict"))
		.includes("same"));
});

test("of what changed alone, benches without a change and charts are folded", async () => {
	const page = await open("pages/one-changed.html");
	const benches = page.locator("h2:visible");
	const charts = page.locator(".gpu:visible, .flame:visible");

	assert.deepEqual(await benches.allInnerTexts(), ["Overview", "keccak", "fib"]);
	assert.equal(await charts.count(), 2);
	await page.getByLabel("only what changed").check();
	assert.deepEqual(await benches.allInnerTexts(), ["Overview", "keccak"]);
	assert.equal(await charts.count(), 0);
	assert.match(await page.getByRole("status").innerText(), /, 1 benchmark folded$/);
	await page.getByRole("link", { name: "fib" }).click();
	await page.getByRole("heading", { name: "fib" }).waitFor();
	assert.ok(!await page.getByLabel("only what changed").isChecked());
});

test("a phone of 380 px shows verdict and interval, and no picture beyond its box", async () => {
	const page = await open("pages/one-changed.html",
		{ viewport: { width: 380, height: 800 } });
	const right = (of, name) => title(page, of, name)
		.evaluate((e) => e.getBoundingClientRect().right);

	assert.ok(await right("All benchmarks", "verdict") <= 380);
	assert.ok(await right("keccak, what changed", "interval") <= 380);
	assert.deepEqual(await page.locator("svg").evaluateAll((all) => all
		.filter((e) => e.getBoundingClientRect().right > 380 &&
			!e.closest(".scroll"))
		.map((e) => e.getAttribute("class"))), []);
});

// Presses a key until the element has the focus.
async function press(page, key, target) {
	for (let i = 0; i < 100; i++) {
		await page.keyboard.press(key);
		if (await target.evaluate((e) => e === document.activeElement))
			return;
	}
	assert.fail(`not reached by ${key}`);
}

test("all of it by keyboard", async () => {
	const page = await open("pages/comparison.html");
	const status = page.getByRole("status");
	const all = await status.innerText();

	await press(page, "Tab", page.getByRole("searchbox"));
	await page.keyboard.type("leaf");
	assert.match(await status.innerText(), / of /);
	await page.keyboard.press("Enter");
	assert.match(await status.innerText(), / of /);
	await page.keyboard.press("ControlOrMeta+a");
	await page.keyboard.press("Delete");
	assert.equal(await status.innerText(), all);
	await press(page, "Tab", page.getByLabel("only what changed"));
	await page.keyboard.press("Space");
	assert.match(await status.innerText(), / of /);
	const head = title(page, "fib, app_proof", "max");

	await press(page, "Tab", head.getByRole("button"));
	await page.keyboard.press("Enter");
	assert.equal(await head.getAttribute("aria-sort"), "descending");
	await page.keyboard.press("Space");
	assert.equal(await head.getAttribute("aria-sort"), "ascending");
	assert.deepEqual(page.said, []);
});

test("what has the focus is seen", async () => {
	for (const colorScheme of ["light", "dark"]) {
		const page = await open("pages/comparison.html", { colorScheme });
		const stops = new Set();

		for (let i = 0; i < 20; i++) {
			await page.keyboard.press("Tab");
			const [tag, width] = await page.evaluate(() => {
				const e = document.activeElement;
				const s = getComputedStyle(e);

				return [e.tagName, s.outlineStyle === "none" ? 0 :
					parseFloat(s.outlineWidth)];
			});

			stops.add(tag);
			assert.ok(width >= 1, `${tag}: outline of ${width}`);
		}
		assert.ok(stops.has("INPUT") && stops.has("BUTTON"));
	}
});

test("a table that is too wide is a stop for the keyboard, another is none", async () => {
	const box = (page) => page.getByRole("region",
		{ name: "fib, app_proof", exact: true });
	const wide = await open("pages/comparison.html");
	const narrow = await open("pages/comparison.html", phone);

	assert.equal(await box(wide).getAttribute("tabindex"), "-1");
	assert.equal(await box(narrow).getAttribute("tabindex"), "0");
	await box(narrow).focus();
	await narrow.keyboard.press("ArrowRight");
	await narrow.waitForFunction((b) => b.scrollLeft > 0,
		await box(narrow).elementHandle());
});

test("roles and names", async () => {
	const page = await open("pages/comparison.html");

	assert.equal(await page.locator("body").getByRole("heading")
		.evaluateAll((all) => all.map((h) => h.tagName + " " + h.innerText)
			.join("; ")), "H1 Benchmark report; H2 fib; H3 Proof time; " +
		"H3 What changed; H3 app_proof; H3 leaf; H3 internal.0; H3 root");
	assert.equal(await page.locator("header").ariaSnapshot(), `
- banner:
  - heading "Benchmark report" [level=1]
  - paragraph: fib is 50 ms (0.5%) slower, most of it in app_proof (+0.05 s).
  - paragraph: 2 regressions (4 metrics), 2 improvements (3 metrics), 1 changed, 7 unchanged, 4 new, 4 gone
  - search:
    - text: Filter
    - searchbox "Filter"
    - checkbox "only what changed"
    - text: only what changed
    - status: 23 rows`.trimStart());
	assert.equal(await table(page, "fib, proof time").ariaSnapshot(), `
- table "fib, proof time":
  - caption: fib, proof time
  - rowgroup:
    - row "group serial (s) parallel (s)":
      - columnheader "group":
        - button "group"
      - columnheader "serial (s)":
        - button "serial (s)"
      - columnheader "parallel (s)":
        - button "parallel (s)"
  - rowgroup:
    - row "app_proof 7.25 worse +0.05, +0.7% 4.25":
      - rowheader "app_proof"
      - cell "7.25 worse +0.05, +0.7%"
      - cell "4.25"
    - row "leaf 2.25 1.00":
      - rowheader "leaf"
      - cell "2.25"
      - cell "1.00"
    - row "internal.0 - gone, was 0.80 - gone, was 0.80":
      - rowheader "internal.0"
      - cell "- gone, was 0.80"
      - cell "- gone, was 0.80"
    - row "root 0.90 new 0.90 new":
      - rowheader "root"
      - cell "0.90 new"
      - cell "0.90 new"`.trimStart());
});

test("without scripts the page is whole", async () => {
	const page = await open("pages/comparison.html",
		{ javaScriptEnabled: false });

	assert.ok(await table(page, "fib, app_proof").isVisible());
	assert.ok(!await page.locator("#tools").isVisible());
	assert.equal(await page.locator("th button").count(), 0);
});

test("on paper there are no tools", async () => {
	const page = await open("pages/comparison.html");

	await page.emulateMedia({ media: "print" });
	assert.ok(!await page.locator("#tools").isVisible());
	assert.ok(await table(page, "fib, app_proof").isVisible());
});

test("several benches have an overview that leads to each", async () => {
	const page = await open("pages/benches-new-and-gone.html");
	const links = table(page, "All benchmarks").getByRole("link");

	assert.ok(await links.count() > 1);
	for (const link of await links.all()) {
		const name = await link.innerText();

		await link.click();
		assert.ok(await page.locator(":target").getByRole("heading",
			{ name, level: 2, exact: true }).isVisible());
	}
});

test("hostile names are text", async () => {
	const page = await open("pages/names.html");
	const rows = await records("pages/names.tsv");
	const texts = (selector) => page.locator(selector).allTextContents();
	const named = (column, metric) => rows.filter(metric ?
		(r) => r.metric === metric : (r) => r.sum === "7")
		.map((r) => r[column]);
	const titles = [...new Set(rows.map((r) => r.bench || "(no name)"))];

	assert.ok(titles.length >= 300);
	assert.deepEqual(await texts(".bench h2"), titles);
	assert.deepEqual(await texts("#overview tbody a"), titles);
	assert.deepEqual((await texts("tbody code")).toSorted(),
		rows.filter((r) => r.metric !== "proof_time_s")
			.map((r) => r.metric).toSorted());
	assert.deepEqual(await texts(".bench .line span"),
		named("group", "total_proof_time_ms").map((g) => g || "(no group)"));
	assert.deepEqual((await texts("td:not(.n)")).filter((t) => t).toSorted(),
		named("phase").filter((t) => t).toSorted());
	assert.equal(await page.locator("script").count(), 1);
	assert.equal(await page.locator("body :is(img, details, b, style)").count(), 0);
	assert.deepEqual(page.said, []);
	assert.deepEqual(page.asked, []);
});

test("a script that came in by a name would not run", async () => {
	const page = await readFile("pages/comparison.html", "utf8");

	await writeFile("pages/injected.html", page.replace("<main>",
		"<main><script>document.title = 'hit'</script>" +
		"<p onclick=\"document.title = 'hit'\">click</p>" +
		"<img src=\"https://example.org/x.png\">"));
	const injected = await open("pages/injected.html");

	await injected.getByText("click").click();
	assert.notEqual(await injected.title(), "hit");
	assert.ok(injected.said.length >= 2);
	assert.ok(injected.said.every((s) => s.includes("Content Security Policy")));
});

test("the pictures of a page: memory, flame graph", async () => {
	const page = await open("pages/sample.html");
	const memory = page.getByRole("img", { name: "GPU memory over time" });

	assert.ok((await memory.boundingBox()).height > 200);
	assert.ok(await memory.locator("path").count() > 5);
	const flame = page.locator("svg.flame");
	const frames = flame.locator(".f:visible");
	const all = await frames.count();

	await flame.locator(".f", { hasText: "AddF" }).first().click();
	assert.ok(await frames.count() < all);
	await page.keyboard.press("Escape");
	assert.equal(await frames.count(), all);
	await flame.getByRole("searchbox").fill("^ADD$");
	assert.match(await flame.locator(".status").textContent(), /1 found/);
	assert.deepEqual(page.said, []);
});
