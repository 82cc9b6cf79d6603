/* SPDX-License-Identifier: MIT */
/* The frame of an HTML page. */
#include "assets/page.css.h"
#include "assets/page.js.h"
#include "ovp-render/chart/runs_chart.h"
#include "ovp-render/chart/svg_chart.h"
#include "ovp-render/samples/flame_page.h"
#include "page.h"

/* Loads nothing, and runs only the scripts that are known here. */
#define POLICY                                                  \
	"default-src 'none'; style-src 'unsafe-inline'; "       \
	"script-src '" PAGE_JS_HASH "' '%s'; base-uri 'none'; " \
	"form-action 'none'"

/* The script shows these, since they need it. */
static void
tools(struct report *r)
{
	recout_str(r->o,
	    "<div id=\"tools\" role=\"search\" hidden>\n"
	    "<label>Filter <input type=\"search\" id=\"filter\" "
	    "placeholder=\"metric, group, verdict\" autocomplete=\"off\" "
	    "spellcheck=\"false\"></label>\n");
	if (r->s->compares)
		recout_str(r->o,
		    "<label><input type=\"checkbox\" "
		    "id=\"changed\"> only what changed</label>\n");
	recout_str(r->o,
	    "<output id=\"count\" for=\"filter\"></output>\n"
	    "</div>\n");
}

static void
title(struct report *r, const struct counts *c)
{
	if (r->s->benches.n == 1)
		doc_bench_name(&r->doc, r->s->benches.key[0].bytes);
	else
		recout_printf(r->o, "%zu benchmarks", r->s->benches.n);
	if (r->s->compares) {
		recout_str(r->o, ": ");
		counts_put(r->o, c);
	}
}

void
page_open(struct report *r, const struct counts *c)
{
	if (doc_medium(&r->doc) != DOC_HTML)
		return;
	recout_printf(r->o,
	    "<!doctype html>\n<html lang=\"en\">\n<head>\n"
	    "<meta charset=\"utf-8\">\n"
	    "<meta http-equiv=\"Content-Security-Policy\" "
	    "content=\"" POLICY "\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, "
	    "initial-scale=1\">\n"
	    "<meta name=\"color-scheme\" content=\"light dark\">\n"
	    "<title>",
	    flame_script_hash);
	title(r, c);
	recout_str(r->o, "</title>\n<style>\n");
	recout_str(r->o, page_css);
	recout_str(r->o, "</style>\n");
	svg_chart_style(r->o);
	runs_chart_style(r->o);
	recout_str(r->o,
	    "</head>\n<body>\n<header>\n"
	    "<h1>Benchmark report</h1>\n");
}

void
page_main(struct report *r)
{
	if (doc_medium(&r->doc) != DOC_HTML)
		return;
	tools(r);
	recout_str(r->o, "</header>\n<main>\n");
}

void
page_close(struct report *r)
{
	if (doc_medium(&r->doc) != DOC_HTML)
		return;
	recout_str(r->o, "</main>\n<script>");
	recout_str(r->o, page_js);
	recout_str(r->o, "</script>\n</body>\n</html>\n");
}
