package dev.mortise.wasi.preview1;

import wit.wasi.cli.v0_2.Environment;
import wit.wasi.cli.v0_2.Stderr;
import wit.wasi.cli.v0_2.Stdin;
import wit.wasi.cli.v0_2.Stdout;
import wit.wasi.cli.v0_2.TerminalStderr;
import wit.wasi.cli.v0_2.TerminalStdin;
import wit.wasi.cli.v0_2.TerminalStdout;
import wit.wasi.clocks.v0_2.MonotonicClock;
import wit.wasi.clocks.v0_2.WallClock;
import wit.wasi.filesystem.v0_2.Preopens;
import wit.wasi.io.v0_2.Poll;
import wit.wasi.random.v0_2.Random;

/** The interfaces of WASI 0.2 that stand behind preview 1. */
public record Interfaces(
    Environment environment,
    Stdin stdin,
    Stdout stdout,
    Stderr stderr,
    TerminalStdin terminalStdin,
    TerminalStdout terminalStdout,
    TerminalStderr terminalStderr,
    Preopens preopens,
    MonotonicClock monotonicClock,
    WallClock wallClock,
    Random random,
    Poll poll) {}
