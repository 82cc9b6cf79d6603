/* SPDX-License-Identifier: MIT */
/* Scale of a chart of runs. */
#include <math.h>

#include "runs_scale.h"
#include "svg_axis.h"

enum { ABOUT = 5 }; /* ticks */

static void
add(struct runs_scale *s, double tick)
{
	if (s->nticks < RUNS_TICKS)
		s->tick[s->nticks++] = tick;
}

/* 1, 2, 5, 10 ...; only powers of ten if there are many. */
static void
add_powers(struct runs_scale *s, double least, double most)
{
	bool few = most / least < 1e4;
	double power = pow(10, floor(log10(least)));

	for (; power <= most && s->nticks < RUNS_TICKS; power *= 10)
		for (int i = 0; i < (few ? 3 : 1); i++) {
			double tick = power * (double[]){ 1, 2, 5 }[i];

			if (tick >= least && tick <= most)
				add(s, tick);
		}
}

static void
add_steps(struct runs_scale *s, double step)
{
	double first = ceil(s->low / step) * step;

	s->decimals = (int)fmax(0, -floor(log10(step) + 1e-9));
	for (int i = 0; i < RUNS_TICKS && first + i * step <= s->high; i++)
		add(s, first + i * step);
}

void
runs_scale_of(struct runs_scale *s, double least, double most, const char *unit)
{
	double pad = most > least ? (most - least) / 20 :
	    most != 0             ? fabs(most) / 20 :
				    1;

	*s = (struct runs_scale){ .unit = unit };
	s->log = least > 0 && most > 4 * least;
	if (s->log) {
		s->low = log(least / 1.1);
		s->high = log(most * 1.1);
		add_powers(s, least / 1.1, most * 1.1);
		return;
	}
	s->low = least >= 0 && least - pad < 0 ? 0 : least - pad;
	s->high = most + pad;
	add_steps(s, svg_axis_step((s->high - s->low) / ABOUT));
}

double
runs_scale_at(const struct runs_scale *s, double value)
{
	double v = s->log ? log(value) : value;

	return (v - s->low) / (s->high - s->low);
}

void
runs_scale_put(struct recout *o, const struct runs_scale *s, size_t i)
{
	double v = s->tick[i];

	if (fabs(v) >= 1e6)
		recout_printf(o, "%.*g", 6, v / 1e6);
	else if (s->log)
		recout_printf(o, "%g", v);
	else
		recout_printf(o, "%.*f", s->decimals, v);
	if (fabs(v) >= 1e6)
		recout_str(o, " M");
	if (i + 1 == s->nticks && *s->unit != '\0')
		recout_printf(o, " %s", s->unit);
}
