/* SPDX-License-Identifier: MIT */
/*
 * Linked to a program with --wrap=main: runs the command lines of a file, each
 * in a process of its own, so that valgrind starts once for all of them.
 * usage: PROGRAM FILE
 * Blanks part the words of a line; <FILE is standard input.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int __real_main(int argc, char **argv);
int __wrap_main(int argc, char **argv);

static int
run(char *line)
{
	char *argv[64], *word;
	int argc = 0, fd;

	for (word = strtok(line, " "); word != NULL && argc < 63;
	     word = strtok(NULL, " ")) {
		if (word[0] != '<') {
			argv[argc++] = word;
		} else {
			fd = open(word + 1, O_RDONLY);
			if (fd < 0 || dup2(fd, STDIN_FILENO) < 0)
				return 127;
			close(fd);
		}
	}
	argv[argc] = NULL;
	return __real_main(argc, argv);
}

int
__wrap_main(int argc, char **argv)
{
	FILE *file = argc == 2 ? fopen(argv[1], "re") : NULL;
	char *lines = NULL, *line, *rest;
	size_t room = 0;
	int status;
	pid_t child;

	/* All of it at once: a child's exit would move the file's offset. */
	if (file == NULL || getdelim(&lines, &room, '\0', file) < 0)
		return 127;
	fclose(file);
	for (line = strtok_r(lines, "\n", &rest); line != NULL;
	     line = strtok_r(NULL, "\n", &rest)) {
		child = fork();
		if (child == 0)
			exit(run(line));
		if (child < 0 || waitpid(child, &status, 0) != child ||
		    status != 0) {
			fprintf(stderr, "%s\n", line);
			return 1;
		}
	}
	free(lines);
	return 0;
}
