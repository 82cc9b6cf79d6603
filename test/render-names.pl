#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Writes streams whose names are hostile to Markdown; finds the names back.
# usage: render-names.pl make|samples SEED NAMES >TSV
#        render-names.pl find KIND SEED NAMES <XML (of cmark-gfm -t xml)
# KIND: md, compat, summary, detailed, opcodes, memory: what ovp-render made of
# the stream (of samples: the last three); xml: any XML, of which a text or an
# attribute is a name, or a title ends with it; data: lines of base64, each a name as it is; lines: any
# lines, with names in them. Names of SEED 0 are harmless.
use strict;
use warnings;
use MIME::Base64;

my @known = (
	'Foo<Bar>', '<b>bold</b>', '<!-- x -->', '<details>', '</td></table>',
	'|', 'a|b', '\\|', 'a\\|b', '\\', 'a\\', '`', '``', '`a`', 'a`|`b',
	'@name', '@org/team', 'a@b.example', 'a|b@c.example', '#12', 'o/r#12',
	'GH-12', 'www.example.org', 'https://example.org/x', 'ftp://a.example',
	'a://b|c', '[x](y)', '![x](y)', '[x]: y', '*a*', '**a**', '_a_', '__a__',
	'a_b_c', '_', '~~a~~', '~a~', '&amp;', '&#35;', '&', '&copy', ':tada:',
	'a::b::c', '$a$', '$`a`$', "a\nb", "a\r\nb", "a\tb", "\e[31mred\e[m",
	"\x07", "\x7f", " a", "a ", " a ", "  ", "a  b", '---', ':--', '--:',
	'- a', '1. a', '# a', '> a', '    a', '===', '+ a', '"a"', "'a'",
	'0123456789abcdef0123456789abcdef01234567', 'deadbeef1', '1234567',
	"\xe2\x80\xaea", "a\xe2\x80\x8fb", "\xe2\x80\x8b", "\xc2\x85",
	"\xd7\xa9\xd7\x9c", "\xe6\xbc\xa2\xe5\xad\x97", "\xf0\x9f\x94\xb4",
	"e\xcc\x81", 'mailto:a@b.example', 'xmpp:a@b.example', '%s%n', '{{x}}',
	'<span style=\'color: red\'>x</span>', 'a<br>b', '<https://a.example>',
	'x' x 300,
);
my @part = (split(//, '|`\\<>*_~[]()!#@:&;$ -+.a1'), 'www.', '://', "\n",
	"\t", "\e", "\xe2\x80\xae", "\xc3\xa9", '&lt;', '<!--', '-->', '``');

sub names {
	my ($seed, $n) = @_;
	my %seen;
	return map { "n$_" } 1 .. $n if $seed == 0;
	my @name = grep { !$seen{$_}++ } @known;

	# Of our own: rand() of a seed is not the same in every perl.
	my $state = $seed;
	my $draw = sub {
		$state = ($state * 1103515245 + 12345) % 2147483648;
		return int($state / 65536) % $_[0];
	};
	while (@name < $n) {
		my $name = join '', map { $part[$draw->(scalar @part)] }
		    0 .. $draw->(9);
		# The group `*' is the whole bench.
		push @name, $name unless $name eq '*' || $seen{$name}++;
	}
	return @name[0 .. $n - 1];
}

# As it stands in a stream.
sub field {
	my ($s) = @_;
	my %escape = ("\\" => '\\\\', "\t" => '\t', "\n" => '\n', "\r" => '\r');
	$s =~ s/([\\\t\n\r])/$escape{$1}/g;
	return $s;
}

# As a reader should see it, in bytes of UTF-8.
sub shown {
	my ($s) = @_;
	utf8::decode($s);
	$s =~ s/([\x{80}-\x{9f}\x{200b}-\x{200f}\x{202a}-\x{202e}])/sprintf '\\u{%X}', ord $1/ge;
	$s =~ s/([\x00-\x1f])/chr(0x2400 + ord $1)/ge;
	$s =~ s/\x7f/\x{2421}/g;
	utf8::encode($s);
	return $s;
}

sub make {
	my @name = @_;
	my $i = 0;
	print join("\t", qw(bench run group metric phase kind count sum min max
	    avg stddev)), "\n";
	for my $bench (@name) {
		my $group = $name[($i + 1) % @name];
		my $metric = $name[($i + 2) % @name];
		my $phase = $name[($i + 3) % @name];
		my @b = (field($bench), 1);
		print join("\t", @b, $_, 'proof_time_s', '', 'gauge', (1) x 5,
		    ''), "\n" for '*', field($group);
		print join("\t", @b, field($group), 'total_proof_time_ms', '',
		    'gauge', (1) x 5, ''), "\n";
		print join("\t", @b, field($group), field($metric),
		    field($phase), 'gauge', 1, (7) x 4, ''), "\n";
		$i++;
	}
}

sub label {
	my ($key, $value) = @_;
	s/([\\"])/\\$1/g for $key, $value;
	return field($key =~ /^[a-z_]+$/ ? "$key=\"$value\"" :
	    "\"$key\"=\"$value\"");
}

sub samples {
	my @name = @_;
	my $i = 0;
	print join("\t", qw(bench run kind metric value labels)), "\n";
	for my $bench (@name) {
		my ($group, $metric, $key, $value) =
		    map { $name[($i + $_) % @name] } 1 .. 4;
		my @b = (field($bench), 1, 'counter');
		$group = label('group', $group);
		print join("\t", @b, field($metric), 7,
		    "$group," . label($key, $value)), "\n";
		print join("\t", @b, 'frequency', 7,
		    "$group," . label('opcode', $key)), "\n";
		print join("\t", @b, 'gpu_mem.local_peak_bytes', 7 * 2 ** 30,
		    "$group," . label('module', $key)), "\n";
		$i++;
	}
}

sub unxml {
	my ($s) = @_;
	my %entity = (lt => '<', gt => '>', amp => '&', quot => '"');
	$s =~ s/&(lt|gt|amp|quot);/$entity{$1}/g;
	return $s;
}

# What GitHub turns into something else where it is not code.
my $turned = qr/@\w|\#\d|:\w+:|\$|\bGH-\d|www\.|:\/\/|
    \b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{7,40}\b/xi;

# What holds text, and the text.
sub texts {
	my (@out, $code);
	my $xml = do { local $/; <STDIN> };
	while ($xml =~ m{<(/?)([a-z_]+)([^>]*?)(/?)>([^<]*)}g) {
		my ($end, $node, $attributes, $empty, $text) =
		    ($1, $2, $3, $4, $5);
		if ($node =~ /^(heading|table_cell|paragraph)$/) {
			push @out, [$node, ''] unless $end;
		} elsif ($node =~ /^(text|code)$/) {
			next if $end;
			$text = unxml($text);
			$out[-1][1] .= $text;
			die "not in code: $text\n" if $node eq 'text' &&
			    !$code && $text =~ $turned;
		} elsif ($node eq 'link') {
			die "a link that is none of ours: $attributes\n"
			    if !$end && $attributes !~
			    m{destination="https://l\.example/[^"]*\.md"};
		} elsif ($node eq 'html_inline') {
			next if $end;
			$code = $1 eq '' if unxml($text) =~ m{^<(/?)code>$};
			die "a tag that is none of ours: $text\n"
			    if unxml($text) !~ m{^(</?code>|<!-- -->)$};
		} elsif ($node eq 'strong') {
			next;
		} elsif ($node !~ /^(document|table|table_header|table_row|xml)$/) {
			die "an unexpected $node $attributes $text\n";
		}
	}
	return @out;
}

sub utf8_of {
	my $character = chr $_[0];
	utf8::encode($character);
	return $character;
}

# What any XML holds in texts and attributes.
sub in_xml {
	my %seen;
	my $xml = do { local $/; <STDIN> };
	for ($xml =~ />([^<]+)</g, $xml =~ / [a-z-]+="([^"]*)"/g) {
		my $text = $_;
		$text =~ s/^GPU memory: //;
		$text =~ s/&#(x?)([0-9A-Fa-f]+);/utf8_of($1 ? hex $2 : $2)/ge;
		$seen{unxml($text)}++;
	}
	return %seen;
}

# Of other formats than Markdown: each name has to be there.
sub find_all {
	my ($kind, @name) = @_;
	my (%seen, $all, $wrong);
	%seen = in_xml() if $kind eq 'xml';
	%seen = map { chomp; decode_base64($_) => 1 } <STDIN> if $kind eq 'data';
	$all = do { local $/; <STDIN> } if $kind eq 'lines';
	for my $name (@name) {
		my $want = $kind eq 'data' ? $name : shown($name);
		next if $kind eq 'lines' ? index($all, $want) >= 0 : $seen{$want};
		# A picture leaves out the middle of what is too wide for it.
		next if length $want > 100 && grep {
		    /^(.{20,})\xe2\x80\xa6(.{20,})$/ &&
		    $want =~ /^\Q$1\E.*\Q$2\E$/ } keys %seen;
		print "$kind: not found: ", field($want), "\n";
		$wrong++;
	}
	exit($wrong ? 1 : 0);
}

sub find {
	my ($kind, @name) = @_;
	find_all(@_) if $kind =~ /^(xml|data|lines)$/;
	my @text = texts();
	my (%seen, $wrong);
	for (@text) {
		my ($node, $text) = @$_;
		$text =~ s/^(metric \(phase )(.*)\)$/$2/s;
		$text =~ s/ +$// if $kind eq 'compat';
		$seen{$text}++;
	}
	# Each name is in as many places as the stream has it in.
	my %least = (md => 5, compat => 4, summary => 1, detailed => 7,
	    opcodes => 3, memory => 3);
	for my $name (@name) {
		my $want = shown($name);
		$want =~ s/ +$// if $kind eq 'compat';
		my $n = $seen{$want} // 0;
		# Phases of the reference begin with a capital.
		next if $n >= $least{$kind} - ($kind eq 'compat' ? 1 : 0);
		print "$kind: seen $n times: ", field($want), "\n";
		$wrong++;
	}
	# No cell went astray: each metric has so many.
	my %cells = (md => 4, compat => 4, detailed => 2, opcodes => 1,
	    memory => 1);
	if ($cells{$kind} && ($seen{7} // 0) != $cells{$kind} * @name) {
		print "$kind: ", $seen{7} // 0, " cells of values\n";
		$wrong++;
	}
	exit($wrong ? 1 : 0);
}

my $what = shift;
make(names(@ARGV)) if $what eq 'make';
samples(names(@ARGV)) if $what eq 'samples';
find(shift(@ARGV), names(@ARGV)) if $what eq 'find';
